import { lastDayOfYear, yearOf } from '../../../../shared/calendar.ts'
import { newestDate } from '../../ledger/post.ts'
import type { Reading } from '../../work.ts'

/** The last day of a year, or for one that is not over the last there is. */
export async function endOfYear({ db, today }: Reading, year: number): Promise<string> {
  const [last, newest] = [lastDayOfYear(year), await newestDate(db)]
  const known = newest > today ? newest : today
  if (yearOf(known) > year) return last
  return known < last ? known : last
}
