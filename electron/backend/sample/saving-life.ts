import { addMonthsToMonth, type CalendarDate, type CalendarMonth, monthOf } from '../../../shared/calendar.ts'
import { broughtToMeeting } from './loan-life.ts'
import { bankAccount, cashAccount, type Happening, type Life, type Simulation } from './simulation.ts'
import type { Brought, MemberIndex } from './steps.ts'

/** Paid once at joining, in sen. */
export const principalAmount = 10_000_000
const mandatoryAmount = 2_000_000
const mandatoryAmountLater = 2_500_000

/** The month from which simpanan wajib costs more, as a members' meeting decided. */
function raisedFrom(startsOn: CalendarDate): CalendarMonth {
  return addMonthsToMonth(monthOf(startsOn), 17)
}

/** What simpanan wajib costs in a month, in sen. */
export function mandatoryIn(month: CalendarMonth, startsOn: CalendarDate): number {
  return month >= raisedFrom(startsOn) ? mandatoryAmountLater : mandatoryAmount
}

/** Joining, the monthly meeting, money sent from abroad, withdrawals. */
export function savingLife(startsOn: CalendarDate): Life {
  return (simulation, month) => [
    ...joinings(simulation, month, startsOn),
    ...raise(month, startsOn),
    { date: `${month}-10`, run: collect },
    { date: `${month}-12`, run: bringToBank },
    ...remittances(simulation, month),
    ...withdrawals(simulation, month),
  ]
}

/** Every member owes one more month from its first day on; who joins in the month owes it too. */
export function owe(simulation: Simulation, month: CalendarMonth, startsOn: CalendarDate): void {
  for (const standing of simulation.standings.values()) standing.owing += mandatoryIn(month, startsOn)
}

function joinings({ people }: Simulation, month: CalendarMonth, startsOn: CalendarDate): Happening[] {
  const joining = people.map((person, member) => ({ member, joinedOn: person.particulars.joinedOn }))
  return joining
    .filter(({ joinedOn }) => monthOf(joinedOn) === month && joinedOn >= startsOn)
    .map(({ member, joinedOn }) => ({
      date: joinedOn,
      run: (simulation) => join(simulation, joinedOn, member, mandatoryIn(month, startsOn)),
    }))
}

function join(simulation: Simulation, date: CalendarDate, member: MemberIndex, owing: number): void {
  const { particulars } = simulation.person(member)
  simulation.standings.set(member, { owing, saved: 0, voluntary: 0, moves: [] })
  simulation.steps.push({ act: 'enter', date, member, particulars }, { act: 'open', date, member, product: 'pokok' })
  simulation.deposit(date, member, 'pokok', principalAmount)
}

function raise(month: CalendarMonth, startsOn: CalendarDate): Happening[] {
  if (month !== raisedFrom(startsOn)) return []
  const step = { act: 'due', product: 'wajib', fromMonth: month, amount: mandatoryAmountLater } as const
  const run: Happening['run'] = ({ steps }, date) => {
    steps.push({ ...step, date })
  }
  return [{ date: `${month}-01`, run }]
}

function collect(simulation: Simulation, date: CalendarDate): void {
  const random = simulation.random('meeting')
  const rows = new Map<MemberIndex, Brought>()
  for (const [member, standing] of simulation.standings) {
    const { comesPercent, catchesUp, usualSaving } = simulation.person(member)
    if (!random.chance(comesPercent)) continue
    const wajib = catchesUp ? standing.owing : Math.min(standing.owing, mandatoryAmount)
    const sukarela = random.chance(55) ? usualSaving * 100 * random.pick([1, 1, 1, 2]) : 0
    standing.owing -= wajib
    standing.saved += wajib
    if (sukarela > 0) simulation.moveVoluntary(date, member, sukarela)
    const loan = simulation.loans.get(member)?.loan ?? ''
    const amount = broughtToMeeting(simulation, member, date)
    simulation.cash.general += wajib + sukarela + amount
    if (wajib + sukarela + amount === 0) continue
    const savings = { ...(wajib > 0 && { wajib }), ...(sukarela > 0 && { sukarela }) }
    rows.set(member, { savings, ...(amount > 0 && { loan: { loan, amount } }) })
  }
  if (rows.size > 0) simulation.steps.push({ act: 'collect', date, cashAccount, rows })
}

/** Keeps what withdrawals and bills of the month need. */
function bringToBank(simulation: Simulation, date: CalendarDate): void {
  simulation.bringToBank(date, 'general', simulation.scaled(3_000_000))
}

/** Money that a daughter or husband abroad sends to the cooperative's bank account. */
function remittances(simulation: Simulation, month: CalendarMonth): Happening[] {
  const random = simulation.random('remittances')
  const members = [...simulation.standings.keys()]
  const count = Math.floor((members.length * random.whole(0, 4)) / 100)
  return Array.from({ length: count }, () => {
    const [member, amount] = [random.pick(members), random.whole(5, 30) * 10_000_000]
    return {
      date: `${month}-${random.whole(13, 28)}`,
      run: (simulation: Simulation, date: CalendarDate) => sendHome(simulation, date, member, amount),
    }
  })
}

function sendHome(simulation: Simulation, date: CalendarDate, member: MemberIndex, amount: number): void {
  const hasAccount = simulation.standing(member).voluntary > 0
  if (hasAccount) simulation.deposit(date, member, 'sukarela', amount, bankAccount)
}

/** Twice as many before the school year and at its start. */
function withdrawals(simulation: Simulation, month: CalendarMonth): Happening[] {
  const random = simulation.random('withdrawals')
  const members = [...simulation.standings.keys()]
  const percent = ['06', '07'].includes(month.slice(5)) ? 14 : 7
  return Array.from({ length: Math.ceil((members.length * percent) / 100) }, () => {
    const [member, share] = [random.pick(members), random.whole(15, 70)]
    return {
      date: `${month}-${random.whole(13, 28)}`,
      run: (simulation: Simulation, date: CalendarDate) => takeOut(simulation, date, member, share),
    }
  })
}

/** People take out round sums; less than Rp20.000 is not worth the way. */
function takeOut(simulation: Simulation, date: CalendarDate, member: MemberIndex, sharePercent: number): void {
  const { voluntary } = simulation.standing(member)
  const amount = Math.floor((voluntary * sharePercent) / 100 / 1_000_000) * 1_000_000
  if (amount >= 2_000_000) simulation.withdraw(date, member, amount)
}
