import { dayNumber, monthOf } from '../calendar.ts'

/** A backup with its running number and the moment it was made, UTC ISO text. */
export interface DatedBackup {
  readonly path: string
  /** Counts up with every backup of a book: which came later is never asked of a clock. */
  readonly number: number
  readonly at: string
}

/** Which backup is later; those without a number are older than those with one. */
export function byNewest(a: DatedBackup, b: DatedBackup): number {
  return b.number - a.number || (a.at < b.at ? 1 : -1)
}

const kept = { days: 7, weeks: 4, months: 12 } as const

/**
 * Which backups may be thrown away (promises.md D2): the newest of each of the last 7 days, 4 weeks and 12 months that
 * have one stays, and the newest of all. Counts the days on which there are backups, not the calendar, so that a laptop
 * that lay in a drawer for a year, or whose clock fell back, loses nothing.
 */
export function backupsToDrop(backups: readonly DatedBackup[]): string[] {
  const newestFirst = [...backups].sort(byNewest)
  const keep = new Set<string>([
    ...newestOfEach(newestFirst, (at) => at.slice(0, 10), kept.days),
    ...newestOfEach(newestFirst, weekOf, kept.weeks),
    ...newestOfEach(newestFirst, (at) => monthOf(at), kept.months),
  ])
  return newestFirst.filter(({ path }) => !keep.has(path)).map(({ path }) => path)
}

function newestOfEach(newestFirst: readonly DatedBackup[], spanOf: (at: string) => string, spansMax: number): string[] {
  const bySpan = new Map<string, string>()
  for (const { path, at } of newestFirst) {
    const span = spanOf(at)
    if (!bySpan.has(span) && bySpan.size < spansMax) bySpan.set(span, path)
  }
  return [...bySpan.values()]
}

/** Weeks counted from Monday 5 January 1970. */
function weekOf(at: string): string {
  return String(Math.floor((dayNumber(at.slice(0, 10)) - 4) / 7))
}
