import { type CalendarDate, daysBetween } from '../../shared/calendar.ts'
import type { OpenBook } from '../../shared/contract/book.ts'

export type BackupState = 'fresh' | 'due' | 'late'

export interface BackupAge {
  readonly state: BackupState
  /** Whole days since the last proven backup; null where there never was one. */
  readonly days: number | null
}

const dueAfterDays = 2
const lateAfterDays = 7

/**
 * How much would be lost today: a backup that holds every entry is fresh however old it is; otherwise it turns amber
 * after two days and red after a week, and a book with entries and no backup is red at once.
 */
export function backupAge(book: Pick<OpenBook, 'entries' | 'lastBackup'>, today: CalendarDate): BackupAge {
  const { lastBackup, entries } = book
  if (lastBackup === null) return { state: entries === 0 ? 'due' : 'late', days: null }
  // The moment is UTC and today is local: a backup of this morning may seem to be of yesterday, never of tomorrow.
  const days = Math.max(0, daysBetween(lastBackup.at.slice(0, 10), today))
  if (lastBackup.entriesSince === 0 || days < dueAfterDays) return { state: 'fresh', days }
  return { state: days < lateAfterDays ? 'due' : 'late', days }
}
