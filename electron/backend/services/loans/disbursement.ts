import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { loanDisbursement } from '../../../../shared/rules/entries/loan-disbursement.ts'
import type { SavingsOfMember } from '../../../../shared/rules/entries/savings-line.ts'
import { type LoanQuote, loanQuote } from '../../../../shared/rules/loan-quote.ts'
import { termsOf } from '../../db/loan-columns.ts'
import { pieces } from '../../db/pieces.ts'
import type { LoanAgreementTable } from '../../db/tables.ts'
import { post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { requireFundToLend } from '../funds/lending.ts'
import { openAccounts } from '../savings/accounts.ts'
import { requireBorrower } from './application.ts'
import { requireLoanApprover, requireWithinSavings } from './approval.ts'
import { requireWithinRelatedLimit } from './parties.ts'
import { wishOf } from './preview.ts'
import { getLoan, type LoanRecord, namedLoan, requireNotBefore, requireNotRejected } from './standing.ts'

type Disbursed = Answers['loans']['disburse']

/**
 * Pays an approved loan out, less what was agreed to be taken off, and fixes its schedule. Refuses NEEDS_APPROVAL,
 * ALREADY_DONE, NOT_ALLOWED for a loan that was rejected, for who has left, above the limit of related parties and
 * above what the member's savings carry by now, and what cash cannot give; of a fund NEEDS_APPROVAL where less is free.
 */
export async function disburseLoan(work: Work, input: Inputs['loans']['disburse']): Promise<Disbursed> {
  const { date, cashAccount, firstDueOn } = input
  const record = await getLoan(work.tx, input.loanId)
  const { agreement, loan, disbursement } = record
  const data = { number: loan.number }
  requireNotRejected(record)
  if (agreement.approved_on === null) throw new Refusal('NEEDS_APPROVAL', 'loan', data)
  if (disbursement) throw new Refusal('ALREADY_DONE', 'loan_disbursed', data)
  requireNotBefore(date, agreement.approved_on)
  await requireBorrower(work.tx, agreement.member_id)
  await requireWithinSavings(work.tx, record, date)
  await requireWithinRelatedLimit(work.tx, agreement, date)
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const ofFund = await fundWarnings(work, record, input)
  const terms = termsOf(agreement)
  const { schedule, deductions, netPayout } = loanQuote(terms, { ...wishOf(agreement, date), firstDueOn })
  const entryId = work.newId()
  await keepSchedule(work, { entryId, loanId: input.loanId, date, rows: schedule.rows })
  const savings = deductions.loanSavings > 0 ? await loanSavings(work, agreement, date) : undefined
  const stampBought = terms.fees.stampPaidBy === 'cooperative' ? terms.fees.stamp : 0
  const { principal } = agreement
  const paidOut = { date, cashAccount, loan: namedLoan(record), principal, deductions, savings, stampBought }
  const { approvedBy } = input
  const posted = await post(work, loanDisbursement(paidOut), {
    entryId,
    ...(approvedBy !== undefined && { approvedBy }),
  })
  return { ...posted, warnings: [...posted.warnings, ...ofFund], deductions, netPayout, outstanding: principal }
}

/** What lending money of a fund warns of; for more than is free somebody approves who neither borrows nor answers for it. */
async function fundWarnings(work: Work, record: LoanRecord, input: Inputs['loans']['disburse']): Promise<string[]> {
  const { fund_id: fundId, principal: amount } = record.agreement
  const { date, cashAccount, approvedBy } = input
  if (approvedBy !== undefined) await requireLoanApprover(work, record, approvedBy)
  return fundId === null ? [] : requireFundToLend(work, { fundId, amount, date, cashAccount, approvedBy })
}

interface Kept {
  readonly entryId: string
  readonly loanId: string
  readonly date: string
  readonly rows: LoanQuote['schedule']['rows']
}

/** The instalments of a payout, written before its entry and never changed. */
export async function keepSchedule({ tx }: Work, { entryId, loanId, date, rows }: Kept): Promise<void> {
  const instalments = rows.map(({ n, dueOn, principal, interest }) => ({
    ...{ entry_id: entryId, n, loan_id: loanId, due_on: dueOn ?? date, principal, interest },
  }))
  for (const piece of pieces(instalments, 100)) await tx.insertInto('loan_instalment').values(piece).execute()
}

/** The borrower's loan-linked savings, opened on the way. Refuses NOT_ALLOWED where nobody may save into them. */
async function loanSavings(
  work: Work,
  { member_id }: LoanAgreementTable,
  date: string,
): Promise<Omit<SavingsOfMember, 'productName'>> {
  const product = await work.tx
    .selectFrom('savings_product')
    .selectAll()
    .where('kind', '=', 'loan_linked')
    .where('active', '=', 1)
    .orderBy('sort')
    .executeTakeFirst()
  if (!product) throw new Refusal('NOT_ALLOWED', 'no_loan_savings')
  const existing = await work.tx
    .selectFrom('savings_account')
    .select(['id', 'code', 'active'])
    .where('member_id', '=', member_id)
    .where('product', '=', product.id)
    .executeTakeFirst()
  if (existing?.active === 0) throw new Refusal('NOT_ALLOWED', 'savings_account_closed', { number: existing.code })
  const member = await work.tx
    .selectFrom('member')
    .select(['id', 'code'])
    .where('id', '=', member_id)
    .executeTakeFirstOrThrow()
  const [opened] = existing ? [existing] : await openAccounts(work, [{ member, product }], date)
  const savingsAccountId = opened?.id ?? ''
  return { savingsAccountId, memberId: member_id, account: product.account, unit: product.unit }
}
