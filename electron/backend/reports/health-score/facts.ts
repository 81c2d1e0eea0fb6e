import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { HealthScoreFacts } from '../../../../shared/statements/health-score.ts'
import { yearsWithEntries } from '../../services/closing/closed-years.ts'
import { healthOfYear } from '../../services/closing/health/score.ts'
import type { Reading } from '../../work.ts'

const earlierYearsShown = 3

/** A year's health with that of up to three years before it; refuses INVALID_INPUT `no_entries_in_year`. */
export async function healthScoreFacts(
  reading: Reading,
  { year, bandStyle = 'table' }: ReportParams<'healthScore'>,
  language: Language,
): Promise<HealthScoreFacts> {
  const own = await healthOfYear(reading, year, bandStyle)
  const earlier = (await yearsWithEntries(reading.db)).filter((one) => one < year).toReversed()
  const history: { year: number; score: HealthScoreFacts['score'] }[] = []
  for (const one of earlier.slice(0, earlierYearsShown)) {
    history.push({ year: one, score: (await healthOfYear(reading, one, bandStyle)).score })
  }
  return { ...own, language, year, bandStyle, history }
}
