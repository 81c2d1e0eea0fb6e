import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { SavingsOfMember } from '../../../../shared/rules/entries/savings-line.ts'
import { loanDue } from '../../../../shared/rules/loan-due.ts'
import type { LoanStanding } from '../../../../shared/rules/loan-payment.ts'
import type { Reader } from '../../db/tables.ts'
import { getSavingsAccount } from '../savings/accounts.ts'
import { requireWithdrawable } from '../savings/terms.ts'
import { securitiesOf } from './backing.ts'
import type { LoanRecord } from './standing.ts'

/** What is to be paid of a loan out of savings, sen. */
interface Taken {
  readonly record: LoanRecord
  readonly standing: LoanStanding
  readonly savingsAccountId: string
  readonly date: string
  readonly amount: number
}

/** Savings that pay, with the product whose interest they earn. */
export type SavingsUnderMandate = Omit<SavingsOfMember, 'productName'> & { readonly product: string }

/**
 * The borrower's savings a payment is taken from. Savings never repay a loan without a signed mandate that stands on the
 * day, and never more than what fell due by then with its penalty (accounting.md section 3.3): refuses NOT_ALLOWED
 * `no_mandate`, `savings_above_due`, closed or locked savings, and as INVALID_INPUT `savings_of_another`.
 */
export async function requireMandate(
  db: Reader,
  { record: { loan }, standing, savingsAccountId, date, amount }: Taken,
): Promise<SavingsUnderMandate> {
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
  const { total: available } = loanDue(standing, date)
  if (amount > available) throw new Refusal('NOT_ALLOWED', 'savings_above_due', { number: loan.number, available })
  const { account, unit, memberId, product } = savings
  return { savingsAccountId, memberId, account, unit, product }
}
