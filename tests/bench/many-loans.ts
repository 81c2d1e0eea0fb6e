import type Database from 'better-sqlite3'
import { addDays, addMonths } from '../../shared/calendar.ts'
import { credit, debit, type JournalDraft } from '../../shared/rules/entries/draft.ts'
import { cash, memberId } from './cooperative.ts'
import { addEntries, addMembers, insertInto, lastYear, madeBook } from './large-book.ts'

/** How many loans run in the book, and over how many months each. */
export interface Lent {
  readonly loans: number
  readonly months: number
}

export const members = 600
export const loanId = (loan: number) => `loan-${String(loan).padStart(5, '0')}`
const payoutId = (loan: number) => `payout-${loan}`

/** What falls due every month, in sen. */
const part = 100_000_00
const interest = 18_000_00

/** Every second loan asks a penalty of what is late; what is behind is among them. */
const penalty = { penalty_kind: 'pct_per_day', penalty_pct: '0.1' }

/** A closed book in which so many loans were paid out over two years and none is paid back; every tenth is behind. */
export async function bookOfLoans(lent: Lent): Promise<string> {
  return madeBook(`${lent.loans}-loans`, (database) => {
    addMembers(database, { members })
    addLoans(database, lent)
    addEntries(database, [...entriesOf(lent)].sort(byDay))
  })
}

/** The first loans were paid out two years before the end, the last a month before it. */
function paidOutOn(loan: number): string {
  return addDays(`${lastYear - 1}-01-05`, (loan * 7919) % 690)
}

/** How many instalments were paid by the end: all that fell due, of every tenth loan some months less. */
function paidInstalments(loan: number, { months }: Lent): number {
  const date = paidOutOn(loan)
  let due = 0
  while (due < months - 1 && addMonths(date, due + 1) <= `${lastYear}-12-31`) due += 1
  return Math.max(0, due - (loan % 10 === 0 ? 1 + (loan % 13) : 0))
}

function* entriesOf(lent: Lent): Generator<JournalDraft & { id?: string }> {
  yield { ...entry('BKM', `${lastYear - 1}-01-02`), lines: lentMoney(lent) }
  for (let loan = 1; loan <= lent.loans; loan += 1) {
    const [date, of] = [paidOutOn(loan), { loanId: loanId(loan), memberId: memberId(1 + (loan % members)) }]
    const principal = part * lent.months
    const paidOut = [debit('13101', principal, of), credit(cash, principal)]
    yield { ...entry('BKK', date), id: payoutId(loan), lines: paidOut }
    for (let n = 1; n <= paidInstalments(loan, lent); n += 1) {
      const lines = [debit(cash, part + interest), credit('13101', part, of), credit('41101', interest, of)]
      yield { ...entry('BKM', addMonths(date, n)), lines }
    }
  }
}

function lentMoney({ loans, months }: Lent) {
  const all = loans * months * part
  return [debit(cash, all), credit('33201', all)]
}

function entry(book: 'BKM' | 'BKK', date: string): Omit<JournalDraft, 'lines'> {
  return { kind: 'ordinary', book, date, description: 'Pinjaman anggota', unit: 'general' }
}

function byDay(a: JournalDraft, b: JournalDraft): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0
}

function addLoans(database: Database.Database, { loans, months }: Lent): void {
  const product = database.prepare("SELECT * FROM loan_product WHERE id = 'flat'").get() as Record<string, unknown>
  const columns = database.pragma('table_info(loan_agreement)') as { name: string }[]
  const agree = insertInto<string>(
    database,
    'loan_agreement',
    columns.map(({ name }) => name),
  )
  const identify = database.prepare("INSERT INTO loan (id, code, name) VALUES (?, ?, 'Pinjaman bunga tetap')")
  const schedule = database.prepare('INSERT INTO loan_instalment VALUES (?, ?, ?, ?, ?, ?)')
  for (let loan = 1; loan <= loans; loan += 1) {
    const date = paidOutOn(loan)
    const agreed = {
      ...{ loan_id: loanId(loan), member_id: memberId(1 + (loan % members)), product: 'flat' },
      ...{ principal: part * months, months, purpose: 'Modal warung', related_party: 0, joint_liability: 0 },
      ...{ applied_on: date, approved_on: date, approved_by: 'Sri Wahyuni' },
      ...(loan % 2 === 0 ? penalty : {}),
    }
    identify.run(loanId(loan), `P-${String(loan).padStart(4, '0')}`)
    agree({ ...Object.fromEntries(columns.map(({ name }) => [name, product[name] ?? null])), ...agreed })
    for (let n = 1; n <= months; n += 1)
      schedule.run(payoutId(loan), n, loanId(loan), addMonths(date, n), part, interest)
  }
}
