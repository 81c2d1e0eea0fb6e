import { formatMonth, type Language, lastDayOfMonth, lastDayOfYear } from '../calendar.ts'
import type { Answers } from '../contract/index.ts'
import { roundedPct } from '../rules/percent.ts'
import { budgetPapers as en } from '../text/en/budget-papers.ts'
import { budgetPapers as id } from '../text/id/budget-papers.ts'
import type { Shape } from '../text/shape.ts'
import {
  type BudgetLine,
  type BudgetSection,
  type BudgetTotals,
  budgetLines,
  budgetSections,
  budgetTotals,
} from './budget-lines.ts'
import { labelWith } from './period-text.ts'
import type { Cell, Column, Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'
import { yearTexts } from './year-texts.ts'

export type BudgetTexts = Shape<typeof id>

/** The words of RAPB in a language. */
function budgetTexts(language: Language): BudgetTexts {
  return language === 'en' ? en : id
}

/** What a line of a plan is called; a flow that goes both ways in the statement says which way is meant. */
export function budgetCaption({ caption }: BudgetLine, language: Language): string {
  if ('result' in caption) return reportTexts(language).line[caption.result]
  return yearTexts(language).cashFlow.line[caption.flow]
}

interface PaperFacts {
  readonly language: Language
  /** The name of the one unit it is of. */
  readonly unit?: string | undefined
}

export interface BudgetPlanFacts extends PaperFacts {
  readonly plan: Answers['budget']['get']
  /** What the year before really was by line, sen, and how many of its months are over. */
  readonly lastYear: ReadonlyMap<string, number>
  readonly monthsKnown: number
}

const quarters = [1, 2, 3, 4] as const

/** RAPB (domain notes on reports, section 7.6): what a year is planned to be, by quarter, beside the year before. */
export function budgetPlan({ language, unit, plan, lastYear, monthsKnown }: BudgetPlanFacts): Statement {
  const texts = budgetTexts(language)
  const { year } = plan
  const own = new Map(plan.rows.map((row) => [row.line, row]))
  const quarterOf = (line: string, number: number) =>
    (own.get(line)?.months ?? []).slice(number * 3 - 3, number * 3).reduce((sum, month) => sum + month, 0)
  const columns: AmountColumn[] = [
    {
      key: 'lastYear',
      title: filled(texts.column.lastYear, { year: year - 1 }),
      of: (line) => lastYear.get(line) ?? 0,
    },
    ...quarters.map((number) => ({
      key: `quarter${number}`,
      title: filled(texts.column.quarter, { number }),
      of: (line: string) => quarterOf(line, number),
    })),
    { key: 'year', title: texts.column.year, of: (line) => own.get(line)?.amount ?? 0 },
  ]
  const notes = [
    ...(plan.version === 0 ? [texts.none] : []),
    ...(monthsKnown > 0 && monthsKnown < 12
      ? [filled(texts.lastYearPart, { year: year - 1, months: monthsKnown })]
      : []),
  ]
  return {
    ...headOf('budgetPlan', { language, unit }, year, lastDayOfYear(year)),
    particulars: standingOf(plan, texts),
    columns: [
      captionColumn(language),
      ...columns.map(columnOf),
      { key: 'note', title: texts.column.note, kind: 'text' },
    ],
    rows: sectionRows(language, columns, texts.total.surplus, (line) => ({ note: own.get(line)?.note ?? null })),
    totals: { ...plan.totals },
    notes,
  }
}

export interface BudgetComparisonFacts extends PaperFacts {
  readonly comparison: Answers['budget']['compare']
}

/** Realisasi RAPB (domain notes on reports, section 7.2 f): planned, actual, difference, percent and reason by line. */
export function budgetComparison({ language, unit, comparison }: BudgetComparisonFacts): Statement {
  const texts = budgetTexts(language)
  const { year, through, totals } = comparison
  const own = new Map(comparison.rows.map((row) => [row.line, row]))
  const month = formatMonth(through, language)
  const column = (key: 'planned' | 'actual' | 'difference' | 'plannedYear'): AmountColumn => ({
    ...{ key, title: filled(texts.column[key], { month }) },
    of: (line) => own.get(line)?.[key] ?? 0,
  })
  const hasMissing = comparison.rows.some(({ needsReason }) => needsReason)
  return {
    ...headOf('budgetComparison', { language, unit }, year, lastDayOfMonth(through)),
    particulars: [],
    columns: [
      captionColumn(language),
      ...(['planned', 'actual', 'difference'] as const).map((key) => columnOf(column(key))),
      { key: 'pct', title: texts.column.pct, kind: 'decimal' },
      columnOf(column('plannedYear')),
      { key: 'reason', title: texts.column.reason, kind: 'text' },
    ],
    rows: sectionRows(
      language,
      (['planned', 'actual', 'difference', 'plannedYear'] as const).map(column),
      texts.realised,
      (line) => {
        const row = own.get(line)
        const reason = row?.needsReason ? '*' : (row?.reason ?? null)
        return { pct: row?.pct == null ? null : roundedPct(row.pct, 1), reason }
      },
    ),
    totals: flatTotals(totals),
    notes: [...(comparison.version === 0 ? [texts.none] : []), ...(hasMissing ? [texts.reasonMissing] : [])],
  }
}

interface AmountColumn {
  readonly key: string
  readonly title: string
  readonly of: (line: string) => number
}

function columnOf({ key, title }: AmountColumn): Column {
  return { key, title, kind: 'money' }
}

function captionColumn(language: Language): Column {
  return { key: 'caption', title: reportTexts(language).column.caption, kind: 'text' }
}

function headOf(report: 'budgetPlan' | 'budgetComparison', { language, unit }: PaperFacts, year: number, date: string) {
  const texts = reportTexts(language)
  const subtitle = filled(texts.period.year, { year })
  return {
    ...{ report, language, date, label: labelWith(String(year), unit) },
    title: texts.title[report],
    subtitle: unit === undefined ? subtitle : `${subtitle} · ${filled(texts.period.unit, { unit })}`,
  }
}

/** Whether a meeting decided the plan, and why it was changed. */
function standingOf(plan: Answers['budget']['get'], texts: BudgetTexts): Statement['particulars'] {
  if (plan.version === 0) return []
  const decision = { key: 'decision', title: texts.decision, text: plan.decision ?? texts.draft }
  return plan.reason === null ? [decision] : [decision, { key: 'changed', title: texts.changed, text: plan.reason }]
}

/** Every line under its section with the section's sum; the surplus below what is earned and spent. */
function sectionRows(
  language: Language,
  columns: readonly AmountColumn[],
  surplusCaption: string,
  beside: (line: string) => Readonly<Record<string, Cell>>,
): Row[] {
  const texts = budgetTexts(language)
  const sums = new Map(columns.map(({ key, of }) => [key, sumsOf(of)]))
  const totalRow = (kind: Row['kind'], key: BudgetSection | 'surplus', caption: string): Row => ({
    ...{ kind, level: 0, line: key, caption },
    ...Object.fromEntries(columns.map((column) => [column.key, sums.get(column.key)?.[key] ?? 0])),
  })
  return budgetSections.flatMap((section): Row[] => [
    { kind: 'heading', level: 0, line: null, caption: texts.section[section] },
    ...budgetLines
      .filter((line) => line.section === section)
      .map(
        (line): Row => ({
          ...{ kind: 'line', level: 1, line: line.line, caption: budgetCaption(line, language) },
          ...Object.fromEntries(columns.map(({ key, of }) => [key, of(line.line)])),
          ...beside(line.line),
        }),
      ),
    totalRow('subtotal', section, texts.total[section]),
    ...(section === 'expense' ? [totalRow('total', 'surplus', surplusCaption)] : []),
  ])
}

function sumsOf(of: (line: string) => number): BudgetTotals {
  return budgetTotals(new Map(budgetLines.map(({ line }) => [line, of(line)])))
}

function flatTotals({ planned, actual, plannedYear }: Answers['budget']['compare']['totals']): Record<string, number> {
  const named = (prefix: string, totals: BudgetTotals) =>
    Object.entries(totals).map(([key, amount]) => [`${prefix}${key.charAt(0).toUpperCase()}${key.slice(1)}`, amount])
  return Object.fromEntries([
    ...named('planned', planned),
    ...named('actual', actual),
    ...named('plannedYear', plannedYear),
  ])
}
