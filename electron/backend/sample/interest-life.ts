import {
  addMonthsToMonth,
  type CalendarDate,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
} from '../../../shared/calendar.ts'
import { sen } from '../../../shared/rules/money.ts'
import { savingsInterestSum } from '../../../shared/rules/savings-interest.ts'
import type { Life, Simulation, Standing } from './simulation.ts'
import type { InterestTerms } from './steps.ts'
import { putAsideForTerms } from './term-life.ts'

/** Simpanan sukarela earns 3 % a year of the lowest balance of a month, from Rp50.000 on. */
export const decidedInterest = {
  method: 'lowest',
  dayBasis: 'twelfths',
  rounding: 'down',
  minimumBalance: sen(5_000_000),
  tiers: [{ from: sen(0), ratePctPerYear: '3' }],
} as const satisfies InterestTerms

/** Interest of the month before is paid to everybody at once, and put aside for terms. */
export const interestLife: Life = (_, month) => [{ date: `${month}-07`, run: payInterest }]

function payInterest(simulation: Simulation, date: CalendarDate): void {
  const month = addMonthsToMonth(monthOf(date), -1)
  const paidOn = lastDayOfMonth(month)
  let amount = putAsideForTerms(simulation, paidOn)
  for (const standing of simulation.standings.values()) {
    const interest = earned(standing, firstDayOfMonth(month), paidOn)
    standing.moves = standing.moves.filter((move) => move.date > paidOn)
    standing.saved += interest
    standing.voluntary += interest
    amount += interest
  }
  if (amount > 0) simulation.steps.push({ act: 'interest', date, month, amount })
}

function earned({ voluntary, moves }: Standing, from: CalendarDate, to: CalendarDate): number {
  const opening = sen(voluntary - moves.reduce((sum, { amount }) => sum + amount, 0))
  const movements = moves.filter((move) => move.date <= to)
  return savingsInterestSum({ from, to, opening, movements, ...decidedInterest }).interest
}
