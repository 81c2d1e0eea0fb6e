import { addDays, formatDate, type Language } from '../calendar.ts'
import { capitalHeld, eliminated } from './elimination.ts'
import {
  type EquityCause,
  type EquityEntry,
  type EquityMove,
  equityColumnOf,
  equityColumns,
  movesOf,
} from './equity-moves.ts'
import { periodHead, type Span } from './period-text.ts'
import { equityLines, isResultAccount, lineAmounts, type Movement, type StatementAccount } from './report-lines.ts'
import type { Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'
import { type YearTexts, yearTexts } from './year-texts.ts'

/** Equity through a period: everything moved before it and up to its end, and what moved it. Amounts in sen. */
export interface EquityPeriod extends Span {
  readonly before: readonly Movement[]
  readonly until: readonly Movement[]
  readonly entries: readonly EquityEntry[]
}

export interface EquityChangesFacts {
  readonly language: Language
  readonly period: EquityPeriod
  readonly comparedPeriod: EquityPeriod
  readonly unit?: string | undefined
  readonly accounts: readonly StatementAccount[]
}

/**
 * Laporan Perubahan Ekuitas (domain notes on reports, section 3): the compared period above the one asked for, per unit
 * or combined. The last row is the equity of the balance sheet.
 */
export function equityChanges(facts: EquityChangesFacts): Statement {
  const { language, unit, period } = facts
  const texts = yearTexts(language).equityChanges
  const compared = changes(facts, facts.comparedPeriod)
  const current = changes(facts, period)
  const rows = [
    ...periodRows(texts, language, facts.comparedPeriod, compared, { hasOpening: true }),
    ...periodRows(texts, language, period, current, {
      hasOpening: addDays(facts.comparedPeriod.to, 1) !== period.from,
    }),
  ]
  return {
    report: 'equityChanges',
    language,
    title: reportTexts(language).title.equityChanges,
    ...periodHead(period, language, unit),
    columns: [
      column(language, 'caption', 'text'),
      ...equityColumns.map((key) => ({ key, title: texts.column[key], kind: 'money' as const })),
      { key: 'total', title: texts.column.total, kind: 'money' },
    ],
    rows,
    totals: { opening: sumOf(current.opening), closing: sumOf(current.closing) },
    notes: [],
  }
}

type Amounts = Readonly<Record<(typeof equityColumns)[number], number>>

interface Changes {
  readonly opening: Amounts
  readonly causes: ReadonlyMap<EquityCause, Amounts>
  readonly closing: Amounts
}

/** In the order they are printed. */
const causes: readonly EquityCause[] = [
  'openingEntries',
  'paidIn',
  'paidBack',
  'grants',
  'distribution',
  'reserves',
  'deficitCover',
  'priorYear',
  'corrections',
  'surplus',
  'comprehensive',
]

function changes(facts: EquityChangesFacts, period: EquityPeriod): Changes {
  const opening = equityOf(facts, period.before)
  const closing = equityOf(facts, period.until)
  const moves = period.entries.flatMap((entry) => movesOf(counted(entry, facts.unit), facts.accounts))
  const moved = new Map(causes.map((cause) => [cause, amountsOf(moves.filter((move) => move.cause === cause))]))
  return { opening, closing, causes: withResult(moved, opening, closing) }
}

/** Combined statements drop the fixed capital that one unit gave another. */
function counted(entry: EquityEntry, unit: string | undefined): EquityEntry {
  if (unit !== undefined) return entry
  return { ...entry, lines: entry.lines.filter(({ account }) => account !== capitalHeld) }
}

/**
 * What no entry on equity explains is the result of the period, which stands on the accounts of income and expense until
 * they are closed, and the fixed capital of units where combined statements drop it.
 */
function withResult(moved: ReadonlyMap<EquityCause, Amounts>, opening: Amounts, closing: Amounts) {
  const left = each((key) => closing[key] - opening[key] - [...moved.values()].reduce((sum, own) => sum + own[key], 0))
  const corrections = moved.get('corrections') ?? nothing
  return new Map(moved).set('surplus', { ...nothing, SHU: left.SHU }).set(
    'corrections',
    each((key) => corrections[key] + (key === 'SHU' ? 0 : left[key])),
  )
}

function equityOf({ accounts, unit }: EquityChangesFacts, all: readonly Movement[]): Amounts {
  const movements = unit === undefined ? eliminated(all).movements : all
  const lines = lineAmounts(accounts, movements)
  const results = new Set(accounts.filter(isResultAccount).map(({ code }) => code))
  const unclosed = movements.reduce((sum, m) => (results.has(m.account) ? sum + m.credit - m.debit : sum), 0)
  return amountsOf([
    ...equityLines.map((line) => ({ column: equityColumnOf(line), amount: lines.amountOf(line) })),
    { column: 'SHU' as const, amount: unclosed },
  ])
}

function periodRows(
  texts: YearTexts['equityChanges'],
  language: Language,
  { from, to }: Span,
  { opening, causes: moved, closing }: Changes,
  { hasOpening }: { hasOpening: boolean },
): Row[] {
  const row = (kind: Row['kind'], line: string, caption: string, amounts: Amounts): Row => ({
    ...{ kind, level: kind === 'line' ? 1 : 0, line, caption },
    ...each((key) => amounts[key] + 0),
    total: sumOf(amounts),
  })
  const balance = (caption: string, day: string) => filled(caption, { date: formatDate(day, language) })
  return [
    ...(hasOpening ? [row('opening', 'opening', balance(texts.row.opening, addDays(from, -1)), opening)] : []),
    ...causes.map((cause) => row('line', cause, texts.row[cause], moved.get(cause) ?? nothing)),
    row('total', 'closing', balance(texts.row.closing, to), closing),
  ]
}

function amountsOf(moves: readonly Pick<EquityMove, 'column' | 'amount'>[]): Amounts {
  return each((key) => moves.reduce((sum, move) => (move.column === key ? sum + move.amount : sum), 0))
}

function each(of: (key: (typeof equityColumns)[number]) => number): Amounts {
  return Object.fromEntries(equityColumns.map((key) => [key, of(key)])) as Record<
    (typeof equityColumns)[number],
    number
  >
}

const nothing: Amounts = each(() => 0)

function sumOf(amounts: Amounts): number {
  return equityColumns.reduce((sum, key) => sum + amounts[key], 0)
}
