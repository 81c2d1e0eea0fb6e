import { allocate, sen, sumSen } from '../rules/money.ts'
import { type FlowRow, flowGroups } from './cash-flow-layout.ts'
import { expenseLines, incomeLines, type ResultLine } from './report-lines.ts'

/** The parts of a plan in the order they are printed: what is earned and spent, then money put to work and raised. */
export const budgetSections = ['income', 'expense', 'investing', 'financing'] as const
export type BudgetSection = (typeof budgetSections)[number]

/** A line of RAPB, the cooperative's plan of a year, and where what really happened stands. */
export interface BudgetLine {
  readonly line: string
  readonly section: BudgetSection
  /** Planned amounts are above zero whichever way money goes: what came in, or what went out. */
  readonly way: 'in' | 'out'
  /** A line of the surplus statement by its own name, a row of the cash flow by what it is captioned. */
  readonly caption: { readonly result: ResultLine } | { readonly flow: FlowRow['caption'] }
}

/** Flows that stand whole in the cash flow and mostly go out. */
const mostlyOut: ReadonlySet<string> = new Set(['FIN_LEAVERS', 'FIN_SHU_PAID'])

const ofResults = (lines: readonly ResultLine[], section: 'income' | 'expense'): BudgetLine[] =>
  lines.map((line) => ({ line, section, way: section === 'income' ? 'in' : 'out', caption: { result: line } }))

const ofFlows = (group: 'INV' | 'FIN', section: 'investing' | 'financing'): BudgetLine[] =>
  flowGroups
    .filter((one) => one.section === group)
    .flatMap(({ rows }) => rows)
    .map(({ flow, only, caption }) => ({
      line: only ? `${flow}.${only}` : flow,
      section,
      way: only ?? (mostlyOut.has(flow) ? 'out' : 'in'),
      caption: { flow: caption },
    }))

/**
 * Every line a plan may have (domain notes on reports, sections 2, 4 and 7.6): the lines of income and costs of the
 * surplus statement, and the rows of investing and financing of the cash flow, named as those statements name them, so
 * that what is compared is what they say.
 */
export const budgetLines: readonly BudgetLine[] = [
  ...ofResults(incomeLines, 'income'),
  ...ofResults(expenseLines, 'expense'),
  ...ofFlows('INV', 'investing'),
  ...ofFlows('FIN', 'financing'),
]

/** The names of all lines, for the contract. */
export const budgetLineNames = budgetLines.map(({ line }) => line) as [string, ...string[]]

/** Sums of a plan, sen: what is earned less what is spent, and what money put to work and raised comes to. */
export interface BudgetTotals {
  readonly income: number
  readonly expense: number
  readonly surplus: number
  readonly investing: number
  readonly financing: number
}

/** Adds up amounts by line; what goes out takes away where a section has both ways. */
export function budgetTotals(amounts: ReadonlyMap<string, number>): BudgetTotals {
  const of = (section: BudgetSection, isNet: boolean) =>
    sumSen(
      budgetLines
        .filter((line) => line.section === section)
        .map(({ line, way }) => (amounts.get(line) ?? 0) * (isNet && way === 'out' ? -1 : 1) + 0),
    )
  const [income, expense] = [of('income', false), of('expense', false)]
  return {
    ...{ income, expense, surplus: income - expense },
    ...{ investing: of('investing', true), financing: of('financing', true) },
  }
}

const wholeRupiah = 100

/** A year's amount over its twelve months in whole rupiah, what is left over in the first ones; sen. */
export function spreadOverYear(amount: number): number[] {
  return allocate(
    sen(amount),
    Array.from({ length: 12 }, () => 1),
    wholeRupiah,
  )
}
