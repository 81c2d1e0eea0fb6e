import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loanClasses } from '../../../shared/rules/allowance.ts'
import { runs } from '../../support/any-loan.ts'
import { requestId } from '../../support/book.ts'
import {
  type Act,
  acted,
  anyLives,
  type Done,
  dayOf,
  expectedRefusal,
  type LifeBook,
  type Lives,
  lastDay,
  openLifeBook,
} from '../../support/loan-life.ts'
import { daysBelowZero } from '../../support/set-aside.ts'

/** Laws of loans in a book: any products, paid, let off, held for, restructured, written off, recovered and taken back. */

const cards = (book: LifeBook, loanIds: readonly string[] = book.loanIds) =>
  Promise.all(loanIds.map((loanId) => book.api.loans.card({ loanId, asOf: lastDay })))

async function accounts(book: LifeBook): Promise<Map<string, number>> {
  const { rows } = await book.api.ledger.trialBalance({ asOf: lastDay })
  return new Map(rows.flatMap(({ code, debit, credit }) => (debit === credit ? [] : [[code, debit - credit]])))
}

/** All that can be seen of the loans that were there before, but for the rows of one entry and what took it back. */
async function seen(book: LifeBook, loanIds: readonly string[], without: readonly (string | null)[] = []) {
  const own = await cards(book, loanIds)
  const { rows } = await book.api.loans.classify({ asOf: lastDay })
  return {
    cards: own.map(({ rows: lines, ...card }) => ({
      ...card,
      rows: lines.filter((row) => !without.includes(row.entryId)),
    })),
    classes: rows,
    accounts: await accounts(book),
    savings: await book.api.savings.card({ savingsAccountId: book.savingsAccountId }).then(({ closing }) => closing),
  }
}

/** Cards add up to their accounts, and each card to itself. */
async function expectControlled(book: LifeBook): Promise<void> {
  const own = await cards(book)
  const balances = await accounts(book)
  const owedOn = (account: string) => {
    const on = own.filter(({ loan }) => accountOf(loan) === account)
    return on.reduce((sum, { outstanding }) => sum + outstanding, 0)
  }
  for (const account of ['13101', '13105', '13201']) expect(balances.get(account) ?? 0).toBe(owedOn(account))
  const sum = (amount: (card: (typeof own)[number]) => number) => own.reduce((all, card) => all + amount(card), 0)
  expect(balances.get('13401') ?? 0).toBe(sum(({ accrued }) => accrued))
  expect(0 - (balances.get('21401') ?? 0)).toBe(sum(({ held }) => held))
  expect(0 - (balances.get('41104') ?? 0)).toBe(sum(({ penalty }) => penalty.paid))
  expect(0 - (balances.get('48104') ?? 0)).toBe(sum(({ loan }) => loan.writtenOff?.recovered ?? 0))
  expect(daysBelowZero(book)).toEqual([])
  const income = 0 - (balances.get('41101') ?? 0)
  const interest = sum(({ rows }) => rows.reduce((all, row) => all + row.interest, 0))
  expect(income).toBe(interest + sum(({ accrued }) => accrued))
  await expectFundOwed(book, sum)
  for (const card of own) {
    expectAddsUp(card)
    expectInterestOfWhatIsLeft(card)
  }
}

type Card = Awaited<ReturnType<typeof cards>>[number]

/** What the fund has outstanding is what its loans owe; of what it was given the rest is free or lost. */
async function expectFundOwed(book: LifeBook, sum: (amount: (card: Card) => number) => number): Promise<void> {
  const { received, revolving } = await book.api.funds.get({ fundId: book.fundId, asOf: lastDay })
  expect(revolving?.outstanding).toBe(sum(({ outstanding }) => outstanding))
  expect(revolving?.lost).toBe(sum(({ rows }) => rows.reduce((all, row) => all + row.writtenOff, 0)))
  const { free = 0, outstanding = 0, lost = 0, recovered = 0, interest } = revolving ?? {}
  expect(free).toBe(received - outstanding - lost + Math.min(lost, recovered))
  expect(interest).toBe(sum(({ rows, accrued }) => rows.reduce((all, row) => all + row.interest, accrued)))
}

function accountOf({ restructures, relatedParty }: Card['loan']): string {
  return relatedParty ? '13201' : restructures ? '13105' : '13101'
}

function expectAddsUp({ loan, rows, outstanding, schedule, held, accrued, penalty }: Card): void {
  const sum = (part: 'disbursed' | 'principal' | 'transferred' | 'writtenOff') =>
    rows.reduce((all, row) => all + row[part], 0)
  expect(sum('principal') + sum('transferred') + sum('writtenOff') + outstanding).toBe(sum('disbursed'))
  expect(sum('disbursed')).toBe(loan.disbursedOn === null ? 0 : loan.principal)
  expect(Math.min(outstanding, held, accrued, penalty.paid)).toBeGreaterThanOrEqual(0)
  if (schedule.length > 0) expect(schedule.reduce((all, row) => all + row.principal, 0)).toBe(loan.principal)
  // What is owed, or was given up for lost, is unpaid of some instalment, its interest with it.
  const unpaid = schedule.reduce((all, row) => all + row.unpaid, 0)
  expect(unpaid).toBeGreaterThanOrEqual(outstanding + (loan.writtenOff?.principal ?? 0))
  const endOfDay = new Map(rows.map(({ date, balance }) => [date, balance]))
  for (const balance of endOfDay.values()) expect(balance).toBeGreaterThanOrEqual(0)
  if (rows.length > 0) expect(rows.at(-1)?.balance).toBe(outstanding)
}

/** Instalments of which less interest is asked for than was signed, over all runs. */
let lowered = 0

/** Each month's interest is of what the card says was owed when it began; of other loans what was signed. */
function expectInterestOfWhatIsLeft({ loan, schedule, rows }: Card): void {
  const { method, earlySettlement, interval, graceAllMonths, disbursedOn } = loan
  const isSigned = method === 'flat' || method === 'bullet' || earlySettlement === 'full'
  let scheduled = loan.principal
  for (const [index, { principal, interest, agreedInterest }] of schedule.entries()) {
    const begin = schedule[index - 1]?.dueOn ?? disbursedOn ?? ''
    const paid = rows.filter(({ date }) => date <= begin).reduce((sum, row) => sum + row.principal, 0)
    const owed = Math.min(scheduled, loan.principal - paid)
    const isPlain = interval.every === 1 && graceAllMonths === 0
    if (isSigned) expect(interest).toBe(agreedInterest)
    else if (isPlain) expect(interest).toBe(shareOf(agreedInterest, [owed, scheduled], loan))
    else expect(interest).toBeLessThanOrEqual(agreedInterest)
    if (interest < agreedInterest) lowered += 1
    scheduled -= principal
  }
}

/** `amount` × `owed` ÷ `whole` in whole numbers, rounded as was agreed and never more than the amount. */
function shareOf(amount: number, [owed, whole]: [number, number], { rounding, roundTo }: Card['loan']): number {
  const [over, under] = [BigInt(amount) * BigInt(owed), BigInt(whole) * BigInt(roundTo)]
  const extra = { up: under - 1n, down: 0n, half_up: under / 2n }[rounding]
  return Math.min(amount, Number((over + extra) / under) * roundTo)
}

/** What an act did is taken back on its day: everything is as it was, to the sen and to the word. */
async function expectTakenBack(
  book: LifeBook,
  { entryId, date, requestId: undoes }: Done,
  before: Seen,
): Promise<void> {
  const asked = { requestId: requestId(), date, reason: 'Salah catat' }
  if (entryId === null) await book.api.requests.undo({ ...asked, undoes })
  else {
    const { entryId: reversal } = await book.api.journal.reverse({ ...asked, entryId })
    expect(await seen(book, before.loanIds, [entryId, reversal])).toEqual(before.seen)
    return
  }
  expect(await seen(book, before.loanIds)).toEqual(before.seen)
}

interface Seen {
  readonly loanIds: readonly string[]
  readonly seen: Awaited<ReturnType<typeof seen>>
}

/** What is paid off is what was quoted, what was held goes first, and nothing is left. */
async function expectQuoted(book: LifeBook, act: Act, standing: readonly Done[]): Promise<Done | undefined> {
  const loanId = book.loanIds[act.which % book.loanIds.length] ?? ''
  const { loan } = await book.api.loans.card({ loanId })
  const date = dayOf(loan, act)
  const { held, toPay, ...quote } = await book.api.loans.payoffQuote({ loanId, date })
  const done = await acted(book, act, standing)
  const { rows, ...card } = await book.api.loans.card({ loanId, asOf: lastDay })
  const { principal, interest, penalty } = rows.find(({ entryId }) => entryId === done?.entryId) ?? {}
  expect({ principal, interest, penalty, total: toPay + Math.min(held, quote.total) }).toEqual(quote)
  const left = { outstanding: 0, held: held - Math.min(held, quote.total), penalty: { owed: 0 } }
  expect(card).toMatchObject({ ...left, loan: { state: 'settled' } })
  expect(card.schedule.every(({ unpaid }) => unpaid === 0 || loan.earlySettlement !== 'full')).toBe(true)
  return done
}

/** How often each kind of act was done, taken back at once or not, over all runs; what was refused is not counted. */
const doneOf = new Map<Act['does'], number>()

async function live(book: LifeBook, { acts }: Lives): Promise<void> {
  const standing: Done[] = []
  for (const act of acts) {
    const before = act.isTakenBack ? { loanIds: [...book.loanIds], seen: await seen(book, book.loanIds) } : undefined
    const doing = act.does === 'payOff' ? expectQuoted(book, act, standing) : acted(book, act, standing)
    const done = await doing.catch((error: unknown) => void expectedRefusal(error))
    if (!done) continue
    doneOf.set(act.does, (doneOf.get(act.does) ?? 0) + 1)
    if (before && done.tookBack === undefined) {
      await expectTakenBack(book, done, before)
      continue
    }
    if (done.began !== undefined) book.loanIds.push(done.began)
    if (done.tookBack === undefined) standing.push(done)
    else
      standing.splice(
        standing.findIndex(({ entryId }) => entryId === done.tookBack),
        1,
      )
    await expectControlled(book)
  }
}

const common: readonly Act['does'][] = [
  ...(['pay', 'payDue', 'payOff', 'payFromSavings', 'waive', 'restructure', 'writeOff'] as const),
  ...(['interest', 'allowance', 'undo'] as const),
]

/** What no life tried yet: a common act, or principal paid ahead that lowers later interest. */
const neverDone = () => [...common.filter((does) => !doneOf.has(does)), ...(lowered > 0 ? [] : ['lowered'])]

/** In the last year nobody pays: days overdue and classes never get better. */
async function expectWorsening(book: LifeBook): Promise<void> {
  const said = new Map<string, { days: number; rank: number }>()
  for (const asOf of ['2030-01-31', '2030-02-28', '2030-03-01', '2030-09-15', lastDay]) {
    const { rows, totals } = await book.api.loans.classify({ asOf })
    expect(totals.difference).toBe(0)
    for (const row of rows) {
      const before = said.get(row.loanId) ?? { days: 0, rank: 0 }
      const now = { days: row.daysOverdue, rank: loanClasses.indexOf(row.class) }
      expect(now.days).toBeGreaterThanOrEqual(before.days)
      expect(now.rank).toBeGreaterThanOrEqual(before.rank)
      said.set(row.loanId, now)
    }
  }
}

test('whatever is done to loans on whatever day, cards and accounts agree, and what is taken back never was', async () => {
  const property = fc.asyncProperty(anyLives, async (lives) => {
    const book = await openLifeBook(lives)
    try {
      if (book.loanIds.length === 0) return
      await live(book, lives)
      await expectControlled(book)
      await expectWorsening(book)
      expect(await book.api.ledger.verify()).toMatchObject({ ok: true, problems: [] })
      expect(book.bugs).toEqual([])
    } finally {
      await book.close()
    }
  })
  // Making a book smaller and smaller takes an hour; the seed of a failure is told.
  const lived = () => fc.assert(property, { numRuns: runs(60), endOnFailure: true })
  await lived()
  // A law that was asked of nothing is kept by everything; chance may leave a rare act out.
  for (let more = 0; more < 4 && neverDone().length > 0; more += 1) await lived()
  expect(neverDone()).toEqual([])
}, 600_000)
