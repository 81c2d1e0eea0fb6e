import { formatDate, formatMonth, type Language } from '../calendar.ts'
import { sumSen } from '../rules/money.ts'
import { formatPct } from '../rules/percent.ts'
import {
  type BuyerKind,
  type LookGroup,
  type LookRow,
  type SalesChannel,
  type SalesLook,
  type SoldGoods,
  salesLook,
} from '../rules/sales-look.ts'
import { salesLook as en } from '../text/en/sales-look.ts'
import { salesLook as id } from '../text/id/sales-look.ts'
import type { Shape } from '../text/shape.ts'
import type { Column, Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'
import { tradeColumn, tradeTexts } from './trade-texts.ts'

type LookTexts = Shape<typeof id>

function lookTexts(language: Language): LookTexts {
  return language === 'en' ? en : id
}

export interface SalesFacts {
  readonly language: Language
  readonly from: string
  readonly to: string
  /** How sales are grouped; by items with members and others beside each other unless said. */
  readonly by: LookGroup | undefined
  readonly buyer: BuyerKind | undefined
  readonly goods: readonly SoldGoods[]
}

/** Penjualan: what was sold in a time, what it cost and what is left of it, as the books have it; amounts in sen. */
export function sales(facts: SalesFacts): Statement {
  const { language, from, to, by, buyer } = facts
  const texts = lookTexts(language)
  const asked = { ...facts, goods: facts.goods.filter((one) => buyer === undefined || one.buyer === buyer) }
  const look = salesLook(asked.goods, by ?? 'item')
  return {
    report: 'sales',
    language,
    title: by === undefined ? reportTexts(language).title.sales : texts.title[by],
    subtitle: filled(reportTexts(language).period.span, {
      from: formatDate(from, language),
      to: formatDate(to, language),
    }),
    date: to,
    label: [filled(reportTexts(language).period.fileSpan, { from, to }), by, buyer].filter(Boolean).join(' '),
    particulars: buyer === undefined ? [] : [{ key: 'buyer', title: texts.column.buyer, text: texts.buyer[buyer] }],
    ...(by === undefined ? listed(asked, look) : grouped(asked, look, by)),
    notes: asked.goods.some(({ item }) => item?.owner)
      ? [tradeTexts(language).commissionNote, ...(by === undefined ? [tradeTexts(language).commissionByBuyer] : [])]
      : [],
  }
}

type Body = Pick<Statement, 'columns' | 'rows' | 'totals'>

const nameless = { code: null, name: null, unitName: null, qty: null }

/** Item by item in the order of their numbers, members and others as they bought: whose goods were kept is not asked. */
function listed({ language, goods }: SalesFacts, look: SalesLook): Body {
  const cells = (own: readonly SoldGoods[]) => {
    const of = (figure: 'revenue' | 'cost', to = own) => sumSen(to.map((one) => one[figure]))
    const bought = own.filter((one) => one.buyer === 'member')
    const [toMembers, total, cost] = [of('revenue', bought), of('revenue'), of('cost')]
    return { toMembers, toOthers: total - toMembers, total, cost, margin: total - cost }
  }
  const ownOf = Map.groupBy(goods, ({ item }) => item?.itemId ?? 'other')
  const line = ({ key, code, unitName, qty, ...row }: LookRow): Row => ({
    ...{ kind: 'line', level: 0, code, name: row.name ?? lookTexts(language).group.other, unitName, qty },
    ...cells(ownOf.get(key) ?? []),
    itemId: code === null ? null : key,
  })
  const sums = cells(goods)
  return {
    columns: [
      column(language, 'code', 'code'),
      { ...tradeColumn(language, 'item', 'text'), key: 'name' },
      tradeColumn(language, 'unitName', 'code'),
      tradeColumn(language, 'qty', 'quantity'),
      ...(['toMembers', 'toOthers', 'total', 'cost', 'margin'] as const).map((key) =>
        key === 'total' ? column(language, 'total', 'money') : tradeColumn(language, key, 'money'),
      ),
    ],
    rows: [
      ...look.rows.toSorted((a, b) => ((a.code ?? '~') < (b.code ?? '~') ? -1 : 1)).map(line),
      { ...nameless, kind: 'total', level: 0, name: reportTexts(language).total.total, ...sums },
    ],
    totals: sums,
  }
}

/** As the screen shows it: what buyers paid stands beside income only where it differs. */
function grouped({ language }: SalesFacts, { rows, totals }: SalesLook, by: LookGroup): Body {
  const texts = lookTexts(language)
  const pct = (text: string | null) => (text === null ? '' : `${formatPct(text, language)}%`)
  const hasKept = rows.some(({ paid, revenue }) => paid !== revenue)
  const money = (key: 'paid' | 'gross' | 'returned' | 'revenue' | 'cost' | 'margin'): Column => {
    return { key, title: texts.column[key], kind: 'money' }
  }
  const { marginPct, ...sums } = totals
  return {
    columns: [
      ...(by === 'item' || by === 'maker' ? [column(language, 'code', 'code')] : []),
      { key: 'name', title: texts.column[by], kind: 'text' },
      ...(by === 'item' ? [tradeColumn(language, 'unitName', 'code'), tradeColumn(language, 'qty', 'quantity')] : []),
      ...(hasKept ? [money('paid')] : []),
      ...(totals.returned === 0 ? [] : [money('gross'), money('returned')]),
      ...[money('revenue'), money('cost'), money('margin')],
      { key: 'marginPct', title: texts.column.marginPct, kind: 'number' },
    ],
    rows: [
      ...rows.map(
        ({ key, ...row }): Row => ({
          ...{ kind: 'line', level: 0, ...row, name: groupName({ key, ...row }, by, language) },
          ...{ marginPct: pct(row.marginPct), itemId: by === 'item' && row.code !== null ? key : null },
        }),
      ),
      {
        ...{ ...nameless, kind: 'total', level: 0, name: reportTexts(language).total.total, ...sums },
        marginPct: pct(marginPct),
      },
    ],
    totals: sums,
  }
}

/** What a group is called: what has no name of its own gets one here. */
function groupName({ key, name }: Pick<LookRow, 'key' | 'name'>, by: LookGroup, language: Language): string {
  const texts = lookTexts(language)
  if (name !== null) return name
  if (by === 'month') return formatMonth(key, language)
  if (by === 'channel') return texts.channel[key as SalesChannel]
  if (by === 'buyer') return texts.buyer[key as BuyerKind]
  return key === 'own' ? texts.group.own : texts.group.other
}
