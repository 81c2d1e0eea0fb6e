import type { Answers } from '../../../shared/contract/index.ts'
import type { LoanSecurities } from '../../../shared/contract/loan-securities.ts'
import { invalidInput, Refusal } from '../../../shared/errors.ts'
import { accruedInterestAccount, type LoanOfMember } from '../../../shared/rules/entries/loan-line.ts'
import type { LoanStanding } from '../../../shared/rules/loan-payment.ts'
import { sen } from '../../../shared/rules/money.ts'
import type { DueInstalment } from '../../../shared/rules/unpaid-instalments.ts'
import { termsOf } from '../db/loan-columns.ts'
import type { LoanAgreementTable, Reader } from '../db/tables.ts'
import { termsAnswerOf } from './loan-products.ts'
import {
  type LoanRow,
  type LoanScope,
  loanRows,
  type NetByAccount,
  netOfLoans,
  type Payout,
  payoutsOf,
  schedulesOf,
} from './loan-rows.ts'

/** What a loan answers, but for who and what stands behind it. */
type Loan = Omit<Answers['loans']['card']['loan'], keyof LoanSecurities>

/** A loan as it was agreed, with what the journal says of it. */
export interface LoanRecord {
  readonly agreement: LoanAgreementTable
  readonly loan: Loan
  readonly disbursement: Payout | undefined
  readonly moved: Moved
  /** Where the borrower is found. */
  readonly borrower: Pick<LoanRow, 'hamlet' | 'phone'>
}

/** What the lines of a loan say, sen: what is owed, the interest that was paid, and what was accrued of it before. */
interface Moved {
  readonly owed: number
  readonly interest: number
  readonly accrued: number
}

/** Any number of loans in the order of their numbers, in three questions however many they are. */
export async function readLoans(db: Reader, scope: LoanScope = {}): Promise<LoanRecord[]> {
  const payouts = await payoutsOf(db, scope)
  const net = await netOfLoans(db, scope)
  const rows = await loanRows(db, scope)
  return rows.map((row) => loanRecord(row, payouts.get(row.loan_id), net.get(row.loan_id)))
}

/** Refuses NOT_FOUND for an id that is no loan. */
export async function getLoan(db: Reader, loanId: string): Promise<LoanRecord> {
  const [record] = await readLoans(db, { loanIds: [loanId] })
  if (!record) throw new Refusal('NOT_FOUND', 'loan', { loanId })
  return record
}

function loanRecord(row: LoanRow, disbursement: Payout | undefined, net: NetByAccount = new Map()): LoanRecord {
  const { number, memberNumber, memberName, productName, hamlet, phone, rejected_on, rejected_for, ...agreement } = row
  const moved = movedBy(agreement, net)
  const loan: Loan = {
    ...{ loanId: agreement.loan_id, number, memberNumber, memberName, productName },
    memberId: agreement.member_id,
    product: agreement.product,
    state: stateOf(row, disbursement, moved.owed),
    principal: agreement.principal,
    months: agreement.months,
    ...termsAnswerOf(termsOf(agreement)),
    purpose: agreement.purpose,
    appliedOn: agreement.applied_on,
    approvedOn: agreement.approved_on,
    approvedBy: agreement.approved_by,
    rejectedOn: rejected_on,
    rejectedFor: rejected_for,
    relatedParty: agreement.related_party === 1,
    jointLiability: agreement.joint_liability === 1,
    disbursedOn: disbursement?.date ?? null,
    outstanding: moved.owed,
  }
  return { agreement, loan, disbursement, moved, borrower: { hamlet, phone } }
}

/** Interest that was accrued and is paid later moves from one account to the other: paid is what both of them say. */
function movedBy({ account, interest_account }: LoanAgreementTable, net: NetByAccount): Moved {
  const accrued = net.get(accruedInterestAccount) ?? 0
  const income = net.get(interest_account) ?? 0
  return { owed: net.get(account) ?? 0, interest: 0 - income - accrued, accrued }
}

/** Where a loan stands between application and its end. */
export function stateOf(
  { approved_on, rejected_on }: Pick<LoanRow, 'approved_on' | 'rejected_on'>,
  disbursement: Payout | undefined,
  outstanding: number,
): Loan['state'] {
  if (disbursement) return outstanding === 0 ? 'settled' : 'disbursed'
  if (rejected_on !== null) return 'rejected'
  return approved_on === null ? 'applied' : 'approved'
}

/** What rules ask about a loan that was paid out; refuses NOT_ALLOWED before that and once it is settled. */
export async function requireRunning(db: Reader, record: LoanRecord): Promise<LoanStanding> {
  const disbursement = requirePaidOut(record)
  const schedules = await schedulesOf(db, [disbursement])
  return loanStanding(record, disbursement, schedules.get(disbursement.entryId))
}

/** Refuses NOT_ALLOWED for a loan that was not paid out yet, or is settled. */
export function requirePaidOut({ loan, disbursement }: LoanRecord): Payout {
  const data = { number: loan.number }
  if (!disbursement) throw new Refusal('NOT_ALLOWED', 'loan_not_disbursed', data)
  if (loan.state === 'settled') throw new Refusal('NOT_ALLOWED', 'loan_settled', data)
  return disbursement
}

/** What rules ask about a loan: its schedule, and what of it was paid. */
export function loanStanding(
  record: LoanRecord,
  { date }: Payout,
  schedule: readonly DueInstalment[] = [],
): LoanStanding {
  return { disbursedOn: date, schedule, ...paidOf(record), earlySettlement: record.agreement.early_settlement }
}

/** How much of what was agreed is paid, sen. */
export function paidOf({ agreement, moved }: LoanRecord): Pick<LoanStanding, 'paidPrincipal' | 'paidInterest'> {
  return { paidPrincipal: sen(agreement.principal - moved.owed), paidInterest: sen(moved.interest) }
}

/** Refuses INVALID_INPUT for a day before the loan was asked for, approved or paid out. */
export function requireNotBefore(date: string, first: string): void {
  if (date < first) throw invalidInput(['date'], 'date_before_loan', { date: first })
}

/** The loan as its lines name it. */
export function namedLoan({ agreement, moved }: Pick<LoanRecord, 'agreement' | 'moved'>): LoanOfMember {
  const { loan_id: loanId, member_id: memberId, account, interest_account: interestAccount, unit } = agreement
  return { loanId, memberId, account, interestAccount, unit, accrued: moved.accrued }
}
