import { type CalendarDate, lastDayOfYear, yearOf } from '../../../../shared/calendar.ts'
import type { Inputs } from '../../../../shared/contract/index.ts'
import { fundBankAccount } from '../../../../shared/rules/entries/fund-line.ts'

export const fundTreatments = ['activity', 'capital', 'revolving'] as const

interface BudgetRow {
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
  /** The last row is always an empty one. */
  readonly budget: readonly BudgetRow[]
}

const emptyRow: BudgetRow = { name: '', amount: null }

/** An empty form; agreements are mostly of one year. */
export function emptyFund(today: CalendarDate): FundValues {
  return {
    ...{ name: '', donor: '', purpose: '', treatment: 'activity', from: today, to: lastDayOfYear(yearOf(today)) },
    ...{ agreementNumber: '', cashAccount: fundBankAccount, restriction: '', budget: [emptyRow] },
  }
}

function isEmpty({ name, amount }: BudgetRow): boolean {
  return name.trim() === '' && amount === null
}

/** The rows with one of them changed; another empty one follows once the last is begun. */
export function withRow(rows: readonly BudgetRow[], index: number, change: Partial<BudgetRow>): BudgetRow[] {
  const changed = rows.map((row, at) => (at === index ? { ...row, ...change } : row))
  const last = changed.at(-1)
  return last && !isEmpty(last) ? [...changed, emptyRow] : changed
}

/** What was filled in; of the budget the rows that say something, and the first one so that its absence is told there. */
export function fundInput(values: FundValues) {
  const { name, donor, purpose, treatment, from, to, agreementNumber, cashAccount, restriction, budget } = values
  const rows = budget.filter((row, index) => index === 0 || !isEmpty(row))
  return {
    ...{ name, donor, purpose, treatment, from: from ?? '', to: to ?? '' },
    ...(agreementNumber.trim() !== '' && { agreementNumber }),
    ...(cashAccount !== null && { cashAccount }),
    ...(restriction.trim() !== '' && { restriction }),
    budget: rows.map((row) => ({ name: row.name, amount: row.amount ?? 0 })),
  } satisfies Omit<Inputs['funds']['create'], 'requestId' | 'budget'> & { budget: unknown }
}

/** The field a problem of the input stands beside: rows that were left out do not count there. */
export function fundField(path: string, { budget }: FundValues): string {
  const [, at, key] = /^budget\.(\d+)\.(\w+)$/.exec(path) ?? []
  if (at === undefined) return path
  const kept = budget.flatMap((row, index) => (index === 0 || !isEmpty(row) ? [index] : []))
  return `budget.${kept[Number(at)] ?? at}.${key}`
}
