import { addDays, type CalendarDate, isDate, parseTypedDate } from '../calendar.ts'
import type { Cell } from './sheet.ts'

/** Day 0 of the day numbers that spreadsheets keep dates as. */
const spreadsheetEpoch = '1899-12-30'

/**
 * A day as lists have it: a date cell, `17/08/1945`, `17-8-45`, `17 Agustus 1945`, `1945-08-17`, a day number whose
 * format was lost, all also behind a place (`Blitar, 17 Agustus 1945`) or before a time of day. The day comes first. Two
 * digits mean the latest such year that is not after `latest`. Undefined where day, month or year are missing.
 */
export function importedDate(cell: Cell, latest: CalendarDate): CalendarDate | undefined {
  const text = cell.text.trim().replace(/^'/, '')
  if (cell.kind === 'number') return dayNumbered(text)
  return dateIn(text, latest) ?? dateIn(text.slice(text.lastIndexOf(',') + 1), latest)
}

function dayNumbered(text: string): CalendarDate | undefined {
  return /^\d{5}(\.\d+)?$/.test(text) ? addDays(spreadsheetEpoch, Math.floor(Number(text))) : undefined
}

const timeOfDay = /[ T]+\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?Z?$/

function dateIn(text: string, latest: CalendarDate): CalendarDate | undefined {
  const day = text
    .trim()
    .replace(timeOfDay, '')
    .replace(/(\p{L})\./u, '$1')
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day)
  if (yearFirst) {
    const [, year, month = '', date = ''] = yearFirst
    return existing(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  }
  const yearLast = /^(\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|\p{L}{3,})\s*[-/. ]\s*)(\d{2}|\d{4})$/u.exec(day)
  if (!yearLast) return undefined
  const [, dayAndMonth = '', year = ''] = yearLast
  if (year.length === 4) return parseTypedDate(dayAndMonth + year, latest)
  const dates = ['20', '19'].map((century) => parseTypedDate(dayAndMonth + century + year, latest))
  return dates.find((date) => date !== undefined && date <= latest)
}

function existing(date: string): CalendarDate | undefined {
  return isDate(date) ? date : undefined
}
