import { invalidInput, Refusal } from '../../../shared/errors.ts'
import type { SavingsOfMember } from '../../../shared/rules/entries/savings-line.ts'
import type { Reader } from '../db/tables.ts'
import { securitiesOf } from './loan-backing.ts'
import type { LoanRecord } from './loan-standing.ts'
import { getSavingsAccount } from './savings-accounts.ts'
import { requireWithdrawable } from './savings-terms.ts'

/**
 * The borrower's savings a payment is taken from. Savings never repay a loan without a signed mandate that stands on the
 * day (accounting.md section 3.3): refuses NOT_ALLOWED `no_mandate`, closed or locked savings, and as INVALID_INPUT
 * `savings_of_another`.
 */
export async function requireMandate(
  db: Reader,
  { loan }: LoanRecord,
  savingsAccountId: string,
  date: string,
): Promise<Omit<SavingsOfMember, 'productName'>> {
  const savings = await getSavingsAccount(db, savingsAccountId)
  if (savings.memberId !== loan.memberId) throw invalidInput(['savingsAccountId'], 'savings_of_another')
  const { mandates } = await securitiesOf(db, loan.loanId)
  const isCovered = mandates.some(
    ({ savingsProducts, on, revokedOn }) =>
      savingsProducts.includes(savings.product) && on <= date && (revokedOn === null || date < revokedOn),
  )
  if (!isCovered) throw new Refusal('NOT_ALLOWED', 'no_mandate', { number: loan.number })
  if (!savings.isOpen) throw new Refusal('NOT_ALLOWED', 'savings_account_closed', { number: savings.number })
  requireWithdrawable(savings)
  const { account, unit, memberId } = savings
  return { savingsAccountId, memberId, account, unit }
}
