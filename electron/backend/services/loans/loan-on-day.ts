import type { LoanOnDay } from '../../../../shared/rules/loan-classification.ts'
import type { LoanStanding } from '../../../../shared/rules/loan-payment.ts'
import { sen } from '../../../../shared/rules/money.ts'
import type { LoanAgreementTable } from '../../db/tables.ts'

interface OwedOnDay {
  readonly agreement: LoanAgreementTable
  /** Principal owed and interest booked before it was paid, sen. */
  readonly owed: number
  readonly accrued: number
  readonly paid: Pick<LoanStanding, 'paidPrincipal' | 'paidInterest'>
  readonly schedule: LoanOnDay['schedule']
  /** What its collateral is worth, sen. */
  readonly collateral: number
}

/** A loan as its class is judged by. */
export function loanOnDay({ agreement, owed, accrued, paid, schedule, collateral }: OwedOnDay): LoanOnDay {
  return {
    ...{ id: agreement.loan_id, outstanding: sen(owed), schedule, ...paid },
    ...{ accrued: sen(accrued), collateral: sen(collateral) },
    jointLiability: agreement.joint_liability === 1,
    // One instalment is repaid at once, whatever the method is called.
    repayment: agreement.method === 'bullet' || schedule.length === 1 ? 'bullet' : 'instalments',
  }
}
