import { formatDateShort, type Language, yearUntil } from '../calendar.ts'
import { formatRupiah } from '../rules/money.ts'
import { eliminated } from './elimination.ts'
import { notesOfLine } from './notes/sections.ts'
import { asOfText, labelWith } from './period-text.ts'
import {
  accountsBehind,
  assetLines,
  type BalanceLine,
  equityLines,
  isResultAccount,
  type LineAmounts,
  liabilityLines,
  lineAmounts,
  type Movement,
  type StatementAccount,
} from './report-lines.ts'
import type { Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

export interface BalanceSheetFacts {
  readonly language: Language
  readonly asOf: string
  readonly compareTo: string
  /** The name of the one unit asked for; undefined is the cooperative as a whole. */
  readonly unit?: string | undefined
  readonly accounts: readonly StatementAccount[]
  /** Everything that moved up to `asOf` and up to `compareTo`, closing entries too. */
  readonly current: readonly Movement[]
  readonly compared: readonly Movement[]
  /** The same up to the end of the year before each day: results of years that were never closed. */
  readonly currentBefore: readonly Movement[]
  readonly comparedBefore: readonly Movement[]
}

/** Laporan Posisi Keuangan (domain notes on reports, section 1): two columns, per unit or combined. */
export function balanceSheet(facts: BalanceSheetFacts): Statement {
  const { language, asOf, compareTo, unit } = facts
  const texts = reportTexts(language)
  const current = sums(facts, facts.current, facts.currentBefore)
  const compared = sums(facts, facts.compared, facts.comparedBefore)
  return {
    report: 'balanceSheet',
    language,
    title: texts.title.balanceSheet,
    subtitle: asOfText(asOf, language, unit),
    date: asOf,
    comparedTo: compareTo,
    label: labelWith(asOf, unit),
    particulars: [],
    columns: [
      column(language, 'caption', 'text'),
      column(language, 'note', 'code'),
      { key: 'current', title: formatDateShort(asOf), kind: 'money', days: yearUntil(asOf) },
      { key: 'compared', title: formatDateShort(compareTo), kind: 'money', days: yearUntil(compareTo) },
    ],
    rows: rowsOf(language, current, compared),
    totals: { assets: current.assets, liabilities: current.liabilities, equity: current.equity },
    notes: notesOf(language, current),
  }
}

interface Sums {
  readonly lines: LineAmounts
  /** Results not carried to equity by a closing: of the day's own year, and of all years before it. */
  readonly ofYear: number
  readonly ofEarlierYears: number
  readonly assets: number
  readonly liabilities: number
  readonly equity: number
  /** What is left between head and unit where their fixed capital differs. */
  readonly unmatched: number
}

function sums({ accounts, unit }: BalanceSheetFacts, all: readonly Movement[], before: readonly Movement[]): Sums {
  const { movements, unmatched } = unit === undefined ? eliminated(all) : { movements: all, unmatched: 0 }
  const lines = lineAmounts(accounts, movements)
  const resultAccounts = new Set(accounts.filter(isResultAccount).map((account) => account.code))
  const resultIn = (some: readonly Movement[]) =>
    total(some.filter(({ account }) => resultAccounts.has(account)).map((m) => m.credit - m.debit))
  const unclosed = resultIn(movements)
  const ofEarlierYears = resultIn(before)
  const sumOf = (group: readonly BalanceLine[]) => total(group.map((line) => lines.amountOf(line)))
  const equity = sumOf(equityLines) + unclosed
  const results = { ofYear: unclosed - ofEarlierYears, ofEarlierYears }
  return { lines, ...results, assets: sumOf(assetLines), liabilities: sumOf(liabilityLines), equity, unmatched }
}

function rowsOf(language: Language, current: Sums, compared: Sums): Row[] {
  const texts = reportTexts(language)
  const line = (code: BalanceLine): Row => {
    const unclosedIn = (column: Sums) => (code === 'E09' ? column.ofYear : code === 'E08' ? column.ofEarlierYears : 0)
    return {
      kind: 'line',
      level: 1,
      line: code,
      caption: texts.line[code],
      note: notesOfLine(code),
      current: current.lines.amountOf(code) + unclosedIn(current) + 0,
      compared: compared.lines.amountOf(code) + unclosedIn(compared) + 0,
      ...accountsBehind(code, [current.lines, compared.lines]),
    }
  }
  const heading = (caption: string): Row => ({
    kind: 'heading',
    level: 0,
    line: null,
    caption,
    current: null,
    compared: null,
  })
  const sum = (kind: 'total' | 'subtotal', code: string, caption: string, of: (column: Sums) => number): Row => ({
    kind,
    level: 0,
    line: code,
    caption,
    current: of(current) + 0,
    compared: of(compared) + 0,
  })
  return [
    heading(texts.heading.assets),
    ...assetLines.map(line),
    sum('total', 'A', texts.total.assets, ({ assets }) => assets),
    heading(texts.heading.liabilities),
    ...liabilityLines.map(line),
    sum('subtotal', 'L', texts.total.liabilities, ({ liabilities }) => liabilities),
    heading(texts.heading.equity),
    ...equityLines.map(line),
    sum('subtotal', 'E', texts.total.equity, ({ equity }) => equity),
    sum('total', 'LE', texts.total.liabilitiesAndEquity, ({ liabilities, equity }) => liabilities + equity),
    sum('subtotal', 'control', texts.total.control, (s) => s.assets - s.liabilities - s.equity),
  ]
}

function notesOf(language: Language, { unmatched, assets, liabilities, equity }: Sums): string[] {
  const texts = reportTexts(language).note
  const difference = assets - liabilities - equity
  return [
    ...(unmatched === 0 ? [] : [filled(texts.unitCapital, { amount: formatRupiah(Math.abs(unmatched)) })]),
    ...(difference === 0 ? [] : [filled(texts.unbalanced, { amount: formatRupiah(Math.abs(difference)) })]),
  ]
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}
