import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { assert, Refusal } from '../../../../shared/errors.ts'
import type { LoanAddendumFacts } from '../../../../shared/statements/loan-addendum.ts'
import { getLoan } from '../../services/loans/standing.ts'
import type { Reading } from '../../work.ts'
import { agreedQuote } from '../agreed-quote.ts'
import { loanAgreementFacts } from '../loan-agreement/facts.ts'

/** What was agreed anew about a loan, by its old number or its new one; refuses NOT_FOUND, and NOT_ALLOWED for another. */
export async function loanAddendumFacts(
  reading: Reading,
  { loanId }: ReportParams<'loanAddendum'>,
  language: Language,
): Promise<LoanAddendumFacts> {
  const { loan } = await getLoan(reading.db, loanId)
  const before = loan.restructuredBy ? loan : await loanBefore(reading, loan)
  const { restructuredBy } = before
  assert(restructuredBy, 'a loan that went on says as what')
  const agreed = await loanAgreementFacts(reading, { loanId: restructuredBy.loanId }, language)
  const { quote } = await agreedQuote(reading, { loanId: before.loanId })
  return { ...agreed, before: { loan: before, firstPayment: quote.schedule.rows[0]?.payment ?? 0 }, restructuredBy }
}

type Loan = Awaited<ReturnType<typeof getLoan>>['loan']

async function loanBefore({ db }: Reading, { number, restructures }: Loan): Promise<Loan> {
  const before = restructures && (await getLoan(db, restructures.loanId)).loan
  // One that was taken back goes on as nothing.
  if (before?.restructuredBy?.number !== number) throw new Refusal('NOT_ALLOWED', 'loan_not_restructured', { number })
  return before
}
