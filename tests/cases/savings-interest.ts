import { addDays } from '../../shared/calendar.ts'
import { ask } from './ask.ts'
import type { Answer } from './case.ts'

type Run = { readonly from?: string; readonly balance: number; readonly days: number }

type Inputs = {
  readonly balances_and_days: readonly Run[]
  readonly days_in_year: number
  readonly rate_pct?: string
  readonly rate_pct_for_average?: string
}

const bankTax = 'tax of 20 % is that of a bank deposit; a cooperative has the 10 % rule of savingsInterestTax'

/** The sources give runs of balances; a run without a date follows the one before, from the start of some month. */
function account({ balances_and_days: runs, days_in_year, rate_pct, rate_pct_for_average }: Inputs) {
  const from = runs[0]?.from ?? '2023-03-01'
  const days = runs.reduce((sum, run) => sum + run.days, 0)
  const movements = runs.slice(1).map((run, index) => {
    const before = runs.slice(0, index + 1)
    const date = addDays(
      from,
      before.reduce((sum, earlier) => sum + earlier.days, 0),
    )
    return { date, amount: (run.balance - (before.at(-1)?.balance ?? 0)) * 100 }
  })
  return {
    from,
    to: addDays(from, days - 1),
    opening: (runs[0]?.balance ?? 0) * 100,
    movements,
    ratePctPerYear: rate_pct ?? rate_pct_for_average,
    dayBasis: String(days_in_year),
  }
}

export function savingsInterestCase(inputs: Inputs): Answer {
  const base = account(inputs)
  const average = ask('savingsInterest', { ...base, method: 'average_daily', rounding: 'none' })
  const daily = ask('savingsInterest', { ...base, method: 'daily', rounding: 'down', roundingPerStep: true })
  const thirtyDays = { ...base, to: addDays(base.from, 29) }
  const lowest = ask('savingsInterest', { ...thirtyDays, method: 'lowest', rounding: 'down' })
  return {
    answers: {
      // The sources cut the average to whole rupiah before they print it.
      average_balance: (average.base - (average.base % 100)) / 100,
      interest: rupiahText(average.interest),
      parts_truncated: daily.steps.map((step) => step.interest / 100),
      sum: daily.interest / 100,
      lowest_balance_interest_30_days: lowest.interest / 100,
    },
    unanswered: { tax: bankTax, closing_balance: `after ${bankTax}`, lowest_net_after_tax: `after ${bankTax}` },
  }
}

/** Sen as the sources print them: `28595.55`. */
function rupiahText(amount: number): string {
  const cents = amount % 100
  return `${(amount - cents) / 100}.${String(cents).padStart(2, '0')}`
}
