import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { LoanCardFacts } from '../../../../shared/statements/loan-card.ts'
import { loanCard } from '../../services/loans-list.ts'
import type { Reading } from '../../work.ts'
import { loanProductName } from '../loan-product-name.ts'

/** What `loans.card` answers; refuses NOT_FOUND. */
export async function loanCardFacts(
  reading: Reading,
  params: ReportParams<'loanCard'>,
  language: Language,
): Promise<LoanCardFacts> {
  const { loan, schedule, rows, outstanding } = await loanCard(reading, params)
  const productName = await loanProductName(reading.db, loan.product, language)
  const told = schedule.map(({ n, dueOn, principal, interest, unpaid }) => ({ n, dueOn, principal, interest, unpaid }))
  return { language, loan: { ...loan, productName }, schedule: told, movements: rows, outstanding }
}
