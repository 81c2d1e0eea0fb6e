import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { sen, sumSen } from '../../../../shared/rules/money.ts'
import { type BudgetTotals, budgetTotals } from '../../../../shared/statements/budget-lines.ts'

export type Plan = Answers['budget']['get']
export type PlanRow = Plan['rows'][number]
export type Proposal = Answers['budget']['propose']
export const budgetUnits = ['general', 'usp', 'shop'] as const
export type BudgetUnit = (typeof budgetUnits)[number]

/** What is typed of one line: a year's amount that is spread over the months, or twelve months. */
export interface LineValues {
  readonly amount: number | null
  readonly months: readonly number[] | null
  readonly note: string
}

export interface PlanValues {
  readonly lines: Readonly<Record<string, LineValues>>
  readonly decision: string
  readonly reason: string
}

const nothing: LineValues = { amount: null, months: null, note: '' }

/** The line as it is typed so far. */
export function lineOf({ lines }: PlanValues, line: string): LineValues {
  return lines[line] ?? nothing
}

/** A plan as its form begins. */
export function planValues({ rows, decision }: Plan): PlanValues {
  return { lines: Object.fromEntries(rows.map((row) => [row.line, typed(row)])), decision: decision ?? '', reason: '' }
}

/** The form with every line filled in as proposed; what was remarked stays. */
export function withProposal(values: PlanValues, { rows }: Proposal): PlanValues {
  const lines = rows.map((row) => [row.line, { ...typed(row), note: lineOf(values, row.line).note }])
  return { ...values, lines: Object.fromEntries(lines) }
}

function typed({ amount, months, note }: PlanRow): LineValues {
  return { amount: amount === 0 ? null : amount, months: amount === 0 ? null : months, note: note ?? '' }
}

/** Twelve months typed by hand, and the year they come to. */
export function ofMonths(months: readonly (number | null)[]): Pick<LineValues, 'amount' | 'months'> {
  const whole = months.map((month) => month ?? 0)
  return { months: whole, amount: sumSen(whole) }
}

/** What the typed plan comes to. */
export function typedTotals({ lines }: PlanValues): BudgetTotals {
  return budgetTotals(new Map(Object.entries(lines).map(([line, { amount }]) => [line, amount ?? 0])))
}

/** The lines as the API is asked to keep them: those with an amount or a remark. */
export function plannedRows({ lines }: PlanValues): Inputs['budget']['set']['rows'] {
  return Object.entries(lines)
    .filter(([, { amount, note }]) => (amount ?? 0) > 0 || note.trim() !== '')
    .map(([line, { amount, months, note }]) => {
      const remark = note.trim() === '' ? {} : { note }
      return months === null
        ? { line, amount: sen(amount ?? 0), ...remark }
        : { line, months: months.map((month) => sen(month)), ...remark }
    })
}
