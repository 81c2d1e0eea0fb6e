import type Database from 'better-sqlite3'
import { termsHash } from '../../electron/backend/ledger/terms-seal.ts'
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

/** Every fourth loan has interest of what is left: the first month's is the same, and it falls with the principal. */
const isDeclining = (loan: number) => loan % 4 === 1
/** Every second of these paid half an instalment's principal ahead with the second, and pays less interest since. */
const isPaidAhead = (loan: number) => loan % 8 === 1
const half = part / 2

function signedInterest(loan: number, n: number, months: number): number {
  return isDeclining(loan) ? (interest * (months - n + 1)) / months : interest
}

function owedInterest(loan: number, n: number, months: number): number {
  const less = isPaidAhead(loan) && n > 2 ? (interest * half) / (part * months) : 0
  return signedInterest(loan, n, months) - less
}

/** Every second loan asks a penalty of what is late; what is behind is among them. */
const penalty = { penalty_kind: 'pct_per_day', penalty_pct: '0.1' }

/** A closed book in which so many loans were paid out over two years and none is paid back; every tenth is behind. */
export async function bookOfLoans(lent: Lent): Promise<string> {
  return madeBook(`${lent.loans}-loans`, (database) => {
    addMembers(database, { members })
    const hashes = addLoans(database, lent)
    const drafts = [...entriesOf(lent)].sort(byDay)
    addEntries(
      database,
      drafts.map((draft) => ({ ...draft, termsHash: hashes.get(draft.id ?? '') })),
    )
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
      const own = owedInterest(loan, n, lent.months)
      const paid = part + (isPaidAhead(loan) && n === 2 ? half : 0)
      const lines = [debit(cash, paid + own), credit('13101', paid, of), credit('41101', own, of)]
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

function addLoans(database: Database.Database, lent: Lent): Map<string, string> {
  const columns = database.pragma('table_info(loan_agreement)') as { name: string }[]
  const names = columns.map(({ name }) => name)
  const usual = (id: string) => {
    const product = database.prepare('SELECT * FROM loan_product WHERE id = ?').get(id) as Record<string, unknown>
    return Object.fromEntries(names.map((name) => [name, product[name] ?? null]))
  }
  const [flat, declining] = [usual('flat'), usual('declining')]
  const agree = insertInto<string>(database, 'loan_agreement', names)
  const identify = database.prepare("INSERT INTO loan (id, code, name) VALUES (?, ?, 'Pinjaman bunga tetap')")
  const schedule = insertInto(database, 'loan_instalment', scheduleColumns)
  const hashes = new Map<string, string>()
  for (let loan = 1; loan <= lent.loans; loan += 1) {
    const agreement = { ...(isDeclining(loan) ? declining : flat), ...agreedOn(loan, lent) }
    const instalments = instalmentsOf(loan, lent)
    identify.run(loanId(loan), `P-${String(loan).padStart(4, '0')}`)
    agree(agreement)
    for (const row of instalments) schedule(row)
    const terms = instalments.map((row) => ['loan_instalment', row] as const)
    hashes.set(payoutId(loan), termsHash([['loan_agreement', agreement], ...terms]))
  }
  return hashes
}

function agreedOn(loan: number, { months }: Lent) {
  const date = paidOutOn(loan)
  return {
    ...{
      loan_id: loanId(loan),
      member_id: memberId(1 + (loan % members)),
      product: isDeclining(loan) ? 'declining' : 'flat',
    },
    ...{ principal: part * months, months, purpose: 'Modal warung', related_party: 0, joint_liability: 0 },
    ...{ applied_on: date, approved_on: date, approved_by: 'Sri Wahyuni' },
    ...(loan % 2 === 0 ? penalty : {}),
  }
}

const scheduleColumns = ['entry_id', 'n', 'loan_id', 'due_on', 'principal', 'interest'] as const

function instalmentsOf(loan: number, { months }: Lent) {
  const of = { entry_id: payoutId(loan), loan_id: loanId(loan), principal: part }
  return Array.from({ length: months }, (_, index) => ({
    ...{ ...of, n: index + 1, due_on: addMonths(paidOutOn(loan), index + 1) },
    interest: signedInterest(loan, index + 1, months),
  }))
}
