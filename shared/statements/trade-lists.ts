import type { Language } from '../calendar.ts'
import { formatRupiah, sumSen } from '../rules/money.ts'
import { asOfText } from './period-text.ts'
import type { Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'
import { tradeColumn, tradeTexts } from './trade-texts.ts'

interface ListedItem {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly unitName: string
}

export interface StockListFacts {
  readonly language: Language
  readonly asOf: string
  /** One place; undefined where all of them were asked for. */
  readonly place: string | undefined
  /** Thousandths, and what the goods cost, sen; null where only a part of an item lies at the place. */
  readonly items: readonly (ListedItem & {
    readonly owner: string | null
    readonly qty: number
    readonly value: number | null
  })[]
}

/** Daftar persediaan: what there is of every item on a day, and what it cost; goods in keeping by quantity alone. */
export function stockList({ language, asOf, place, items }: StockListFacts): Statement {
  const texts = tradeTexts(language)
  const own = items.filter(({ owner }) => owner === null)
  const kept = items.filter(({ owner }) => owner !== null)
  const value = sumSen(own.map((item) => item.value ?? 0))
  const line = ({ itemId, code, name, owner, unitName, qty, value: worth }: StockListFacts['items'][number]): Row => ({
    ...{ kind: 'line', level: 1, code, name, owner, unitName, qty, value: worth, itemId },
  })
  const heading = (name: string): Row => ({ ...empty, kind: 'heading', level: 0, name })
  return {
    report: 'stockList',
    language,
    title: reportTexts(language).title.stockList,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: asOf,
    particulars: place === undefined ? [] : [{ key: 'place', title: texts.place, text: place }],
    columns: [
      column(language, 'code', 'code'),
      { ...tradeColumn(language, 'item', 'text'), key: 'name' },
      ...(kept.length === 0 ? [] : [tradeColumn(language, 'owner', 'text')]),
      tradeColumn(language, 'unitName', 'code'),
      tradeColumn(language, 'qty', 'quantity'),
      ...(place === undefined ? [tradeColumn(language, 'value', 'money')] : []),
    ],
    rows: [
      ...(own.length === 0 ? [] : [heading(texts.own), ...own.map(line)]),
      ...(kept.length === 0 ? [] : [heading(texts.kept), ...kept.map(line)]),
      ...(place === undefined
        ? [{ ...empty, kind: 'total' as const, level: 0, name: reportTexts(language).total.total, value }]
        : []),
    ],
    totals: { value, items: items.length },
    notes: kept.length === 0 ? [] : [texts.keptNote],
  }
}

const empty = { code: null, name: null, owner: null, unitName: null, qty: null, value: null }

export interface ConsignmentsFacts {
  readonly language: Language
  readonly asOf: string
  /** Whose goods are in keeping, with those that are there; thousandths. */
  readonly owners: readonly {
    readonly name: string
    readonly number: string
    /** What is to be paid for what was sold, sen. */
    readonly owed: number
    readonly items: readonly (ListedItem & { readonly qty: number })[]
  }[]
}

/** Barang titipan: owner by owner what is still in keeping, and what is owed for what was sold; sen. */
export function consignments({ language, asOf, owners }: ConsignmentsFacts): Statement {
  const owed = sumSen(owners.map((owner) => owner.owed))
  const rows = owners.flatMap(({ name, number, owed: own, items }): Row[] => [
    { kind: 'subtotal', level: 0, code: number, name, unitName: null, qty: null, owed: own },
    ...items.map(
      ({ itemId, code, name: item, unitName, qty }): Row => ({
        ...{ kind: 'line', level: 1, code, name: item, unitName, qty, owed: null, itemId },
      }),
    ),
  ])
  return {
    report: 'consignments',
    language,
    title: reportTexts(language).title.consignments,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: asOf,
    particulars: [],
    columns: [
      column(language, 'code', 'code'),
      { ...tradeColumn(language, 'ownerAndGoods', 'text'), key: 'name' },
      tradeColumn(language, 'unitName', 'code'),
      tradeColumn(language, 'qty', 'quantity'),
      tradeColumn(language, 'owed', 'money'),
    ],
    rows: [...rows, { ...empty, kind: 'total', level: 0, name: reportTexts(language).total.total, owed }],
    totals: { owed },
    notes: owners.length === 0 ? [tradeTexts(language).noneKept] : owing(owners, language),
  }
}

/** Owners who owe the cooperative, for goods they were paid for and buyers brought back. */
function owing(owners: ConsignmentsFacts['owners'], language: Language): string[] {
  return owners
    .filter(({ owed }) => owed < 0)
    .map(({ name, owed }) => filled(tradeTexts(language).ownerOwes, { name, amount: formatRupiah(-owed) }))
}
