import type { CalendarDate } from '../calendar.ts'

export type ReminderLetter = 1 | 2 | 3

export interface SentLetter {
  readonly letter: ReminderLetter
  readonly date: CalendarDate
}

interface Behind {
  readonly daysOverdue: number
  /** The day the oldest unpaid instalment fell due. */
  readonly since: CalendarDate
  readonly sent: readonly SentLetter[]
}

/** The last letter about what is overdue now: those about arrears that were paid since do not count. */
export function lastLetter({ since, sent }: Pick<Behind, 'since' | 'sent'>): SentLetter | undefined {
  return sent
    .filter(({ date }) => date > since)
    .reduce<SentLetter | undefined>((last, one) => (last && last.letter >= one.letter ? last : one), undefined)
}

/** The letter that comes after the last one; none after the third. */
export function letterAfter(last: SentLetter | undefined): ReminderLetter | undefined {
  if (last === undefined) return 1
  return last.letter === 1 ? 2 : last.letter === 2 ? 3 : undefined
}

/**
 * The letter to be sent now: as many as the days overdue have reached, one after another, each once (reports.md section
 * 9: surat tagihan 1 to 3). `reminderDays` are the days from which the first, second and third is due.
 */
export function letterDue(behind: Behind, reminderDays: readonly [number, number, number]): ReminderLetter | undefined {
  const next = letterAfter(lastLetter(behind))
  const reached = next !== undefined && behind.daysOverdue >= (reminderDays[next - 1] ?? Number.POSITIVE_INFINITY)
  return reached ? next : undefined
}
