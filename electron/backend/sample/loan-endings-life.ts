import { type CalendarDate, monthOf, monthsBetween } from '../../../shared/calendar.ts'
import { sumSen } from '../../../shared/rules/money.ts'
import type { Fate } from './loan-fates.ts'
import { instalmentsOf, owedOn } from './loan-life.ts'
import { officersOf } from './office-life.ts'
import type { Life, RunningLoan, Simulation } from './simulation.ts'
import type { MemberIndex } from './steps.ts'

/** What happens so many months before the last to loans that cannot be paid as agreed. */
const endings: Readonly<Record<number, { readonly day: string; readonly run: Ending }>> = {
  2: { day: '20', run: writeOff },
  1: { day: '10', run: restructure },
  0: { day: '16', run: recover },
}

type Ending = (simulation: Simulation, date: CalendarDate) => void

/** One loan goes on as another, one is written off, and some of that comes in after all. */
export function endingLife(endsOn: CalendarDate): Life {
  return (_, month) => {
    const ending = endings[monthsBetween(month, monthOf(endsOn))]
    return ending ? [{ date: `${month}-${ending.day}`, run: ending.run }] : []
  }
}

/** The terms a loan goes on with: as long again, and in equal parts. */
const goesOn = { months: 12, product: 'flat' } as const

function restructure(simulation: Simulation, date: CalendarDate): void {
  for (const [member, running] of borrowersOf(simulation, 'restructured')) {
    const principal = withInterestDue(running, date)
    const as = `${running.loan} lanjutan`
    simulation.steps.push({
      ...{ act: 'restructure', date, loan: running.loan, as, principal, months: goesOn.months },
      ...{ method: goesOn.product, capitaliseInterest: true, reason: 'Warung sepi sesudah banjir' },
      approvedBy: officersOf(simulation).chair,
    })
    const instalments = instalmentsOf({ ...goesOn, principal }, date)
    simulation.loans.set(member, { loan: as, fate: 'ordinary', lentOn: date, instalments, paid: 0 })
  }
}

/** The principal owed on a day with the interest of the instalments that fell due by then, sen. */
function withInterestDue(running: RunningLoan, date: CalendarDate): number {
  const fellDue = running.instalments.slice(running.paid).filter(({ dueOn }) => dueOn <= date)
  return sumSen([owedOn(running, date).principal, ...fellDue.map(({ interest }) => interest)])
}

function writeOff(simulation: Simulation, date: CalendarDate): void {
  for (const [, running] of borrowersOf(simulation, 'writtenOff')) {
    const { principal } = owedOn(running, date)
    const decision = { number: `Keputusan pengurus ${monthOf(date)}`, on: date, by: 'board' } as const
    simulation.steps.push({ act: 'writeOff', date, loan: running.loan, principal, decision })
    running.writtenOffOn = date
  }
}

/** Who owes it brings Rp50.000 when she can. */
function recover(simulation: Simulation, date: CalendarDate): void {
  for (const [, running] of borrowersOf(simulation, 'writtenOff')) {
    if (running.writtenOffOn === undefined) continue
    const amount = 5_000_000
    simulation.recoverLoan(date, running.loan, amount, withInterestDue(running, running.writtenOffOn) - amount)
  }
}

function borrowersOf({ loans }: Simulation, fate: Fate): [MemberIndex, RunningLoan][] {
  return [...loans].filter(([, running]) => running.fate === fate)
}
