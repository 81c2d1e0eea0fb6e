import type { Language } from '../calendar.ts'
import { notesOfLine } from './notes/sections.ts'
import { periodHead, type Span, spanTitle } from './period-text.ts'
import {
  accountsBehind,
  expenseLines,
  incomeLines,
  type LineAmounts,
  lineAmounts,
  type Movement,
  type StatementAccount,
} from './report-lines.ts'
import type { Row, Statement } from './statement.ts'
import { column, type ReportTexts, reportTexts } from './texts.ts'

/** What moved in a period, without closing entries; of the comprehensive-income accounts without opening ones too. */
export interface ResultMovements {
  readonly movements: readonly Movement[]
  readonly comprehensive: readonly Movement[]
}

export interface SurplusFacts {
  readonly language: Language
  readonly period: Span
  readonly comparedPeriod: Span
  readonly unit?: string | undefined
  readonly accounts: readonly StatementAccount[]
  readonly current: ResultMovements
  readonly compared: ResultMovements
}

/** Laporan Perhitungan Hasil Usaha (domain notes on reports, section 2): two columns, per unit or combined. */
export function surplus(facts: SurplusFacts): Statement {
  const { language, unit } = facts
  const current = figures(facts.accounts, facts.current)
  const compared = figures(facts.accounts, facts.compared)
  return {
    report: 'surplus',
    language,
    title: reportTexts(language).title.surplus,
    ...periodHead(facts.period, language, unit),
    comparedTo: facts.comparedPeriod.to,
    columns: [
      column(language, 'caption', 'text'),
      column(language, 'note', 'code'),
      { key: 'current', title: spanTitle(facts.period, language), kind: 'money', days: facts.period },
      { key: 'compared', title: spanTitle(facts.comparedPeriod, language), kind: 'money', days: facts.comparedPeriod },
    ],
    rows: layout.map((row) => rowOf(row, reportTexts(language), current, compared)),
    totals: {
      grossParticipation: current.amountOf('T1'),
      netParticipation: current.amountOf('T2'),
      nonMemberGrossProfit: current.amountOf('T4'),
      grossSurplus: current.amountOf('T5'),
      surplusBeforeTax: current.amountOf('T8'),
      surplus: current.amountOf('T9'),
      income: current.sumOf(incomeLines),
      expense: current.sumOf(expenseLines),
    },
    notes: [],
  }
}

type LineCode = keyof ReportTexts['line']

/** What each total is made of: lines that add and lines that take away. */
const formulas: Partial<Record<LineCode, { readonly plus: readonly LineCode[]; readonly minus: readonly LineCode[] }>> =
  {
    T1: { plus: ['H01', 'H02', 'H03', 'H04'], minus: [] },
    T2: { plus: ['T1'], minus: ['H05', 'H06', 'H07'] },
    T3: { plus: ['H11', 'H12', 'H13'], minus: [] },
    T4: { plus: ['T3'], minus: ['H14', 'H15'] },
    T5: { plus: ['T2', 'T4'], minus: [] },
    T6: { plus: ['T5'], minus: ['H20', 'H21', 'H22', 'H23', 'H24', 'H25'] },
    T7: { plus: ['T6'], minus: ['H30'] },
    T8: { plus: ['T7', 'H40', 'H42'], minus: ['H41', 'H43'] },
    T9: { plus: ['T8'], minus: ['H50'] },
    T10: { plus: ['T9', 'H60'], minus: [] },
  }

type LayoutRow = { readonly heading: keyof ReportTexts['heading'] } | { readonly line: LineCode }

const layout: readonly LayoutRow[] = [
  { heading: 'members' },
  ...lines('H01', 'H02', 'H03', 'H04', 'T1', 'H05', 'H06', 'H07', 'T2'),
  { heading: 'nonMembers' },
  ...lines('H11', 'H12', 'H13', 'T3', 'H14', 'H15', 'T4', 'T5'),
  ...lines('H20', 'H21', 'H22', 'H23', 'H24', 'H25', 'T6', 'H30', 'T7'),
  ...lines('H40', 'H41', 'H42', 'H43', 'T8', 'H50', 'T9', 'H60', 'T10'),
]

const grandTotals: ReadonlySet<LineCode> = new Set<LineCode>(['T5', 'T8', 'T9', 'T10'])

function lines(...codes: readonly LineCode[]): LayoutRow[] {
  return codes.map((line) => ({ line }))
}

interface Figures extends LineAmounts {
  sumOf(lines: readonly LineCode[]): number
}

function figures(accounts: readonly StatementAccount[], { movements, comprehensive }: ResultMovements): Figures {
  const results = lineAmounts(accounts, movements)
  const other = lineAmounts(accounts, comprehensive)
  const amountOf = (line: string): number => {
    const formula = formulas[line as LineCode]
    if (formula) return sumOf(formula.plus) - sumOf(formula.minus) + 0
    return line === 'H60' ? other.amountOf('E10') : results.amountOf(line)
  }
  const sumOf = (codes: readonly LineCode[]): number => codes.reduce((sum, line) => sum + amountOf(line), 0)
  const accountsOf = (line: string) => (line === 'H60' ? other.accountsOf('E10') : results.accountsOf(line))
  return { amountOf, accountsOf, sumOf }
}

function rowOf(row: LayoutRow, texts: ReportTexts, current: Figures, compared: Figures): Row {
  if ('heading' in row) {
    const caption = texts.heading[row.heading]
    return { kind: 'heading', level: 0, line: null, caption, current: null, compared: null }
  }
  const { line } = row
  const shown = { line, caption: texts.line[line], current: current.amountOf(line), compared: compared.amountOf(line) }
  if (line in formulas) return { kind: grandTotals.has(line) ? 'total' : 'subtotal', level: 0, ...shown }
  return { kind: 'line', level: 1, ...shown, note: notesOfLine(line), ...accountsBehind(line, [current, compared]) }
}
