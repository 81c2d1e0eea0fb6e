import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { TermListFacts } from '../../../../shared/statements/term-papers.ts'
import { listTerms } from '../../services/term-deposits/list.ts'
import type { Reading } from '../../work.ts'

/** Every term deposit that is placed on the day, as `savings.terms` answers. */
export async function termListFacts(
  reading: Reading,
  { asOf }: ReportParams<'termList'>,
  language: Language,
): Promise<TermListFacts> {
  return { language, asOf, terms: (await listTerms(reading, { asOf })).rows }
}
