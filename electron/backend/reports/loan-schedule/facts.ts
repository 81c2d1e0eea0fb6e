import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { LoanScheduleFacts } from '../../../../shared/statements/loan-schedule.ts'
import type { Reading } from '../../work.ts'
import { agreedQuote } from '../agreed-quote.ts'
import { loanProductNames } from '../loan-product-names.ts'

/** The schedule that was fixed with the payout, or as it would be with a payout on `date` or today; refuses NOT_FOUND. */
export async function loanScheduleFacts(
  reading: Reading,
  params: ReportParams<'loanSchedule'>,
  language: Language,
): Promise<LoanScheduleFacts> {
  const { record, quote, disbursedOn, isPlanned } = await agreedQuote(reading, params)
  const names = await loanProductNames(reading.db, language)
  const { loan } = record
  return {
    ...{ language, disbursedOn, isPlanned, flatPctPerMonth: quote.flatPctPerMonth },
    ...{ effectivePctPerMonth: quote.effectivePctPerMonth },
    loan: { ...loan, productName: names.get(loan.product) ?? loan.productName },
    instalments: quote.schedule.rows.map((row) => ({ ...row, dueOn: row.dueOn ?? disbursedOn })),
  }
}
