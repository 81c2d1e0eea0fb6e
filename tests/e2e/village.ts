import { localToday } from '../../electron/backend/log.ts'
import { addDays, addMonths, type CalendarDate, monthOf } from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import { Program } from './program.ts'

const given = ['Siti', 'Dewi', 'Rini', 'Wati', 'Endang', 'Yuli', 'Tutik', 'Asih', 'Murni', 'Lestari', 'Sri']
const family = ['Aminah', 'Rahayu', 'Kusuma', 'Pertiwi', 'Utami', 'Handayani', 'Wulandari', 'Astuti']
const hamlets = ['Krajan', 'Sumberan', 'Tegalsari']

/** What each member owes once and every month, sen. */
export const dues = { pokok: 100_000_00, wajib: 25_000_00 } as const

export interface Member {
  readonly memberId: string
  readonly number: string
  readonly name: string
}

export interface Village {
  readonly today: CalendarDate
  readonly members: readonly Member[]
}

const made = new Map<string, { readonly home: Program; readonly village: Village }>()

process.once('exit', () => {
  for (const { home } of made.values()) home.forget()
})

/**
 * A real book with its members in it, who joined this month or some months ago; no money has moved yet. Who asks again
 * for as many gets a copy of the whole home: making a book takes three starts of the program.
 */
export function makeVillage(program: Program, count: number, monthsAgo = 0): Village {
  const key = `${localToday()} ${count} ${monthsAgo}`
  const known = made.get(key)
  if (known) {
    program.startFrom(known.home)
    return known.village
  }
  const village = buildVillage(program, count, monthsAgo)
  const home = new Program()
  home.startFrom(program)
  made.set(key, { home, village })
  return village
}

function buildVillage(program: Program, count: number, monthsAgo: number): Village {
  program.run('new', program.book, JSON.stringify({ name: 'Koperasi Melati Jaya', village: 'Sumberejo' }))
  const { today } = program.call('book.status') as Answers['book']['status']
  const fromMonth = monthOf(addMonths(today, -monthsAgo))
  const people = Array.from({ length: count }, (_, index) => ({
    number: String(index + 1).padStart(3, '0'),
    name: `${given[index % given.length]} ${family[index % family.length]}`,
    sex: 'female',
    joinedOn: `${fromMonth}-01`,
    hamlet: hamlets[index % hamlets.length],
  }))
  const products = Object.entries(dues).map(([product, amount]) => ({
    procedure: 'savings.setDue',
    input: { product, fromMonth, amount },
  }))
  const calls = people.map((input) => ({ procedure: 'members.create', input }))
  const answers = program.batch([...products, ...calls]).slice(products.length) as Answers['members']['create'][]
  const members = answers.map(({ memberId, number }, index) => ({ memberId, number, name: people[index]?.name ?? '' }))
  return { today, members }
}

let requests = 0

/** A request id that no other call of this run has. */
export function nextRequest(): string {
  requests += 1
  return `uji-${requests}`
}

/** Puts money of a grant into the cash box; answers its voucher. */
export function receiveGrant(
  program: Program,
  { today }: Village,
  amount: number,
  date = today,
): Answers['cash']['receive'] {
  const lines = [{ account: '33201', amount }]
  const input = { requestId: nextRequest(), date, cashAccount: '11101', description: 'Hibah desa', lines }
  return program.call('cash.receive', input) as Answers['cash']['receive']
}

interface Lent {
  readonly member: Member | undefined
  readonly product: string
  readonly principal: number
  readonly months?: number
  readonly date?: CalendarDate
}

/** Pays a loan out of the cash box, today and over ten months unless said; answers its id. */
export function lend(program: Program, { today }: Village, { months = 10, date = today, ...lent }: Lent): string {
  const { member, product, principal } = lent
  const asked = { memberId: member?.memberId, product, principal, months, purpose: 'Modal warung', date }
  const applied = program.call('loans.apply', { requestId: nextRequest(), ...asked })
  const { loanId } = applied as Answers['loans']['apply']
  program.batch([
    { procedure: 'loans.approve', input: { requestId: nextRequest(), loanId, date, approvedBy: 'Sri Wahyuni' } },
    { procedure: 'loans.disburse', input: { requestId: nextRequest(), loanId, date, cashAccount: '11101' } },
  ])
  return loanId
}

interface Unpaid {
  readonly member: Member | undefined
  readonly days: number
}

/** A loan of Rp1.200.000 over a year that was paid out so many days ago, and nothing was paid back; answers its id. */
export function lendUnpaid(program: Program, village: Village, { member, days }: Unpaid): string {
  const date = addDays(village.today, -days)
  const principal = 1_200_000_00
  receiveGrant(program, village, principal, date)
  return lend(program, village, { member, product: 'flat', principal, months: 12, date })
}
