import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { splitOfBorrowing, unpaidOfBorrowing } from '../../../../shared/rules/borrowing-payment.ts'
import { borrowingPayment, isParticipation } from '../../../../shared/rules/entries/borrowing.ts'
import type { Reader } from '../../db/tables.ts'
import { post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { type BorrowingRecord, borrowingNamed, scheduleOf, standingOf } from './records.ts'

type Inputs = AllInputs['capital']
type Repaid = Answers['capital']['repay']

/** A borrowing is paid back; refuses more than is owed, and modal penyertaan, which is returned instead. */
export async function repay(work: Work, input: Inputs['repay']): Promise<Repaid> {
  const record = await borrowingNamed(work.tx, input.borrowingId)
  if (isParticipation(record.account)) throw new Refusal('NOT_ALLOWED', 'participation_is_returned')
  const parts = await partsOf(work, record, input)
  if (parts.principal + parts.interest === 0) throw invalidInput(['principal'], 'amount_not_positive')
  return pay(work, record, { ...input, ...parts })
}

/** Modal penyertaan is given back; refuses more than is left, and what was borrowed. */
export async function returnCapital(work: Work, input: Inputs['return']): Promise<Answers['capital']['return']> {
  const record = await borrowingNamed(work.tx, input.borrowingId)
  if (!isParticipation(record.account)) throw new Refusal('NOT_ALLOWED', 'borrowing_is_repaid')
  const {
    principal: _,
    interest: __,
    ...answer
  } = await pay(work, record, { ...input, principal: input.amount, interest: 0 })
  return answer
}

/**
 * What modal penyertaan earned is paid: as a cost, or of capital without a day on which it goes back out of what the
 * meeting gave it of surpluses, never more. Refuses what was borrowed.
 */
export async function payShare(work: Work, input: Inputs['payShare']): Promise<Answers['capital']['payShare']> {
  const record = await borrowingNamed(work.tx, input.borrowingId)
  if (!isParticipation(record.account)) throw new Refusal('NOT_ALLOWED', 'borrowing_is_repaid')
  const {
    principal: _,
    interest: __,
    ...answer
  } = await pay(work, record, { ...input, principal: 0, interest: input.amount })
  const { shareLeft } = await standingOf(work.tx, record, input.date)
  return { ...answer, shareLeft }
}

async function partsOf(work: Work, record: BorrowingRecord, input: Inputs['repay']) {
  const { amount, date, principal = 0, interest = 0 } = input
  await requireLent(work.tx, record, date)
  if (amount === undefined) return { principal, interest }
  const { owed, shareLeft: _, ...paid } = await standingOf(work.tx, record, date)
  const unpaid = unpaidOfBorrowing(await scheduleOf(work.tx, record.borrowing_id), paid)
  const { rest, ...parts } = splitOfBorrowing(unpaid, { amount, owed, date })
  if (rest > 0) throw invalidInput(['amount'], 'payment_above_owed', { available: amount - rest })
  return parts
}

/** Nothing is paid before the money came, or where that it came was taken back. */
async function requireLent(db: Reader, { number, starts_on, entry_id }: BorrowingRecord, date: string): Promise<void> {
  if (date < starts_on) throw invalidInput(['date'], 'date_before_borrowing', { number, date: starts_on })
  const undone = await db
    .selectFrom('journal_entry')
    .select('id')
    .where('reverses_id', '=', entry_id)
    .executeTakeFirst()
  if (undone) throw new Refusal('NOT_ALLOWED', 'borrowing_taken_back', { number })
}

interface Parts {
  readonly date: string
  readonly cashAccount: string
  readonly principal: number
  readonly interest: number
}

async function pay(work: Work, record: BorrowingRecord, parts: Parts): Promise<Repaid> {
  const { date, cashAccount, principal, interest } = parts
  await requireLent(work.tx, record, date)
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const { borrowing_id: borrowingId, member_id, account, lender } = record
  const borrowing = { borrowingId, memberId: member_id ?? undefined, account, lender }
  const posted = await post(work, borrowingPayment({ date, borrowing, principal, interest, cashAccount }))
  const { owed } = await standingOf(work.tx, record, date)
  return { ...posted, borrowingId, principal, interest, owed }
}
