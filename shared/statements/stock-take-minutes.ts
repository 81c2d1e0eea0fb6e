import { formatDate, type Language } from '../calendar.ts'
import { formatRupiah, sumSen } from '../rules/money.ts'
import { fact, paragraph } from './parts.ts'
import type { Row, Statement } from './statement.ts'
import { filled, numbered, reportTexts } from './texts.ts'
import { stockReasonName, tradeColumn, tradeTexts } from './trade-texts.ts'

/** An item that was counted: thousandths, and what the difference is worth, sen; below zero where goods are missing. */
export interface CountedItem {
  readonly itemId: string
  readonly item: string
  readonly unitName: string
  readonly counted: number
  readonly difference: number
  readonly value: number
  readonly reason: string | null
}

export interface StockTakeFacts {
  readonly language: Language
  readonly number: string
  readonly date: string
  readonly place: string
  readonly countedBy: readonly string[]
  readonly chair: string | null
  readonly note: string | null
  readonly lines: readonly CountedItem[]
  readonly reversedBy: string | null
}

/** Berita acara opname: what was counted against what the book knew, with the reason of every difference. */
export function stockTakeMinutes(facts: StockTakeFacts): Statement {
  const { language, number, date, lines, note, reversedBy, countedBy, chair } = facts
  const texts = tradeTexts(language).stockTake
  const missing = sumSen(lines.map(({ value }) => Math.min(0, value)))
  const found = sumSen(lines.map(({ value }) => Math.max(0, value)))
  const differs = lines.some(({ difference }) => difference !== 0)
  return {
    report: 'stockTakeMinutes',
    language,
    title: reportTexts(language).title.stockTakeMinutes,
    subtitle: numbered(language, number, date),
    date,
    label: number,
    particulars: [
      ...(note === null ? [] : [{ key: 'note', title: tradeTexts(language).receipt.note, text: note }]),
      ...(reversedBy === null
        ? []
        : [{ key: 'reversedBy', title: reportTexts(language).particular.reversedBy, text: reversedBy }]),
    ],
    before: [paragraph(openingOf(facts))],
    columns: [
      tradeColumn(language, 'item', 'text'),
      tradeColumn(language, 'unitName', 'code'),
      tradeColumn(language, 'known', 'quantity'),
      tradeColumn(language, 'counted', 'quantity'),
      tradeColumn(language, 'difference', 'quantity'),
      tradeColumn(language, 'reason', 'text'),
      { ...tradeColumn(language, 'differenceValue', 'money'), key: 'value' },
    ],
    rows: [
      ...lines.map((line) => countedRow(line, language)),
      { ...blank, kind: 'total', item: reportTexts(language).total.total, value: missing + found },
    ],
    after: differs
      ? [fact(texts.missing, formatRupiah(0 - missing)), fact(texts.found, formatRupiah(found))]
      : [paragraph(texts.agrees)],
    totals: { missing: 0 - missing, found, items: lines.length },
    notes: [],
    signers: [
      ...countedBy.map((name, index) => ({ role: index === 0 ? texts.counter : texts.witness, name, hasStamp: false })),
      { role: texts.knowing, name: chair, hasStamp: false },
    ],
  }
}

const blank = { level: 0, unitName: null, known: null, counted: null, difference: null, reason: null }

function openingOf({ language, date, place, countedBy }: StockTakeFacts): string {
  const texts = tradeTexts(language).stockTake
  return filled(texts.opening, {
    ...{ date: formatDate(date, language), place },
    by: countedBy.join(texts.and),
  })
}

function countedRow(
  { itemId, item, unitName, counted, difference, value, reason }: CountedItem,
  language: Language,
): Row {
  const told = difference === 0 || reason === null ? null : stockReasonName(language, reason)
  return {
    ...{ kind: 'line', level: 0, item, unitName, known: counted - difference, counted, difference, reason: told },
    ...{ value: difference === 0 ? null : value, itemId },
  }
}
