import type { Answers } from '../../../shared/contract/index.ts'
import type { LoanSecurities } from '../../../shared/contract/loan-securities.ts'
import { assert, invalidInput, Refusal } from '../../../shared/errors.ts'
import {
  accruedInterestAccount,
  heldAccount,
  type LoanOfMember,
  penaltyAccount,
} from '../../../shared/rules/entries/loan-line.ts'
import { type LoanStanding, mayLeaveOpen, payoff } from '../../../shared/rules/loan-payment.ts'
import { settledOn } from '../../../shared/rules/loan-penalty.ts'
import { sen } from '../../../shared/rules/money.ts'
import { termsOf } from '../db/loan-columns.ts'
import type { LoanAgreementTable, Reader } from '../db/tables.ts'
import { termsAnswerOf } from './loan-products.ts'
import {
  historiesOf,
  type LoanRow,
  type LoanScope,
  loanRows,
  type NetByAccount,
  netOfLoans,
  type Payout,
  payoutsOf,
  schedulesOf,
  waivedOf,
} from './loan-rows.ts'

/** What a loan answers, but for who and what stands behind it. */
type Loan = Omit<Answers['loans']['card']['loan'], keyof LoanSecurities>

/** A loan as it was agreed, with what the journal says of it. */
export interface LoanRecord {
  readonly agreement: LoanRow
  /** As procedures answer it; put together when it is first asked for, for most of many loans are only counted. */
  readonly loan: Loan
  readonly disbursement: Payout | undefined
  readonly moved: Moved
}

/** What the lines of a loan say, sen: owed, paid as interest and as penalty, accrued before it was paid, held for later. */
interface Moved {
  readonly owed: number
  readonly interest: number
  readonly accrued: number
  readonly penalty: number
  readonly held: number
}

/** Any number of loans in the order of their numbers, in a handful of questions however many they are. */
export async function readLoans(db: Reader, scope: LoanScope = {}): Promise<LoanRecord[]> {
  const payouts = await payoutsOf(db, scope)
  const net = await netOfLoans(db, scope)
  const rows = await loanRows(db, scope)
  const records = rows.map((row) => loanRecord(row, payouts.get(row.loan_id), net.get(row.loan_id)))
  const open = await leftOpen(db, records, scope)
  if (open.size === 0) return records
  return records.map((record) =>
    open.has(record.agreement.loan_id) ? { ...record, loan: { ...record.loan, state: 'disbursed' } } : record,
  )
}

/** Loans whose principal is all paid back while interest or penalty is owed: only some agreements leave such a rest. */
async function leftOpen(db: Reader, records: readonly LoanRecord[], scope: LoanScope): Promise<Set<string>> {
  const paidBack = records.filter(
    ({ agreement: { penalty_kind: kind, allocation }, moved, disbursement }) =>
      disbursement !== undefined && moved.owed === 0 && mayLeaveOpen({ penalty: { kind }, allocation }),
  )
  if (paidBack.length === 0) return new Set()
  const standings = await standingsOf(db, paidBack, scope)
  const isOwed = ({ loan }: LoanRecord) => {
    const standing = standings.get(loan.loanId)
    return standing !== undefined && payoff(standing, settledOn(standing) ?? standing.disbursedOn).total > 0
  }
  return new Set(paidBack.filter(isOwed).map(({ loan }) => loan.loanId))
}

/** Refuses NOT_FOUND for an id that is no loan. */
export async function getLoan(db: Reader, loanId: string): Promise<LoanRecord> {
  const [record] = await readLoans(db, { loanIds: [loanId] })
  if (!record) throw new Refusal('NOT_FOUND', 'loan', { loanId })
  return record
}

function loanRecord(agreement: LoanRow, disbursement: Payout | undefined, net: NetByAccount = nothing): LoanRecord {
  const moved = movedBy(agreement, net)
  let answered: Loan | undefined
  return {
    ...{ agreement, disbursement, moved },
    get loan() {
      answered ??= answerOf(agreement, disbursement, moved.owed)
      return answered
    },
  }
}

const nothing: NetByAccount = new Map()

function answerOf(agreement: LoanRow, disbursement: Payout | undefined, owed: number): Loan {
  const { number, memberNumber, memberName, productName } = agreement
  return {
    ...{ loanId: agreement.loan_id, number, memberNumber, memberName, productName },
    memberId: agreement.member_id,
    product: agreement.product,
    state: stateOf(agreement, disbursement !== undefined, owed),
    principal: agreement.principal,
    months: agreement.months,
    ...termsAnswerOf(termsOf(agreement)),
    purpose: agreement.purpose,
    appliedOn: agreement.applied_on,
    approvedOn: agreement.approved_on,
    approvedBy: agreement.approved_by,
    rejectedOn: agreement.rejected_on,
    rejectedFor: agreement.rejected_for,
    relatedParty: agreement.related_party === 1,
    jointLiability: agreement.joint_liability === 1,
    disbursedOn: disbursement?.date ?? null,
    outstanding: owed,
  }
}

/** Interest that was accrued and is paid later moves from one account to the other: paid is what both of them say. */
function movedBy({ account, interest_account }: LoanAgreementTable, net: NetByAccount): Moved {
  const accrued = net.get(accruedInterestAccount) ?? 0
  const income = net.get(interest_account) ?? 0
  const got = (code: string) => 0 - (net.get(code) ?? 0)
  return {
    ...{ owed: net.get(account) ?? 0, interest: 0 - income - accrued, accrued },
    ...{ penalty: got(penaltyAccount), held: got(heldAccount) },
  }
}

/** Where a loan stands between application and its end. */
export function stateOf(
  { approved_on, rejected_on }: Pick<LoanRow, 'approved_on' | 'rejected_on'>,
  isPaidOut: boolean,
  outstanding: number,
): Loan['state'] {
  if (isPaidOut) return outstanding === 0 ? 'settled' : 'disbursed'
  if (rejected_on !== null) return 'rejected'
  return approved_on === null ? 'applied' : 'approved'
}

/** What rules ask about a loan that was paid out; refuses NOT_ALLOWED before that and once it is settled. */
export async function requireRunning(db: Reader, record: LoanRecord): Promise<LoanStanding> {
  requirePaidOut(record)
  const standing = (await standingsOf(db, [record])).get(record.loan.loanId)
  assert(standing, 'a loan that was paid out stands somewhere')
  return standing
}

/** Refuses NOT_ALLOWED for a loan that was not paid out yet, or is settled. */
export function requirePaidOut({ loan, disbursement }: LoanRecord): Payout {
  const data = { number: loan.number }
  if (!disbursement) throw new Refusal('NOT_ALLOWED', 'loan_not_disbursed', data)
  if (loan.state === 'settled') throw new Refusal('NOT_ALLOWED', 'loan_settled', data)
  return disbursement
}

/** What rules ask about loans that were paid out, by loan: their schedules, and what of them was paid until then. */
export async function standingsOf(
  db: Reader,
  records: readonly LoanRecord[],
  { asOf }: Pick<LoanScope, 'asOf'> = {},
): Promise<Map<string, LoanStanding>> {
  const paidOut = records.flatMap((record) => (record.disbursement ? [{ record, payout: record.disbursement }] : []))
  const schedules = await schedulesOf(
    db,
    paidOut.map(({ payout }) => payout),
  )
  // Only what may be late or left open is reckoned from days; the others stand by their sums.
  const loanIds = paidOut.filter(({ record }) => mayLeaveOpen(record.loan)).map(({ record }) => record.loan.loanId)
  const dated = loanIds.length === 0 ? undefined : await datedFacts(db, { loanIds, asOf })
  const standings = paidOut.map(({ record, payout }): [string, LoanStanding] => {
    const { loanId, penalty, allocation, excess, earlySettlement } = record.loan
    return [
      loanId,
      {
        ...{ disbursedOn: payout.date, schedule: schedules.get(payout.entryId) ?? [] },
        ...{ penalty, allocation, excess, earlySettlement },
        ...{ ...paidOf(record), paidPenalty: sen(record.moved.penalty), held: sen(record.moved.held) },
        ...{ history: dated?.histories.get(loanId) ?? [], waivedPenalty: sen(dated?.waived.get(loanId) ?? 0) },
      },
    ]
  })
  return new Map(standings)
}

async function datedFacts(db: Reader, scope: Pick<LoanScope, 'loanIds' | 'asOf'>) {
  return { histories: await historiesOf(db, scope), waived: await waivedOf(db, scope) }
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
