import type { Answers } from '../../../../shared/contract/index.ts'
import type { LoanEndings } from '../../../../shared/contract/loan-endings.ts'
import type { LoanSecurities } from '../../../../shared/contract/loan-securities.ts'
import { assert, invalidInput, Refusal } from '../../../../shared/errors.ts'
import {
  accruedInterestAccount,
  heldAccount,
  type LoanOfMember,
  penaltyAccount,
  recoveryAccount,
} from '../../../../shared/rules/entries/loan-line.ts'
import { type LoanStanding, mayLeaveOpen, payoff } from '../../../../shared/rules/loan-payment.ts'
import { settledOn } from '../../../../shared/rules/loan-penalty.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { termsOf } from '../../db/loan-columns.ts'
import type { LoanAgreementTable, Reader } from '../../db/tables.ts'
import { endingsAnswer, endingsOf, type LoanEnding, restructuresOf } from './endings.ts'
import { termsAnswerOf } from './products.ts'
import {
  historiesOf,
  type LoanRow,
  type LoanScope,
  loanRows,
  type NetByAccount,
  netOfLoans,
  type Payout,
  payoutsOf,
  waivedOf,
} from './rows.ts'
import { hasInterestOnBalance, instalmentsOf } from './schedules.ts'

/** What a loan answers, but for who and what stands behind it. */
type Loan = Omit<Answers['loans']['card']['loan'], keyof LoanSecurities>

/** A loan as it was agreed, with what the journal says of it. */
export interface LoanRecord {
  readonly agreement: LoanRow
  /** As procedures answer it; put together when it is first asked for, for most of many loans are only counted. */
  readonly loan: Loan
  readonly disbursement: Payout | undefined
  readonly moved: Moved
  readonly ending: LoanEnding | undefined
}

/** What the lines of a loan say, sen: owed, paid as interest and as penalty, accrued before it was paid, held for later. */
interface Moved {
  readonly owed: number
  readonly interest: number
  readonly accrued: number
  readonly penalty: number
  readonly held: number
  /** Received of it after it was written off. */
  readonly recovered: number
}

/** Any number of loans in the order of their numbers, in a handful of questions however many they are. */
export async function readLoans(db: Reader, scope: LoanScope = {}): Promise<LoanRecord[]> {
  const payouts = await payoutsOf(db, scope)
  const net = await netOfLoans(db, scope)
  const rows = await loanRows(db, scope)
  const endings = await endingsOf(db, scope)
  const restructures = await restructuresOf(db, scope)
  const records = rows.map((row) =>
    loanRecord(row, {
      ...{ disbursement: payouts.get(row.loan_id), net: net.get(row.loan_id) ?? new Map() },
      ...{ ending: endings.get(row.loan_id), restructures: restructures.get(row.loan_id) ?? null },
    }),
  )
  const open = await leftOpen(db, records, scope)
  if (open.size === 0) return records
  return records.map((record) =>
    open.has(record.agreement.loan_id) ? { ...record, loan: { ...record.loan, state: 'disbursed' } } : record,
  )
}

/** Loans whose principal is all paid back while interest or penalty is owed: only some agreements leave such a rest. */
async function leftOpen(db: Reader, records: readonly LoanRecord[], scope: LoanScope): Promise<Set<string>> {
  const paidBack = records.filter(
    ({ agreement: { penalty_kind: kind, allocation }, moved, disbursement, ending }) =>
      disbursement !== undefined &&
      ending === undefined &&
      moved.owed === 0 &&
      mayLeaveOpen({ penalty: { kind }, allocation }),
  )
  if (paidBack.length === 0) return new Set()
  const standings = await standingsOf(db, paidBack, scope)
  const isOwed = ({ loan }: LoanRecord) => {
    const standing = standings.get(loan.loanId)
    return standing !== undefined && payoff(standing, settledOn(standing) ?? standing.disbursedOn).total > 0
  }
  return new Set(paidBack.filter(isOwed).map(({ loan }) => loan.loanId))
}

/** As it stands, or stood at the end of a day. Refuses NOT_FOUND for an id that is no loan. */
export async function getLoan(db: Reader, loanId: string, asOf?: string): Promise<LoanRecord> {
  const [record] = await readLoans(db, { loanIds: [loanId], asOf })
  if (!record) throw new Refusal('NOT_FOUND', 'loan', { loanId })
  return record
}

/** What the book says of a loan beside what was agreed. */
interface Facts {
  readonly disbursement: Payout | undefined
  readonly net: NetByAccount
  readonly ending: LoanEnding | undefined
  readonly restructures: LoanEndings['restructures']
}

function loanRecord(agreement: LoanRow, facts: Facts): LoanRecord {
  const { disbursement, net, ending } = facts
  const moved = movedBy(agreement, net)
  let answered: Loan | undefined
  return {
    ...{ agreement, disbursement, moved, ending },
    get loan() {
      answered ??= answerOf(agreement, moved, facts)
      return answered
    },
  }
}

function answerOf(agreement: LoanRow, moved: Moved, { disbursement, ending, restructures }: Facts): Loan {
  const { number, memberNumber, memberName, productName } = agreement
  return {
    ...{ loanId: agreement.loan_id, number, memberNumber, memberName, productName },
    memberId: agreement.member_id,
    product: agreement.product,
    state: stateOf({
      ...{ approved_on: agreement.approved_on, rejected_on: agreement.rejected_on, owed: moved.owed },
      ...{ isPaidOut: disbursement !== undefined, ending: ending?.kind, restructures },
    }),
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
    fund: fundOf(agreement),
    disbursedOn: disbursement?.date ?? null,
    ...endingsAnswer(ending, restructures, moved.recovered),
    outstanding: moved.owed,
  }
}

function fundOf({ fund_id: fundId, fundNumber, fundName }: LoanRow): Loan['fund'] {
  return fundId === null ? null : { fundId, number: fundNumber ?? '', name: fundName ?? '' }
}

/** Interest that was accrued and is paid later moves from one account to the other: paid is what both of them say. */
function movedBy({ account, interest_account }: LoanAgreementTable, net: NetByAccount): Moved {
  const accrued = net.get(accruedInterestAccount) ?? 0
  const income = net.get(interest_account) ?? 0
  const got = (code: string) => 0 - (net.get(code) ?? 0)
  return {
    ...{ owed: net.get(account) ?? 0, interest: 0 - income - accrued, accrued },
    ...{ penalty: got(penaltyAccount), held: got(heldAccount), recovered: got(recoveryAccount) },
  }
}

/** What the state of a loan is told by. */
interface Facets extends Pick<LoanRow, 'approved_on' | 'rejected_on'> {
  readonly isPaidOut: boolean
  readonly owed: number
  readonly ending: LoanEnding['kind'] | undefined
  /** The loan it goes on for: it is never paid out by itself. */
  readonly restructures: unknown
}

/** Where a loan stands between application and its end. */
export function stateOf({ approved_on, rejected_on, isPaidOut, owed, ending, restructures }: Facets): Loan['state'] {
  if (ending) return ending
  if (isPaidOut) return owed === 0 ? 'settled' : 'disbursed'
  if (rejected_on !== null || restructures) return 'rejected'
  return approved_on === null ? 'applied' : 'approved'
}

/** What rules ask about a loan that was paid out; refuses NOT_ALLOWED before that and once it is settled. */
export async function requireRunning(db: Reader, record: LoanRecord): Promise<LoanStanding> {
  requirePaidOut(record)
  const standing = (await standingsOf(db, [record])).get(record.loan.loanId)
  assert(standing, 'a loan that was paid out stands somewhere')
  return standing
}

/** Refuses NOT_ALLOWED for a loan somebody said no to. */
export function requireNotRejected({ loan }: Pick<LoanRecord, 'loan'>): void {
  if (loan.state === 'rejected') throw new Refusal('NOT_ALLOWED', 'loan_rejected', { number: loan.number })
}

/** Refuses NOT_ALLOWED for a loan that was not paid out yet, or came to its end; at its place in the input, if it has one. */
export function requirePaidOut({ loan, disbursement }: LoanRecord, path?: readonly (string | number)[]): Payout {
  const { number, state, restructuredBy } = loan
  const refusal = (reason: string, by?: string) =>
    new Refusal('NOT_ALLOWED', reason, {
      ...{ number, ...(by && { by }) },
      ...(path && { issues: [{ path: [...path], message: reason }] }),
    })
  if (!disbursement) throw refusal('loan_not_disbursed')
  if (state === 'settled') throw refusal('loan_settled')
  if (state === 'written_off') throw refusal('loan_written_off')
  if (restructuredBy) throw refusal('loan_restructured', restructuredBy.number)
  return disbursement
}

/** What rules ask about loans that were paid out, by loan: their schedules, and what of them was paid until then. */
export async function standingsOf(
  db: Reader,
  records: readonly LoanRecord[],
  { asOf }: Pick<LoanScope, 'asOf'> = {},
): Promise<Map<string, LoanStanding>> {
  const paidOut = records.flatMap((record) => (record.disbursement ? [{ record, payout: record.disbursement }] : []))
  // Only what may be late or left open, and interest of what is left, is reckoned from days; the others stand by their sums.
  const isDated = (record: LoanRecord) => mayLeaveOpen(record.loan) || hasInterestOnBalance(record)
  const loanIds = paidOut.filter(({ record }) => isDated(record)).map(({ record }) => record.loan.loanId)
  const dated = loanIds.length === 0 ? undefined : await datedFacts(db, { loanIds, asOf })
  const instalments = await instalmentsOf(db, records, { asOf, histories: dated?.histories ?? new Map() })
  const standings = paidOut.map(({ record, payout }): [string, LoanStanding] => {
    const { loanId, penalty, allocation, excess, earlySettlement } = record.loan
    const history = mayLeaveOpen(record.loan) ? dated?.histories.get(loanId) : undefined
    return [
      loanId,
      {
        ...{ disbursedOn: payout.date, schedule: [], onBalance: undefined, ...instalments.get(loanId) },
        ...{ penalty, allocation, excess, earlySettlement },
        ...{ ...paidOf(record), paidPenalty: sen(record.moved.penalty), held: sen(record.moved.held) },
        ...{ history: history ?? [], waivedPenalty: sen(dated?.waived.get(loanId) ?? 0) },
      },
    ]
  })
  return new Map(standings)
}

async function datedFacts(db: Reader, scope: Pick<LoanScope, 'loanIds' | 'asOf'>) {
  return { histories: await historiesOf(db, scope), waived: await waivedOf(db, scope) }
}

/** How much of what was agreed is paid, sen. */
export function paidOf({ agreement, moved, ending }: LoanRecord): Pick<LoanStanding, 'paidPrincipal' | 'paidInterest'> {
  // What was given up for lost was never paid.
  const lost = ending?.kind === 'written_off' ? ending.principal : 0
  return { paidPrincipal: sen(agreement.principal - moved.owed - lost), paidInterest: sen(moved.interest) }
}

/** Refuses INVALID_INPUT for a day before the loan was asked for, approved or paid out. */
export function requireNotBefore(date: string, first: string, path: readonly string[] = ['date']): void {
  if (date < first) throw invalidInput(path, 'date_before_loan', { date: first })
}

interface Named {
  readonly agreement: LoanAgreementTable
  readonly moved: Pick<Moved, 'accrued'>
}

/** The loan as its lines name it. */
export function namedLoan({ agreement, moved }: Named): LoanOfMember {
  const { loan_id: loanId, member_id: memberId, account, interest_account: interestAccount, unit } = agreement
  return { loanId, memberId, account, interestAccount, unit, accrued: moved.accrued }
}
