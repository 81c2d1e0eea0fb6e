import { sql } from 'kysely'
import { Refusal } from '../../../shared/errors.ts'
import { isBankAccount } from '../../../shared/rules/cash-accounts.ts'
import { leaversAccount } from '../../../shared/rules/member-settlement.ts'
import { question } from '../db/question.ts'
import type { JournalLineTable, Reader } from '../db/tables.ts'
import type { LedgerAccount } from './accounts.ts'
import { cardBalance, cardMovedAfter } from './member-cards.ts'

/** True for money that is held in the hand: everything that counts as cash but banks (112xx) and cash in transit (113xx). */
export function isCashOnHand(account: Pick<LedgerAccount, 'code' | 'cash_flow'>): boolean {
  return account.cash_flow === 'cash' && !isBankAccount(account.code)
}

/**
 * Refuses CASH_BELOW_ZERO and INSUFFICIENT_BALANCE where `rows`, about to be written, take cash, a savings account or
 * what is still owed to a member who left below zero at the end of their day or of any later day; the savings are asked
 * first, for whoever has not saved it cannot draw it, whatever lies in the box. Banks may be overdrawn: that answers `bank_below_zero`.
 */
export async function requireNothingBelowZero(
  db: Reader,
  date: string,
  rows: readonly JournalLineTable[],
  accounts: ReadonlyMap<string, LedgerAccount>,
): Promise<string[]> {
  const savings = rows.filter((row) => row.savings_account_id && accounts.get(row.account)?.subledger === 'savings')
  for (const [id, change] of netBy(savings, (row) => row.savings_account_id ?? '')) {
    if (change > 0) await requireSavings(db, id, change, date)
  }
  const leavers = rows.filter((row) => row.account === leaversAccount && row.member_id)
  for (const [id, change] of netBy(leavers, (row) => row.member_id ?? '')) {
    if (change > 0) await requireOwedToLeaver(db, id, change, date)
  }
  const warnings: string[] = []
  for (const [code, change] of netBy(rows, (row) => row.account)) {
    const account = accounts.get(code)
    if (change >= 0 || account?.cash_flow !== 'cash') continue
    const lowest = lowestOf(account.debit - account.credit + change, date, await movedAfter.all(db, code, date))
    if (lowest.balance >= 0) continue
    if (isCashOnHand(account))
      throw new Refusal('CASH_BELOW_ZERO', undefined, { account: code, ...shortOf(lowest, -change) })
    warnings.push('bank_below_zero')
  }
  return warnings
}

async function requireSavings(db: Reader, id: string, taken: number, date: string): Promise<void> {
  const kept = (await keptSavings.first(db, id))?.balance ?? 0
  const lowest = lowestOf(kept - taken, date, await savedAfter.all(db, id, date))
  if (lowest.balance >= 0) return
  throw new Refusal('INSUFFICIENT_BALANCE', undefined, { savingsAccountId: id, ...shortOf(lowest, taken) })
}

async function requireOwedToLeaver(db: Reader, memberId: string, taken: number, date: string): Promise<void> {
  const lowest = await lowestOwedToLeaver(db, memberId, date)
  if (lowest.balance >= taken) return
  const after = { ...lowest, balance: lowest.balance - taken }
  throw new Refusal('INSUFFICIENT_BALANCE', 'leaver', { memberId, ...shortOf(after, taken) })
}

/** The least that is owed to a member who left at the end of a day or of any later one. */
export async function lowestOwedToLeaver(db: Reader, memberId: string, date: string): Promise<Lowest> {
  const now = await cardBalance(db, memberId, leaversAccount)
  return lowestOf(now, date, await cardMovedAfter.all(db, memberId, leaversAccount, date))
}

/** Debit less credit per key, in the order of the lines. */
function netBy(rows: readonly JournalLineTable[], key: (row: JournalLineTable) => string): Map<string, number> {
  const net = new Map<string, number>()
  for (const row of rows) net.set(key(row), (net.get(key(row)) ?? 0) + row.debit - row.credit)
  return net
}

export interface Lowest {
  readonly balance: number
  readonly day: string
}

/** What was there before this entry took `taken` sen, and the day on which it would not be enough. */
function shortOf(lowest: Lowest, taken: number): { available: number; short: number; day: string } {
  return { available: Math.max(0, lowest.balance + taken), short: -lowest.balance, day: lowest.day }
}

/** Walks back from today's balance over the days after `date`: the lowest balance at the end of any of them. */
export function lowestOf(now: number, date: string, later: readonly { day: string; moved: number }[]): Lowest {
  let balance = now
  let lowest: Lowest = { balance, day: later[0]?.day ?? date }
  for (const [index, { moved }] of later.entries()) {
    balance -= moved
    const day = later[index + 1]?.day ?? date
    if (balance <= lowest.balance) lowest = { balance, day }
  }
  return lowest
}

const movedAfter = question((db, account: string, date: string) =>
  db
    .selectFrom('balance_day')
    .select(['day', sql<number>`sum(debit - credit)`.as('moved')])
    .where('account', '=', account)
    .where('day', '>', date)
    .groupBy('day')
    .orderBy('day', 'desc'),
)

const keptSavings = question((db, savingsAccountId: string) =>
  db
    .selectFrom('balance_subledger')
    .select(sql<number | null>`sum(credit - debit)`.as('balance'))
    .where('subledger', '=', 'savings')
    .where('reference', '=', savingsAccountId),
)

const savedAfter = question((db, savingsAccountId: string, date: string) =>
  db
    .selectFrom('journal_line')
    .innerJoin('account', 'account.code', 'journal_line.account')
    .select(['entry_date as day', sql<number>`sum(journal_line.credit - journal_line.debit)`.as('moved')])
    .where('savings_account_id', '=', savingsAccountId)
    .where('entry_date', '>', date)
    .where('account.subledger', '=', 'savings')
    .groupBy('entry_date')
    .orderBy('entry_date', 'desc'),
)
