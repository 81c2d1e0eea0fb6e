import fc from 'fast-check'
import { addDays } from '../../shared/calendar.ts'
import type { LoanTerms } from '../../shared/rules/loan-terms.ts'
import { anyTerms, anyWish } from './any-loan.ts'
import { openTestBook, requestId, type TestBook } from './book.ts'
import { addMember, deposit, openSavings, putCash } from './counter.ts'

/** Lives of loans in a book: what is done to them, in any order of days. */

const cashAccount = '11101'
/** The last day anything happens on, and the day it is. */
export const lastDay = '2030-12-31'

const act = fc.record({
  which: fc.nat({ max: 5 }),
  day: fc.integer({ min: 0, max: 600 }),
  does: fc.constantFrom(
    ...(['pay', 'pay', 'pay', 'payDue', 'payDue', 'payFromHeld', 'payFromSavings', 'payOff', 'payOff'] as const),
    ...([
      'waive',
      'refundHeld',
      'restructure',
      'writeOff',
      'recover',
      'recover',
      'interest',
      'allowance',
      'undo',
    ] as const),
  ),
  pct: fc.integer({ min: 1, max: 100 }),
  excess: fc.constantFrom(...(['prepay', 'hold', 'hold', undefined] as const)),
  isYes: fc.boolean(),
  isTakenBack: fc.boolean(),
})
export type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

export const anyLives = fc.record({
  loans: fc.array(
    fc.record({
      terms: anyTerms,
      wish: anyWish,
      isRelated: fc.boolean(),
      hasGroup: fc.boolean(),
      pledged: fc.boolean(),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  acts: fc.array(act, { minLength: 4, maxLength: 16 }),
})
export type Lives = typeof anyLives extends fc.Arbitrary<infer Value> ? Value : never

export interface LifeBook extends TestBook {
  /** The loans that were paid out, and those they go on as. */
  readonly loanIds: string[]
  readonly savingsAccountId: string
  /** Whose money all loans are. */
  readonly fundId: string
}

/** Approved and paid out as far as bylaws allow; what they refuse is no life. */
export async function openLifeBook({ loans }: Lives): Promise<LifeBook> {
  const book = await openTestBook({ today: lastDay })
  const memberId = await addMember(book)
  await putCash(book, 10_000_000_000_00)
  const reserves = [{ account: '34101', amount: 2_000_000_000_00 }]
  const brought = { requestId: requestId(), date: '2026-01-02', cashAccount, description: 'Cadangan' }
  await book.api.cash.receive({ ...brought, lines: reserves })
  const savingsAccountId = await openSavings(book, memberId)
  await deposit(book, savingsAccountId, 20_000_000_00)
  const fundId = await revolvingFund(book)
  const loanIds: string[] = []
  for (const loan of loans) {
    const loanId = await paidOut(book, { memberId, fundId }, loan).catch(expectedRefusal)
    if (typeof loanId === 'string') loanIds.push(loanId)
  }
  return { ...book, loanIds, savingsAccountId, fundId }
}

/** A fund that is lent on, with more money than anybody borrows. */
async function revolvingFund(book: TestBook): Promise<string> {
  const during = { from: '2026-01-01', to: '2030-12-31' }
  const agreed = { name: 'Dana bergulir', donor: 'Desa', purpose: 'Modal anggota', treatment: 'revolving' as const }
  const amount = 10_000_000_000_00
  const { fundId } = await book.api.funds.create({ ...agreed, ...during, budget: [{ name: 'Pinjaman', amount }] })
  await book.api.funds.receive({ requestId: requestId(), date: '2026-01-02', fundId, amount, cashAccount: '11203' })
  return fundId
}

/** A refusal of the rules, with its code; a bug is thrown on. */
export function expectedRefusal(error: unknown): { code: string } {
  const { code } = error as { code?: string }
  if (code === 'INVALID_INPUT' || code === 'NOT_ALLOWED' || code === 'ALREADY_DONE') return { code }
  if (code === 'INSUFFICIENT_BALANCE' || code === 'ALREADY_REVERSED') return { code }
  throw error
}

type Loan = Lives['loans'][number]

async function paidOut(
  book: TestBook,
  of: { readonly memberId: string; readonly fundId: string },
  { terms, wish, isRelated, ...loan }: Loan,
): Promise<string> {
  const { product } = await book.api.loans.createProduct({ requestId: requestId(), ...productOf(terms) })
  const date = '2026-01-05'
  const { loanId } = await book.api.loans.apply({
    ...{ requestId: requestId(), ...of, product, principal: wish.principal, months: wish.months, date },
    ...{ purpose: 'Modal warung', relatedParty: isRelated, jointLiability: loan.hasGroup },
    mandate: { savingsProducts: ['sukarela'], on: date },
    ...(loan.pledged ? { collateral: [{ kind: 'BPKB motor', owner: 'Sendiri', appraised: 9_000_000_00 }] } : {}),
  })
  await book.api.loans.approve({ requestId: requestId(), loanId, date, approvedBy: 'Sri Wahyuni' })
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: wish.disbursedOn, cashAccount })
  return loanId
}

function productOf({ rate, ...terms }: LoanTerms) {
  const agreed = rate.per === 'month' ? { ratePctPerMonth: rate.ratePct } : { ratePctPerYear: rate.ratePct }
  return { nameId: 'Pinjaman', ...terms, interval: { ...terms.interval }, ...agreed }
}

/** What an act did: its entry, or the month's end it wrote. */
export interface Done {
  readonly requestId: string
  readonly entryId: string | null
  readonly date: string
  /** The loan that was begun by it, and the entry that was taken back. */
  readonly began?: string | undefined
  readonly tookBack?: string | undefined
}

/** The day of an act on a loan; none after 2029, so that in the last year nobody pays. */
export function dayOf({ disbursedOn }: { readonly disbursedOn: string | null }, { day }: Act): string {
  const date = addDays(disbursedOn ?? '', day)
  return date < '2029-12-31' ? date : '2029-12-31'
}

/** Does one thing to one of the loans; refuses like the program. Undefined where there is nothing to do it with. */
export async function acted(book: LifeBook, life: Act, standing: readonly Done[]): Promise<Done | undefined> {
  const { loans, journal } = book.api
  const loanId = book.loanIds[life.which % book.loanIds.length] ?? ''
  const { loan } = await loans.card({ loanId })
  const date = dayOf(loan, life)
  const key = requestId()
  const asked = { requestId: key, loanId, date }
  const share = (amount: number) => Math.max(1, Math.ceil((amount * life.pct) / 100))
  const done = (answer: { entryId: string | null; date: string }, began?: string): Done => ({
    ...{ requestId: key, entryId: answer.entryId, date: answer.date, began },
  })
  switch (life.does) {
    case 'pay':
    case 'payDue': {
      const due = await loans.due({ loanId, date })
      const amount = life.does === 'pay' ? share(loan.outstanding) : Math.max(1, due.total)
      const waivePenalty = life.isYes && due.penalty > 1 ? { amount: share(due.penalty), reason: 'Sakit' } : undefined
      const paying = { ...asked, amount, cashAccount, waivePenalty }
      return done(await loans.pay(life.excess ? { ...paying, excess: life.excess } : paying))
    }
    case 'payFromHeld': {
      const { held } = await loans.due({ loanId, date })
      return held === 0 ? undefined : done(await loans.pay({ ...asked, amount: share(held), fromHeld: true }))
    }
    case 'payFromSavings': {
      const { total } = await loans.due({ loanId, date })
      const taken = { ...asked, amount: share(total), savingsAccountId: book.savingsAccountId }
      return total === 0 ? undefined : done(await loans.pay(taken))
    }
    case 'payOff':
      return done(await loans.payOff({ ...asked, cashAccount }))
    case 'waive': {
      const { penalty } = await loans.due({ loanId, date })
      if (penalty === 0) return undefined
      await loans.waivePenalty({ ...asked, amount: share(penalty), reason: 'Sakit' })
      return done({ entryId: null, date })
    }
    case 'refundHeld':
      return done(await loans.refundHeld({ ...asked, cashAccount }))
    case 'restructure': {
      const agreed = { months: 12, reason: 'Panen gagal', approvedBy: 'Sri Wahyuni', capitaliseInterest: life.isYes }
      const answer = await loans.restructure({ ...asked, ...agreed })
      return done(answer, answer.loanId)
    }
    case 'writeOff':
      return done(await loans.writeOff({ ...asked, decision: { number: 'RAT/1', on: date, by: 'rat' } }))
    case 'recover': {
      const { rows } = await loans.list({ state: 'written_off' })
      const lost = rows[life.which % Math.max(1, rows.length)]
      if (!lost?.writtenOff || lost.writtenOff.left === 0) return undefined
      const { on, left } = lost.writtenOff
      const coming = { ...asked, loanId: lost.loanId, date: addDays(on, life.day % 90), amount: share(left) }
      return done(await loans.recover({ ...coming, cashAccount }))
    }
    case 'interest':
      return done(await loans.accrueInterest({ requestId: key, month: date.slice(0, 7) }))
    case 'allowance':
      return done(await loans.accrueAllowance({ requestId: key, month: date.slice(0, 7) }))
    case 'undo': {
      const last = standing.findLast(({ entryId }) => entryId !== null)
      if (!last) return undefined
      const undo = { requestId: key, entryId: last.entryId ?? '', date: last.date, reason: 'Salah catat' }
      await journal.reverse(undo)
      return { requestId: key, entryId: null, date: last.date, tookBack: last.entryId ?? '' }
    }
  }
}
