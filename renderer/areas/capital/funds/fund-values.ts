import { type CalendarDate, lastDayOfYear, yearOf } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { fundBankAccount } from '../../../../shared/rules/entries/fund-line.ts'

export const fundTreatments = ['activity', 'capital', 'revolving'] as const

interface BudgetRow {
  /** Of a budget line that was agreed before: it is changed and never taken away. */
  readonly budgetLineId?: string
  readonly name: string
  readonly amount: number | null
}

/** What stands in the fields of an agreement. */
export interface FundValues {
  readonly name: string
  readonly donor: string
  readonly purpose: string
  readonly treatment: (typeof fundTreatments)[number]
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly agreementNumber: string
  readonly cashAccount: string | null
  readonly restriction: string
  readonly state: 'open' | 'closed'
  /** Who approves a budget that grows. */
  readonly approvedBy: string
  /** The last row is always an empty one. */
  readonly budget: readonly BudgetRow[]
}

const emptyRow: BudgetRow = { name: '', amount: null }

/** An empty form; agreements are mostly of one year. */
export function emptyFund(today: CalendarDate): FundValues {
  return {
    ...{ name: '', donor: '', purpose: '', treatment: 'activity', from: today, to: lastDayOfYear(yearOf(today)) },
    ...{
      agreementNumber: '',
      cashAccount: fundBankAccount,
      restriction: '',
      state: 'open',
      budget: [emptyRow],
      approvedBy: '',
    },
  }
}

/** The form of an agreement filled in, with an empty budget line below. */
export function fundValues(fund: Answers['funds']['get']): FundValues {
  const { name, donor, purpose, treatment, from, to, agreementNumber, cashAccount, restriction, active } = fund
  const known = fund.budget.map(({ budgetLineId, name: of, planned }) => ({ budgetLineId, name: of, amount: planned }))
  return {
    ...{ name, donor, purpose, treatment, from, to, cashAccount, state: active ? 'open' : 'closed' },
    ...{
      agreementNumber: agreementNumber ?? '',
      restriction: restriction ?? '',
      budget: [...known, emptyRow],
      approvedBy: '',
    },
  }
}

/** By how much the lines of a known budget were raised and added to, sen. */
export function raisedBy({ budget }: FundValues, known: Answers['funds']['get']['budget']): number {
  return budget.reduce((sum, { budgetLineId, amount }) => {
    const planned = known.find((line) => line.budgetLineId === budgetLineId)?.planned ?? 0
    return sum + Math.max(0, (amount ?? 0) - planned)
  }, 0)
}

type Line = Answers['funds']['get']['budget'][number]

/** The lines of a known budget that were lowered below what was spent of them. */
export function exceededIn({ budget }: FundValues, known: readonly Line[]): Line[] {
  return known.filter(({ budgetLineId, planned, spent }) => {
    const amount = budget.find((row) => row.budgetLineId === budgetLineId)?.amount ?? planned
    return amount < planned && amount < spent
  })
}

function isEmpty({ budgetLineId, name, amount }: BudgetRow): boolean {
  return budgetLineId === undefined && name.trim() === '' && amount === null
}

/** The rows with one of them changed; another empty one follows once the last is begun. */
export function withRow(rows: readonly BudgetRow[], index: number, change: Partial<BudgetRow>): BudgetRow[] {
  const changed = rows.map((row, at) => (at === index ? { ...row, ...change } : row))
  const last = changed.at(-1)
  return last && !isEmpty(last) ? [...changed, emptyRow] : changed
}

/** The rows that say something, and the first one so that its absence is told there. */
function keptRows(budget: readonly BudgetRow[]): number[] {
  return budget.flatMap((row, index) => (index === 0 || !isEmpty(row) ? [index] : []))
}

/** What both a new and a changed agreement are told. An amount that was left out is asked for, not taken for nothing. */
function terms({ name, donor, purpose, from, to, cashAccount, budget }: FundValues) {
  const rows = keptRows(budget).map((index) => {
    const { budgetLineId, name: of = '', amount } = budget[index] ?? emptyRow
    return { ...(budgetLineId !== undefined && { budgetLineId }), name: of, ...(amount !== null && { amount }) }
  })
  return {
    ...{ name, donor, purpose, from: from ?? '', to: to ?? '', budget: rows },
    ...(cashAccount !== null && { cashAccount }),
  }
}

/** The form of a new agreement as the API takes it. */
export function createInput(values: FundValues): Inputs['funds']['create'] {
  const { treatment, agreementNumber, restriction } = values
  return {
    ...{ ...terms(values), treatment },
    ...(agreementNumber.trim() !== '' && { agreementNumber }),
    ...(restriction.trim() !== '' && { restriction }),
  } as Inputs['funds']['create']
}

/** What is changed of an agreement; how its money is treated stays. */
export function updateInput(values: FundValues): Omit<Inputs['funds']['update'], 'fundId'> {
  const { agreementNumber, restriction, state, approvedBy } = values
  return {
    ...{ ...terms(values), active: state === 'open' },
    ...(approvedBy.trim() !== '' && { approvedBy }),
    ...{ agreementNumber: agreementNumber.trim() || null, restriction: restriction.trim() || null },
  } as Omit<Inputs['funds']['update'], 'fundId'>
}

/** The field a problem of the input stands beside: rows that were left out do not count there. */
export function fundField(path: string, { budget }: FundValues): string {
  const [, at, key] = /^budget\.(\d+)\.(\w+)$/.exec(path) ?? []
  return at === undefined ? path : `budget.${keptRows(budget)[Number(at)] ?? at}.${key}`
}
