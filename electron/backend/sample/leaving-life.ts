import { type CalendarDate, lastDayOfMonth, monthOf, monthsBetween } from '../../../shared/calendar.ts'
import { officerCount } from './office-life.ts'
import { bankAccount, type Life, type Simulation } from './simulation.ts'
import type { Leaving, MemberIndex } from './steps.ts'

/** Who leaves, by how many months before the last one. */
const leavings: Readonly<Record<number, Leaving>> = {
  9: { reason: 'moved' },
  6: { reason: 'died', heir: { name: 'Ahli waris', relation: 'anak', document: 'Surat kematian desa' } },
  2: { reason: 'resigned' },
}

/** A few members leave at the end of a month: their savings are settled and sent to their bank account. */
export function leavingLife(endsOn: CalendarDate): Life {
  return (_, month) => {
    const leaving = leavings[monthsBetween(month, monthOf(endsOn))]
    if (!leaving) return []
    return [{ date: lastDayOfMonth(month), run: (simulation, date) => leave(simulation, date, leaving) }]
  }
}

function leave(simulation: Simulation, date: CalendarDate, leaving: Leaving): void {
  const member = leaverOf(simulation)
  if (member === undefined) return
  const { saved } = simulation.standing(member)
  if (saved > simulation.bank) return
  simulation.bank -= saved
  simulation.standings.delete(member)
  simulation.steps.push(
    { act: 'leave', date, member, ...leaving },
    { act: 'payLeaver', date, member, amount: saved, cashAccount: bankAccount },
  )
}

/** Somebody without a loan or a term, who neither brings goods nor buys on credit, no officer. */
function leaverOf(simulation: Simulation): MemberIndex | undefined {
  const { standings, loans, terms, shop } = simulation
  const free = [...standings.keys()].filter(
    (member) => member >= officerCount && !loans.has(member) && !terms.has(member) && !shop.makerMembers.has(member),
  )
  return free.length === 0 ? undefined : simulation.random('leavers').pick(free)
}
