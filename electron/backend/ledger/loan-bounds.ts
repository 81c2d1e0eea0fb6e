import { sql } from 'kysely'
import { invalidInput, Refusal } from '../../../shared/errors.ts'
import { accruedInterestAccount, heldAccount } from '../../../shared/rules/entries/loan-line.ts'
import { question } from '../db/question.ts'
import type { JournalLineTable, Reader } from '../db/tables.ts'
import type { LedgerAccount } from './accounts.ts'
import { interestBookedAfter } from './loan-month-ends.ts'

/**
 * A loan is owed by its borrower, on its own account, and never less than nothing or more than was approved, at the end
 * of the day of `rows` and of any later day, for every path; no more of its booked interest comes in than was booked, and
 * no more of what is held for it is taken than was put by. Nothing is dated before the day up to which a month end booked
 * its interest: INVALID_INPUT `date_before_accrual` names it. Refuses also NOT_ALLOWED `loan_not_its_own`,
 * NEEDS_APPROVAL, and NOT_ALLOWED `loan_out_of_bounds`, `accrued_interest_below_zero` and `held_below_zero` with the day.
 */
export async function requireLoansInBounds(
  db: Reader,
  date: string,
  rows: readonly JournalLineTable[],
  accounts: ReadonlyMap<string, LedgerAccount>,
): Promise<void> {
  const named = [...new Set(rows.flatMap(({ loan_id }) => loan_id ?? []))]
  const booked = await interestBookedAfter(db, named, date)
  if (booked) throw invalidInput(['date'], 'date_before_accrual', { ...booked })
  const isOwed = ({ loan_id, account }: JournalLineTable) =>
    loan_id !== null && (account === heldAccount || accounts.get(account)?.subledger === 'loan')
  for (const [loanId, all] of Map.groupBy(rows.filter(isOwed), (row) => row.loan_id ?? '')) {
    const agreement = await agreementOf.first(db, loanId)
    if (!agreement) continue
    const own = all.filter(({ account }) => account !== accruedInterestAccount && account !== heldAccount)
    const isForeign =
      own.some((row) => row.account !== agreement.account) ||
      all.some((row) => row.member_id !== null && row.member_id !== agreement.member_id)
    if (isForeign) throw new Refusal('NOT_ALLOWED', 'loan_not_its_own')
    await requireAccrued(db, { loanId, date, number: agreement.number }, all)
    await requireHeld(db, { loanId, date, number: agreement.number }, all)
    if (own.length === 0) continue
    const change = own.reduce((sum, row) => sum + row.debit - row.credit, 0)
    if (change > 0 && (agreement.approved_on === null || agreement.rejected_on !== null))
      throw new Refusal('NEEDS_APPROVAL', 'loan', { number: agreement.number })
    const before = (await owedUntil.first(db, loanId, agreement.account, date))?.balance ?? 0
    let balance = before + change
    const days = [{ day: date, moved: 0 }, ...(await movedAfter.all(db, loanId, agreement.account, date))]
    for (const { day, moved } of days) {
      balance += moved
      if (balance >= 0 && balance <= agreement.principal) continue
      throw new Refusal('NOT_ALLOWED', 'loan_out_of_bounds', { number: agreement.number, day })
    }
  }
}

interface OnDay {
  readonly loanId: string
  readonly number: string
  readonly date: string
}

async function requireAccrued(db: Reader, on: OnDay, rows: readonly JournalLineTable[]): Promise<void> {
  const { number } = on
  const day = await firstBelowZero(db, { ...on, account: accruedInterestAccount, sign: 1 }, rows)
  if (day !== undefined) throw new Refusal('NOT_ALLOWED', 'accrued_interest_below_zero', { number, day })
}

async function requireHeld(db: Reader, on: OnDay, rows: readonly JournalLineTable[]): Promise<void> {
  const { number } = on
  const day = await firstBelowZero(db, { ...on, account: heldAccount, sign: -1 }, rows)
  if (day !== undefined) throw new Refusal('NOT_ALLOWED', 'held_below_zero', { number, day })
}

interface Side extends OnDay {
  readonly account: string
  /** 1 where debit is more of it, -1 where credit is. */
  readonly sign: 1 | -1
}

/** The first day at whose end `rows` take what a loan holds on an account below zero. */
async function firstBelowZero(
  db: Reader,
  { loanId, date, account, sign }: Side,
  rows: readonly JournalLineTable[],
): Promise<string | undefined> {
  const own = rows.filter((row) => row.account === account)
  const change = sign * own.reduce((sum, row) => sum + row.debit - row.credit, 0)
  if (change >= 0) return undefined
  let balance = sign * ((await owedUntil.first(db, loanId, account, date))?.balance ?? 0) + change
  const days = [{ day: date, moved: 0 }, ...(await movedAfter.all(db, loanId, account, date))]
  return days.find(({ moved }) => {
    balance += sign * moved
    return balance < 0
  })?.day
}

const agreementOf = question((db, loanId: string) =>
  db
    .selectFrom('loan_agreement as a')
    .innerJoin('loan as l', 'l.id', 'a.loan_id')
    .leftJoin('loan_rejection as r', 'r.loan_id', 'a.loan_id')
    .select(['a.account', 'a.member_id', 'a.principal', 'a.approved_on', 'r.rejected_on', 'l.code as number'])
    .where('a.loan_id', '=', loanId),
)

const owedUntil = question((db, loanId: string, account: string, date: string) =>
  db
    .selectFrom('journal_line')
    .select(sql<number | null>`sum(debit - credit)`.as('balance'))
    .where('loan_id', '=', loanId)
    .where('account', '=', account)
    .where('entry_date', '<=', date),
)

const movedAfter = question((db, loanId: string, account: string, date: string) =>
  db
    .selectFrom('journal_line')
    .select(['entry_date as day', sql<number>`sum(debit - credit)`.as('moved')])
    .where('loan_id', '=', loanId)
    .where('account', '=', account)
    .where('entry_date', '>', date)
    .groupBy('entry_date')
    .orderBy('entry_date'),
)
