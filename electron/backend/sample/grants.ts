import { type CalendarDate, monthOf, monthsBetween } from '../../../shared/calendar.ts'
import { bankAccount, type Life, type Simulation } from './simulation.ts'

interface Grant {
  /** Months after the book begins, and again every so many months. */
  readonly after: number
  readonly every: number
  readonly day: string
  readonly account: string
  readonly description: string
  /** Rupiah for a cooperative of 85 members. */
  readonly amount: number
}

const given: readonly Grant[] = [
  {
    after: 5,
    every: 24,
    day: '16',
    account: '33201',
    description: 'Hibah peralatan produksi dari pemerintah kabupaten',
    amount: 15_000_000,
  },
  {
    after: 8,
    every: 12,
    day: '19',
    account: '48201',
    description: 'Donasi kegiatan dari paguyuban pekerja migran',
    amount: 1_500_000,
  },
]

/** Money that was given, into the bank: capital that stays (33201), and help for a year's activities (48201). */
export function grants(startsOn: CalendarDate): Life {
  return (_, month) => {
    const index = monthsBetween(monthOf(startsOn), month)
    return given
      .filter(({ after, every }) => index >= after && (index - after) % every === 0)
      .map((grant) => ({ date: `${month}-${grant.day}`, run: (simulation, date) => receive(simulation, date, grant) }))
  }
}

function receive(simulation: Simulation, date: CalendarDate, { account, description, amount }: Grant): void {
  const lines = [{ account, amount: simulation.scaled(amount) }]
  simulation.bank += simulation.scaled(amount)
  simulation.steps.push({
    act: 'money',
    way: 'receive',
    date,
    cashAccount: bankAccount,
    description,
    unit: 'general',
    lines,
  })
}
