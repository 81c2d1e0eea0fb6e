import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { splitOfBorrowing, unpaidOfBorrowing } from '../../../../shared/rules/borrowing-payment.ts'
import { borrowingPayment, isParticipation } from '../../../../shared/rules/entries/borrowing.ts'
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

async function partsOf(work: Work, record: BorrowingRecord, input: Inputs['repay']) {
  const { amount, date, principal = 0, interest = 0 } = input
  if (amount === undefined) return { principal, interest }
  const { owed, ...paid } = await standingOf(work.tx, record, date)
  const unpaid = unpaidOfBorrowing(await scheduleOf(work.tx, record.borrowing_id), paid)
  const { rest, ...parts } = splitOfBorrowing(unpaid, { amount, owed, date })
  if (rest > 0) throw invalidInput(['amount'], 'payment_above_owed', { available: amount - rest })
  return parts
}

interface Parts {
  readonly date: string
  readonly cashAccount: string
  readonly principal: number
  readonly interest: number
}

async function pay(work: Work, record: BorrowingRecord, parts: Parts): Promise<Repaid> {
  const { date, cashAccount, principal, interest } = parts
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const { borrowing_id: borrowingId, member_id, account, lender } = record
  const borrowing = { borrowingId, memberId: member_id ?? undefined, account, lender }
  const posted = await post(work, borrowingPayment({ date, borrowing, principal, interest, cashAccount }))
  const { owed } = await standingOf(work.tx, record, date)
  return { ...posted, borrowingId, principal, interest, owed }
}
