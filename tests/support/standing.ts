import { defaultLoanTerms } from '../../shared/rules/default-loans.ts'
import { interestOnBalance } from '../../shared/rules/loan-interest-on-balance.ts'
import type { LoanStanding } from '../../shared/rules/loan-payment.ts'
import { sen } from '../../shared/rules/money.ts'

/** What stands of a loan under the terms of a new book's products, of which nothing was ever paid. */
export const untouched: Omit<LoanStanding, 'disbursedOn' | 'schedule'> = {
  ...{ paidPrincipal: sen(0), paidInterest: sen(0), paidPenalty: sen(0), waivedPenalty: sen(0), held: sen(0) },
  history: [],
  earlySettlement: defaultLoanTerms.earlySettlement,
  penalty: defaultLoanTerms.penalty,
  allocation: defaultLoanTerms.allocation,
  excess: defaultLoanTerms.excess,
}

/** The same loan after a payment. */
export function paidOn(
  standing: LoanStanding,
  date: string,
  part: { readonly principal: number; readonly interest: number; readonly penalty?: number; readonly held?: number },
): LoanStanding {
  const { principal, interest, penalty = 0, held = 0 } = part
  const onBalance = standing.onBalance && {
    ...standing.onBalance,
    paid: [...standing.onBalance.paid, { date, principal }],
  }
  return {
    ...standing,
    ...(onBalance && { onBalance, schedule: interestOnBalance(onBalance) }),
    paidPrincipal: sen(standing.paidPrincipal + principal),
    paidInterest: sen(standing.paidInterest + interest),
    paidPenalty: sen(standing.paidPenalty + penalty),
    held: sen(standing.held + held),
    history: [...standing.history, { date, principal, interest, held }],
  }
}
