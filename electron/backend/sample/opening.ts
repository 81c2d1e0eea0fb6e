import { type CalendarDate, monthOf, monthsBetween } from '../../../shared/calendar.ts'
import { beginningEquipment } from './equipment-life.ts'
import { decidedInterest } from './interest-life.ts'
import { decidedTerms } from './loan-life.ts'
import { officersOf } from './office-life.ts'
import { mandatoryIn, principalAmount } from './saving-life.ts'
import { beginningStock } from './shop-life.ts'
import { bankAccount, cashAccount, type Simulation, wholeNotes } from './simulation.ts'
import type { BalanceLine, MemberIndex, Product } from './steps.ts'

interface Start {
  readonly foundedOn: CalendarDate
  readonly startsOn: CalendarDate
}

const loanProducts = ['flat', 'declining', 'annuity'] as const

/** An opening entry takes at most ten thousand lines. */
const linesMax = 9_000

/** What the paper books said on the first day: members, their savings, money and capital. */
export function openBooks(simulation: Simulation, start: Start): void {
  const { startsOn: date, foundedOn } = start
  const fromMonth = monthOf(foundedOn)
  simulation.steps.push(
    { act: 'elect', date, officers: officersOf(simulation) },
    { act: 'due', date, product: 'pokok', fromMonth, amount: principalAmount },
    { act: 'due', date, product: 'wajib', fromMonth, amount: mandatoryIn(fromMonth, date) },
    { act: 'interestRate', date, product: 'sukarela', fromMonth: monthOf(date), terms: decidedInterest },
    ...loanProducts.map((product) => ({ act: 'loanTerms' as const, date, product, terms: decidedTerms })),
  )
  const savings = simulation.people.flatMap((_, member) => takeOver(simulation, member, start))
  const saved = savings.reduce((sum, { credit = 0 }) => sum + credit, 0)
  const lines = [...capital(simulation, saved), ...savings]
  for (let from = 0; from < lines.length; from += linesMax) {
    simulation.steps.push({ act: 'begin', date, lines: lines.slice(from, from + linesMax) })
  }
}

/** A member who joined before: what she has saved until now. Some had missed a month or more. */
function takeOver(simulation: Simulation, member: MemberIndex, { startsOn: date }: Start): BalanceLine[] {
  const { particulars, catchesUp, usualSaving } = simulation.person(member)
  if (particulars.joinedOn >= date) return []
  const random = simulation.random('opening')
  const months = monthsBetween(monthOf(particulars.joinedOn), monthOf(date))
  const missed = catchesUp ? 0 : Math.min(months, random.whole(1, 4))
  const due = mandatoryIn(monthOf(particulars.joinedOn), date)
  const voluntary = usualSaving * 100 * Math.floor((months * random.whole(10, 60)) / 100)
  const paid = (months - missed) * due
  simulation.standings.set(member, { owing: missed * due, saved: principalAmount + paid, voluntary: 0, moves: [] })
  if (voluntary > 0) simulation.moveVoluntary(date, member, voluntary)
  const held: [Product, string, number][] = [
    ['pokok', '31101', principalAmount],
    ['wajib', '31102', paid],
    ['sukarela', '21101', voluntary],
  ]
  const saved = held.filter(([, , credit]) => credit > 0)
  simulation.steps.push({ act: 'enter', date, member, particulars })
  for (const [product] of saved) simulation.steps.push({ act: 'open', date, member, product })
  return saved.map(([product, account, credit]) => ({ account, credit, savings: [member, product] }))
}

/** Capital besides the savings, and the money that all of it is. */
function capital(simulation: Simulation, saved: number): BalanceLine[] {
  const [grants, reserve, cash] = [
    simulation.scaled(8_000_000),
    simulation.scaled(3_750_000),
    simulation.scaled(1_400_000),
  ]
  simulation.cash.general = wholeNotes(cash)
  // What lies in the shop and what equipment there is waits on 36901 until it is entered.
  const waiting = beginningStock + beginningEquipment(simulation)
  simulation.bank = saved + grants + reserve - simulation.cash.general - waiting
  return [
    { account: cashAccount, debit: simulation.cash.general },
    { account: bankAccount, debit: simulation.bank },
    { account: '33201', credit: grants },
    { account: '34101', credit: reserve },
  ]
}
