import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type CalendarDate, dateOf, instantOf } from '../../shared/calendar.ts'

/** The only place that writes a log, and the only clock of the backend. Entries carry no names, amounts or inputs. */
export interface Log {
  /** Notes a bug under a short number that the screen shows, and answers that number. */
  bug(procedure: string, error: unknown): string
  /** Notes trouble outside the program: a full disk, a locked file. */
  trouble(what: string, code: string): void
}

const sizeMax = 1_000_000

/** A log file below `folder`; the one before it is kept, older ones are not. A log that cannot be written is done without. */
export function fileLog(folder: string): Log {
  const file = join(folder, 'lumbung.log')
  const write = (text: string) => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > sizeMax) renameSync(file, `${file}.1`)
      appendFileSync(file, `${auditMoment()} ${text}\n`)
    } catch {
      // A full or read-only disk must not turn one failure into two.
    }
  }
  return {
    bug(procedure, error) {
      const number = String(Math.floor(Math.random() * 900_000) + 100_000)
      write(`bug ${number} ${procedure} ${error instanceof Error ? withoutValues(error) : typeof error}`)
      return number
    },
    trouble: (what, code) => write(`trouble ${what} ${code}`),
  }
}

/** The kind of error and where it happened: the message, which the stack repeats, may quote what a person typed. */
function withoutValues({ name, message, stack = '' }: Error): string {
  const places = stack
    .replaceAll(message, '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim())
  return [name, ...places].join(' | ')
}

/** UTC ISO text of this moment, for audit columns and the log. */
export function auditMoment(): string {
  return new Date().toISOString()
}

/** The calendar day on this machine; the API only uses it as a hint, see design.md on clocks. */
export function localToday(): string {
  return localDayOf(auditMoment())
}

/** The calendar day on this machine of a moment that was kept as UTC ISO text. */
export function localDayOf(moment: string): CalendarDate {
  const at = instantOf(moment)
  return dateOf(at.getFullYear(), at.getMonth() + 1, at.getDate())
}
