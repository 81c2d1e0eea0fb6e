import { type CalendarDate, monthOf, monthsBetween } from '../../../shared/calendar.ts'
import { sen } from '../../../shared/rules/money.ts'
import { maturityOf, termInterest } from '../../../shared/rules/term-interest.ts'
import { officerCount } from './office-life.ts'
import type { Life, Simulation } from './simulation.ts'
import type { MemberIndex } from './steps.ts'

interface Placing {
  /** Less where there are fewer than 85 members. */
  readonly rupiah: number
  readonly months: number
  readonly ratePctPerYear: string
}

/** Term deposits by how many months before the last they are placed: one that runs on the last day, and one paid back. */
const placings: Readonly<Record<number, Placing>> = {
  10: { rupiah: 5_000_000, months: 12, ratePctPerYear: '6' },
  7: { rupiah: 2_000_000, months: 3, ratePctPerYear: '6' },
}

/** The day after a meeting members place money for a term, and get back what is due. */
export function termLife(endsOn: CalendarDate): Life {
  return (_, month) => {
    const placing = placings[monthsBetween(month, monthOf(endsOn))]
    const date = `${month}-11`
    return [
      { date, run: payBackDue },
      ...(placing ? [{ date, run: (simulation: Simulation) => place(simulation, date, placing) }] : []),
    ]
  }
}

function place(simulation: Simulation, date: CalendarDate, { rupiah, months, ratePctPerYear }: Placing): void {
  const member = saverOf(simulation)
  if (member === undefined) return
  const amount = sen(Math.floor((rupiah * Math.min(1, simulation.size)) / 100_000) * 10_000_000)
  const agreed = { startsOn: date, months, ratePctPerYear, amount, dayBasis: 'twelfths', rounding: 'down' } as const
  simulation.placeTerm(date, member, agreed)
}

/** A member without a term, no officer, who pays what she owes. */
function saverOf(simulation: Simulation): MemberIndex | undefined {
  const free = [...simulation.standings.keys()].filter(
    (member) => member >= officerCount && !simulation.terms.has(member) && simulation.person(member).catchesUp,
  )
  return free.length === 0 ? undefined : simulation.random('terms').pick(free)
}

/** All that was agreed is paid at the end, in coins too; so little interest bears no tax. */
function payBackDue(simulation: Simulation, date: CalendarDate): void {
  for (const [member, { agreed }] of simulation.terms) {
    if (maturityOf(agreed) > date) continue
    simulation.payTermBack(date, member, agreed.amount + termInterest(agreed, date))
  }
}

/** What terms earned by the end of a day and was not put aside for them yet, in sen; it is from now on. */
export function putAsideForTerms({ terms }: Simulation, asOf: CalendarDate): number {
  let amount = 0
  for (const term of terms.values()) {
    const earned = termInterest(term.agreed, asOf)
    amount += earned - term.putAside
    term.putAside = earned
  }
  return amount
}
