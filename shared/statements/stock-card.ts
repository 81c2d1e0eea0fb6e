import type { Language } from '../calendar.ts'
import type { Answers } from '../contract/index.ts'
import { sumSen } from '../rules/money.ts'
import { periodLabel, periodText } from './period-text.ts'
import type { Column, Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'
import { documentName, tradeColumn, tradeTexts } from './trade-texts.ts'

type Card = Answers['trade']['stockCard']
type CardRow = Card['rows'][number]

export interface StockCardFacts {
  readonly language: Language
  readonly card: Card
  /** One place; undefined where all of them were asked for. */
  readonly place: string | undefined
}

/**
 * Kartu persediaan: what came, what went and what was there after it, in thousandths, and for goods of the cooperative in all
 * places what they cost, in sen.
 */
export function stockCard({ language, card, place }: StockCardFacts): Statement {
  const { from, to, name, number, unitName, opening, closing, rows, kind } = card
  const texts = tradeTexts(language)
  const isValued = kind !== 'consigned' && place === undefined
  const lines = rows.map((row) => cardRow(row, language))
  const sums = sumsOf(rows, lines)
  const period = reportTexts(language).period
  return {
    report: 'stockCard',
    language,
    title: reportTexts(language).title.stockCard,
    subtitle: periodText(from, to, language),
    date: to,
    label: `${number} ${periodLabel(from, to, language)}`,
    particulars: [
      { key: 'item', title: texts.column.item, text: filled(texts.numbered, { name, number }) },
      { key: 'unit', title: texts.column.unitName, text: unitName },
      ...(place === undefined ? [] : [{ key: 'place', title: texts.place, text: place }]),
    ],
    columns: columnsOf(language, isValued),
    rows: [
      { ...blank, kind: 'opening', what: period.opening, qtyAfter: opening.qty, valueAfter: opening.value },
      ...lines,
      { ...blank, kind: 'total', what: reportTexts(language).total.moved, ...sums },
      { ...blank, kind: 'closing', what: period.closing, qtyAfter: closing.qty, valueAfter: closing.value },
    ],
    totals: { ...sums, qty: closing.qty, value: closing.value },
    notes: rows.length === 0 ? [period.nothing] : kind === 'consigned' ? [texts.keptNote] : [],
  }
}

const blank = {
  ...{ level: 0, date: null, voucher: null, what: null, in: null, out: null, qtyAfter: null },
  ...{ valueIn: null, valueOut: null, valueAfter: null },
}

function columnsOf(language: Language, isValued: boolean): Column[] {
  return [
    column(language, 'date', 'date'),
    column(language, 'voucher', 'code'),
    { ...column(language, 'description', 'text'), key: 'what' },
    column(language, 'in', 'quantity'),
    column(language, 'out', 'quantity'),
    { ...column(language, 'balance', 'quantity'), key: 'qtyAfter' },
    ...(isValued
      ? (['valueIn', 'valueOut', 'valueAfter'] as const).map((key) => tradeColumn(language, key, 'money'))
      : []),
  ]
}

/** A line of the card; what only changed the value has no quantities. */
function cardRow(row: CardRow, language: Language): Row {
  const texts = tradeTexts(language)
  const name = row.kind === 'journal' ? texts.journal : documentName(language, row.kind)
  const told = row.isReversal ? filled(texts.takenBack, { name }) : name
  const isAlone = row.in === 0 && row.out === 0
  const [came, went] =
    row.out > 0 ? [0, row.cost] : isAlone ? [Math.max(0, row.cost), Math.max(0, 0 - row.cost)] : [row.cost, 0]
  return {
    ...{ kind: 'line', level: 0, date: row.date, voucher: row.number, documentId: row.documentId },
    what: row.partyName === null ? told : `${told} · ${row.partyName}`,
    ...{ in: row.in || null, out: row.out || null, qtyAfter: row.qtyAfter },
    ...{ valueIn: came || null, valueOut: went || null, valueAfter: row.valueAfter },
  }
}

function sumsOf(rows: readonly CardRow[], lines: readonly Row[]) {
  const quantity = (key: 'in' | 'out') => rows.reduce((sum, row) => sum + row[key], 0)
  const value = (key: 'valueIn' | 'valueOut') => sumSen(lines.map((row) => Number(row[key] ?? 0)))
  return { in: quantity('in'), out: quantity('out'), valueIn: value('valueIn'), valueOut: value('valueOut') }
}
