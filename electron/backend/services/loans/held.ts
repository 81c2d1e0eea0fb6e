import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { loanHeldRefund } from '../../../../shared/rules/entries/loan-held-refund.ts'
import { post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { getLoan, namedLoan } from './standing.ts'

/**
 * Gives back what was held for later instalments, all of it unless said otherwise. Refuses NOT_ALLOWED where nothing is
 * held, and as INVALID_INPUT more than that.
 */
export async function refundHeld(
  work: Work,
  { loanId, date, cashAccount, amount }: Inputs['loans']['refundHeld'],
): Promise<Answers['loans']['refundHeld']> {
  const record = await getLoan(work.tx, loanId)
  const { held } = record.moved
  if (held <= 0) throw new Refusal('NOT_ALLOWED', 'nothing_held', { number: record.loan.number })
  const refunded = amount ?? held
  if (refunded > held) throw invalidInput(['amount'], 'held_too_little', { available: held })
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const posted = await post(work, loanHeldRefund({ date, cashAccount, loan: namedLoan(record), amount: refunded }))
  return { ...posted, refunded, held: held - refunded }
}
