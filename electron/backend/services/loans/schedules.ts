import {
  interestOnBalance,
  isOnBalance,
  type LoanOnBalance,
  type PaidPrincipal,
} from '../../../../shared/rules/loan-interest-on-balance.ts'
import { sen } from '../../../../shared/rules/money.ts'
import type { DueInstalment } from '../../../../shared/rules/unpaid-instalments.ts'
import type { LoanAgreementTable, Reader } from '../../db/tables.ts'
import type { LoanEnding } from './endings.ts'
import { historiesOf, type LoanScope, type Payout, schedulesOf } from './rows.ts'

interface Agreed {
  readonly agreement: LoanAgreementTable
  readonly disbursement: Payout | undefined
  readonly ending: LoanEnding | undefined
}

/** What is to be paid of a loan as it is now; and where that follows what is really owed, what it follows from. */
export interface Instalments {
  readonly schedule: readonly DueInstalment[]
  readonly onBalance: LoanOnBalance | undefined
}

type Histories = Awaited<ReturnType<typeof historiesOf>>

/**
 * What is to be paid of loans that were paid out, by loan: the one place where the schedules that were signed become what
 * is owed after principal was paid ahead. Histories of loans whose interest is of what is left are read unless given.
 */
export async function instalmentsOf(
  db: Reader,
  loans: readonly Agreed[],
  { asOf, histories }: Pick<LoanScope, 'asOf'> & { readonly histories?: Histories | undefined },
): Promise<Map<string, Instalments>> {
  const paidOut = loans.flatMap((loan) => (loan.disbursement ? [{ loan, payout: loan.disbursement }] : []))
  const schedules = await schedulesOf(
    db,
    paidOut.map(({ payout }) => payout),
  )
  const paid = histories ?? (await paidPrincipalOf(db, loans, asOf))
  return new Map(
    paidOut.map(({ loan, payout }): [string, Instalments] => {
      const signed = schedules.get(payout.entryId) ?? []
      const { loan_id: loanId } = loan.agreement
      if (!hasInterestOnBalance(loan)) return [loanId, { schedule: signed, onBalance: undefined }]
      const { interval_unit: unit, interval_every: every, rounding, round_to: roundTo } = loan.agreement
      const onBalance: LoanOnBalance = {
        ...{ schedule: signed, disbursedOn: payout.date, paid: withoutEnding(paid.get(loanId) ?? [], loan.ending) },
        ...{ interval: { unit, every }, rounding, roundTo: sen(roundTo) },
      }
      return [loanId, { schedule: interestOnBalance(onBalance), onBalance }]
    }),
  )
}

/** True where later interest follows what is left of the principal. */
export function hasInterestOnBalance({ agreement }: Pick<Agreed, 'agreement'>): boolean {
  return isOnBalance({ method: agreement.method, earlySettlement: agreement.early_settlement })
}

async function paidPrincipalOf(db: Reader, loans: readonly Agreed[], asOf: string | undefined): Promise<Histories> {
  const loanIds = loans.filter(hasInterestOnBalance).map(({ agreement }) => agreement.loan_id)
  return loanIds.length === 0 ? new Map() : historiesOf(db, { loanIds, asOf })
}

/** What goes on as another loan, or was given up for lost, was never paid. */
function withoutEnding(paid: readonly PaidPrincipal[], ending: LoanEnding | undefined): readonly PaidPrincipal[] {
  return ending ? [...paid, { date: ending.date, principal: 0 - ending.principal }] : paid
}
