import type { Inputs as AllInputs, Answers } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/errors.ts'
import { loanQuote } from '../../../shared/rules/loan-quote.ts'
import { searchText } from '../../../shared/rules/search-text.ts'
import { termColumns, termsOf } from '../db/loan-columns.ts'
import type { LoanAgreementTable, Reader } from '../db/tables.ts'
import { requireDateInReach } from '../ledger/post.ts'
import type { Work } from '../work.ts'
import { agreedTerms, wishOf } from './loan-preview.ts'
import { getLoanProduct } from './loan-products.ts'
import { getLoan, requireNotBefore } from './loan-standing.ts'

type Inputs = AllInputs['loans']

/**
 * Notes what a member asks for, under the terms of a product. Refuses NOT_FOUND, NOT_ALLOWED for who has left, and as
 * INVALID_INPUT what gives no schedule.
 */
export async function applyForLoan(work: Work, input: Inputs['apply']): Promise<Answers['loans']['apply']> {
  const { memberId, product: productId, principal, months, purpose, date } = input
  const member = await work.tx
    .selectFrom('member')
    .select(['code', 'active'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId })
  if (!member.active) throw new Refusal('NOT_ALLOWED', 'member_left', { number: member.code })
  const product = await getLoanProduct(work.tx, productId)
  await requireDateInReach(work.tx, work.today, date)
  const terms = agreedTerms(product, input)
  const loanId = work.newId()
  const agreement: LoanAgreementTable = {
    ...{ loan_id: loanId, member_id: memberId, product: productId, principal, months, purpose },
    ...termColumns(terms),
    ...{ account: product.account, interest_account: product.interest_account, unit: product.unit },
    ...{ applied_on: date, approved_on: null, approved_by: null },
  }
  loanQuote(termsOf(agreement), wishOf(agreement, date))
  const number = await nextNumber(work.tx)
  await work.tx.insertInto('loan').values({ id: loanId, code: number, name: product.name_id, active: 1 }).execute()
  await work.tx.insertInto('loan_agreement').values(agreement).execute()
  return { loanId, number }
}

/** `P-0001`: loans are numbered through, for ever. */
async function nextNumber(db: Reader): Promise<string> {
  const { count } = await db
    .selectFrom('loan')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return `P-${String(count + 1).padStart(4, '0')}`
}

/** A second person approves. Refuses ALREADY_DONE, NOT_ALLOWED for the borrower herself, and a day before the application. */
export async function approveLoan(work: Work, input: Inputs['approve']): Promise<Answers['loans']['approve']> {
  const { agreement, loan } = await getLoan(work.tx, input.loanId)
  if (loan.state !== 'applied') throw new Refusal('ALREADY_DONE', 'loan_approved', { number: loan.number })
  if (lettersOf(input.approvedBy) === lettersOf(loan.memberName)) {
    throw new Refusal('NOT_ALLOWED', 'approver_is_borrower', { number: loan.number })
  }
  await requireDateInReach(work.tx, work.today, input.date)
  requireNotBefore(input.date, agreement.applied_on)
  await work.tx
    .updateTable('loan_agreement')
    .set({ approved_on: input.date, approved_by: input.approvedBy })
    .where('loan_id', '=', input.loanId)
    .execute()
  return (await getLoan(work.tx, input.loanId)).loan
}

/** A name without what people put around it: blanks, dots, accents. */
function lettersOf(name: string): string {
  return searchText(name).replace(/[^\p{L}\p{N}]/gu, '')
}
