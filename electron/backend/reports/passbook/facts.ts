import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { PassbookFacts } from '../../../../shared/statements/passbook.ts'
import { passbook } from '../../services/savings/passbook.ts'
import type { Reading } from '../../work.ts'

/** What `savings.passbook` answers; refuses NOT_FOUND, and NOT_ALLOWED `passbook_complete` where nothing is left to print. */
export async function passbookFacts(
  reading: Reading,
  params: ReportParams<'passbook'>,
  language: Language,
): Promise<PassbookFacts> {
  const { number: cardNumber, rows: lines, ...book } = await passbook(reading, params)
  if (lines.length === 0) throw new Refusal('NOT_ALLOWED', 'passbook_complete', { number: cardNumber })
  return { language, ...book, cardNumber, lines }
}
