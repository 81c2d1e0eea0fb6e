import type { Answers } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { LoanOfMember } from '../../../shared/rules/entries/loan-line.ts'
import type { LoanStanding } from '../../../shared/rules/loan-payment.ts'
import { sen } from '../../../shared/rules/money.ts'
import type { LoanAgreementTable, Reader } from '../db/tables.ts'

type Loan = Answers['loans']['card']['loan']

/** A loan as it was agreed, with what the journal says of it. */
export interface LoanRecord {
  readonly agreement: LoanAgreementTable
  readonly loan: Loan
  readonly disbursement: Disbursement | undefined
}

interface Disbursement {
  readonly entryId: string
  readonly date: string
}

/** Refuses NOT_FOUND for an id that is no loan. */
export async function getLoan(db: Reader, loanId: string): Promise<LoanRecord> {
  const agreement = await db.selectFrom('loan_agreement').selectAll().where('loan_id', '=', loanId).executeTakeFirst()
  if (!agreement) throw new Refusal('NOT_FOUND', 'loan', { loanId })
  const disbursement = await findDisbursement(db, loanId)
  return { agreement, disbursement, loan: await loanAnswer(db, agreement, disbursement) }
}

/** The payout that stands: a reversed one was never made. */
async function findDisbursement(db: Reader, loanId: string): Promise<Disbursement | undefined> {
  return db
    .selectFrom('loan_instalment as i')
    .innerJoin('journal_entry as e', 'e.id', 'i.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id as entryId', 'e.date'])
    .where('i.loan_id', '=', loanId)
    .where('i.n', '=', 1)
    .where('r.id', 'is', null)
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function loanAnswer(
  db: Reader,
  agreement: LoanAgreementTable,
  disbursement: Disbursement | undefined,
): Promise<Loan> {
  const named = await db
    .selectFrom('loan as l')
    .innerJoin('loan_agreement as a', 'a.loan_id', 'l.id')
    .innerJoin('member as m', 'm.id', 'a.member_id')
    .innerJoin('loan_product as p', 'p.id', 'a.product')
    .select(['l.code as number', 'm.code as memberNumber', 'm.name as memberName', 'p.name_id as productName'])
    .where('l.id', '=', agreement.loan_id)
    .executeTakeFirstOrThrow()
  const outstanding = (await movedOn(db, agreement)).owed
  return {
    loanId: agreement.loan_id,
    ...named,
    memberId: agreement.member_id,
    product: agreement.product,
    state: stateOf(agreement, disbursement, outstanding),
    principal: agreement.principal,
    months: agreement.months,
    method: agreement.method,
    ratePct: agreement.rate_pct,
    ratePer: agreement.rate_per,
    interval: { unit: agreement.interval_unit, every: agreement.interval_every },
    purpose: agreement.purpose,
    appliedOn: agreement.applied_on,
    approvedOn: agreement.approved_on,
    approvedBy: agreement.approved_by,
    disbursedOn: disbursement?.date ?? null,
    outstanding,
  }
}

function stateOf(
  { approved_on }: LoanAgreementTable,
  disbursement: Disbursement | undefined,
  outstanding: number,
): Loan['state'] {
  if (disbursement) return outstanding === 0 ? 'settled' : 'disbursed'
  return approved_on === null ? 'applied' : 'approved'
}

/** What the lines of a loan say, sen: what is owed, and the interest that was paid. */
async function movedOn(
  db: Reader,
  { loan_id, account, interest_account }: LoanAgreementTable,
): Promise<{ owed: number; interest: number }> {
  const rows = await db
    .selectFrom('journal_line')
    .select(['account', (eb) => eb.fn.sum<number>(eb('debit', '-', eb.ref('credit'))).as('net')])
    .where('loan_id', '=', loan_id)
    .groupBy('account')
    .execute()
  const net = (code: string) => rows.find((row) => row.account === code)?.net ?? 0
  return { owed: net(account), interest: 0 - net(interest_account) }
}

/** What rules ask about a loan that was paid out; refuses NOT_ALLOWED before that and once it is settled. */
export async function requireRunning(db: Reader, { agreement, loan, disbursement }: LoanRecord): Promise<LoanStanding> {
  const data = { number: loan.number }
  if (!disbursement) throw new Refusal('NOT_ALLOWED', 'loan_not_disbursed', data)
  if (loan.state === 'settled') throw new Refusal('NOT_ALLOWED', 'loan_settled', data)
  return standingOf(db, agreement, disbursement)
}

export async function standingOf(
  db: Reader,
  agreement: LoanAgreementTable,
  { entryId, date }: Disbursement,
): Promise<LoanStanding> {
  const rows = await db
    .selectFrom('loan_instalment')
    .select(['due_on', 'principal', 'interest'])
    .where('entry_id', '=', entryId)
    .orderBy('n')
    .execute()
  const { owed, interest } = await movedOn(db, agreement)
  return {
    disbursedOn: date,
    schedule: rows.map((row) => ({ dueOn: row.due_on, principal: sen(row.principal), interest: sen(row.interest) })),
    paidPrincipal: sen(agreement.principal - owed),
    paidInterest: sen(interest),
    earlySettlement: agreement.early_settlement,
  }
}

/** The loan as its lines name it. */
export function namedLoan(agreement: LoanAgreementTable): LoanOfMember {
  const { loan_id: loanId, member_id: memberId, account, interest_account: interestAccount, unit } = agreement
  return { loanId, memberId, account, interestAccount, unit }
}
