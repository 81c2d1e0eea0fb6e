import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { defaultLoanTerms } from '../../../../shared/rules/default-loans.ts'
import { loanRestructuring } from '../../../../shared/rules/entries/loan-restructuring.ts'
import { loanDue } from '../../../../shared/rules/loan-due.ts'
import type { LoanStanding } from '../../../../shared/rules/loan-payment.ts'
import { loanQuote } from '../../../../shared/rules/loan-quote.ts'
import { loanSchedule } from '../../../../shared/rules/loan-schedule.ts'
import { type LoanTerms, scheduleInput } from '../../../../shared/rules/loan-terms.ts'
import { type Sen, sumSen } from '../../../../shared/rules/money.ts'
import { termColumns, termsOf } from '../../db/loan-columns.ts'
import type { LoanAgreementTable, Reader } from '../../db/tables.ts'
import { post } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { nextNumber } from './application.ts'
import { requireLoanApprover } from './approval.ts'
import { keepSchedule } from './disbursement.ts'
import { requireNewestDay } from './movements.ts'
import { wishOf } from './preview.ts'
import { rateOf } from './products.ts'
import { agreedOf } from './rows.ts'
import { takeOverSecurities } from './securities.ts'
import { getLoan, type LoanRecord, namedLoan, requireRunning } from './standing.ts'
import { keepWaiver } from './waivers.ts'

type Input = Inputs['loans']['restructure']

/** Where loans stand that go on as others. */
const restructuredAccount = '13105'

/**
 * A loan that cannot be paid as agreed goes on as a new one; the old one keeps its history and is owed no more. Of its
 * interest only what fell due by the day is made principal or let go, since the new schedule runs from that day. Refuses
 * NOT_ALLOWED for a loan that is not owed and for the borrower or a guarantor as approver, and as INVALID_INPUT what gives
 * no schedule and a day before the last thing that moved on the loan.
 */
export async function restructureLoan(work: Work, input: Input): Promise<Answers['loans']['restructure']> {
  const { loanId, date, approvedBy, reason } = input
  const going = await requireGoingOn(work.tx, input)
  const { record, standing, terms, principal, interestCapitalised, interestLetGo, penaltyLetGo } = going
  await requireLoanApprover(work, record, approvedBy)
  const agreement = newAgreement(work, agreedOf(record.agreement), { ...input, principal, terms })
  const number = await nextNumber(work.tx)
  const { loan_id: newLoanId } = agreement
  const { name } = await work.tx.selectFrom('loan').select('name').where('id', '=', loanId).executeTakeFirstOrThrow()
  await work.tx.insertInto('loan').values({ id: newLoanId, code: number, name, active: 1 }).execute()
  await work.tx.insertInto('loan_agreement').values(agreement).execute()
  await takeOverSecurities(work, loanId, newLoanId)
  const entryId = work.newId()
  const wish = { ...wishOf(agreement, date), firstDueOn: input.firstDueOn }
  const { rows } = loanSchedule(scheduleInput(termsOf(agreement), wish))
  await keepSchedule(work, { entryId, loanId: newLoanId, date, rows })
  await work.tx
    .insertInto('loan_restructuring')
    .values({
      ...{ entry_id: entryId, loan_id: loanId, new_loan_id: newLoanId, reason },
      ...{ interest_let_go: interestLetGo, penalty_let_go: penaltyLetGo },
    })
    .execute()
  if (penaltyLetGo > 0) await keepWaiver(work, { loanId, date, amount: penaltyLetGo, reason, entryId })
  const posted = await post(
    work,
    loanRestructuring({
      ...{ date, loan: namedLoan(record), principal: record.loan.outstanding },
      ...{ interest: interestCapitalised, held: standing.held },
      newLoan: { ...namedLoan({ agreement, moved: record.moved }), accrued: 0 },
    }),
    { entryId },
  )
  return { ...posted, loanId: newLoanId, number, principal, interestCapitalised, interestLetGo, penaltyLetGo }
}

interface GoingOn
  extends Pick<Answers['loans']['restructure'], 'interestCapitalised' | 'interestLetGo' | 'penaltyLetGo'> {
  readonly record: LoanRecord
  readonly standing: LoanStanding
  readonly terms: LoanTerms
  /** Of the new loan, sen. */
  readonly principal: Sen
}

/** What a loan would go on with on a day. Refuses what cannot go on, and a day before the last thing that moved on it. */
async function requireGoingOn(db: Reader, input: Inputs['loans']['previewRestructure']): Promise<GoingOn> {
  const { loanId, date, capitaliseInterest = false } = input
  const record = await getLoan(db, loanId)
  const standing = await requireRunning(db, record)
  const { number, outstanding } = record.loan
  if (outstanding === 0) throw new Refusal('NOT_ALLOWED', 'nothing_owed', { number })
  await requireNewestDay(db, loanId, date)
  const { interest: owed, penalty: penaltyLetGo } = loanDue(standing, date)
  const [interestCapitalised, interestLetGo] = capitaliseInterest ? [owed, 0] : [0, owed]
  return {
    ...{ record, standing, terms: newTerms(agreedOf(record.agreement), input) },
    principal: sumSen([outstanding, interestCapitalised]),
    ...{ interestCapitalised, interestLetGo, penaltyLetGo },
  }
}

/** A loan as it would go on, for the borrower to see before she agrees. Nothing is written. */
export async function previewRestructuring(
  { db }: Reading,
  input: Inputs['loans']['previewRestructure'],
): Promise<Answers['loans']['previewRestructure']> {
  const { terms, principal, interestCapitalised, interestLetGo, penaltyLetGo } = await requireGoingOn(db, input)
  const { months, date, firstDueOn } = input
  const quote = loanQuote(terms, { principal, months, disbursedOn: date, firstDueOn })
  const { flatPctPerMonth, effectivePctPerMonth } = quote
  return {
    ...{ principal, interestCapitalised, interestLetGo, penaltyLetGo, flatPctPerMonth, effectivePctPerMonth },
    schedule: quote.schedule.rows.map((row) => ({ ...row, dueOn: row.dueOn ?? date })),
    totals: quote.schedule.totals,
  }
}

/** The old terms with what was agreed anew: no grace, and nothing taken off, since nothing is paid out. */
function newTerms(
  old: LoanAgreementTable,
  { method, ratePctPerMonth }: Pick<Input, 'method' | 'ratePctPerMonth'>,
): LoanTerms {
  const before = termsOf(old)
  return {
    ...before,
    ...{ method: method ?? before.method, rate: rateOf({ ratePctPerMonth }) ?? before.rate },
    ...{ gracePrincipalMonths: 0, graceAllMonths: 0, fees: defaultLoanTerms.fees },
  }
}

type Agreed = Pick<Input, 'months' | 'date' | 'approvedBy'> & Pick<GoingOn, 'principal' | 'terms'>

function newAgreement(
  work: Work,
  old: LoanAgreementTable,
  { principal, months, terms, date, approvedBy }: Agreed,
): LoanAgreementTable {
  return {
    ...old,
    ...termColumns(terms),
    ...{ loan_id: work.newId(), principal, months },
    account: old.related_party === 1 ? old.account : restructuredAccount,
    ...{ applied_on: date, approved_on: date, approved_by: approvedBy },
  }
}
