/**
 * Calendar dates `YYYY-MM-DD` and months `YYYY-MM` as text. No clock and no zone: "today" is always handed in.
 * All arithmetic on dates is here; day numbers count from 1970-01-01.
 */
export type CalendarDate = string
export type CalendarMonth = string

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const msPerDay = 86_400_000

/** True for a day that exists, from year 1900 to 2999. */
export function isDate(text: string): boolean {
  const match = datePattern.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** True for `YYYY-MM` with a month from 01 to 12. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isDate(`${text}-01`)
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function dateOf(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7)
}

export function dayOf(date: CalendarDate): number {
  return Number(date.slice(8, 10))
}

/** The moment of a UTC ISO text, a date alone meaning its midnight: for libraries that know no other dates. */
export function instantOf(text: string): Date {
  return new Date(text)
}

/** Days since 1970-01-01. */
export function dayNumber(date: CalendarDate): number {
  return Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1, dayOf(date)) / msPerDay
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const day = dayOf(date) + days
  // Within the days that every month has nothing is carried: most steps of a balance are such.
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${String(day).padStart(2, '0')}`
  return dateFromDayNumber(dayNumber(date) + days)
}

function dateFromDayNumber(day: number): CalendarDate {
  return new Date(day * msPerDay).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  if (monthOf(from) === monthOf(to)) return dayOf(to) - dayOf(from)
  return dayNumber(to) - dayNumber(from)
}

/** The same day `months` later, or the last day of that month where the day does not exist (31 January + 1 → 28 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const target = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(target / 12)
  const month = (target % 12) + 1
  return dateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

export function addMonthsToMonth(month: CalendarMonth, months: number): CalendarMonth {
  return monthOf(addMonths(`${month}-01`, months))
}

/** Whole months from one month to another: `2026-01` to `2026-03` is 2. */
export function monthsBetween(from: CalendarMonth, to: CalendarMonth): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

export function firstDayOfMonth(month: CalendarMonth): CalendarDate {
  return `${month}-01`
}

export function lastDayOfMonth(month: CalendarMonth): CalendarDate {
  return dateOf(yearOf(month), Number(month.slice(5, 7)), daysInMonth(yearOf(month), Number(month.slice(5, 7))))
}

export function firstDayOfYear(year: number): CalendarDate {
  return dateOf(year, 1, 1)
}

/** The days of the year up to one: with what was brought into the year they explain a balance of that day. */
export function yearUntil(date: CalendarDate): { readonly from: CalendarDate; readonly to: CalendarDate } {
  return { from: firstDayOfYear(yearOf(date)), to: date }
}

export function lastDayOfYear(year: number): CalendarDate {
  return dateOf(year, 12, 31)
}

/** Full years between a birth date and `asOf`. */
export function ageAt(birthDate: CalendarDate, asOf: CalendarDate): number {
  const years = yearOf(asOf) - yearOf(birthDate)
  return asOf.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const monthNames = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const

export type Language = keyof typeof monthNames

const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** 1970-01-01 was a Thursday. */
const firstWeekday = 4

/** `Jumat`: the day of the week. */
export function weekdayName(date: CalendarDate, language: Language = 'id'): string {
  return weekdayNames[language][(((dayNumber(date) + firstWeekday) % 7) + 7) % 7] ?? ''
}

/** `20 November 2026`. */
export function formatDate(date: CalendarDate, language: Language = 'id'): string {
  return `${dayOf(date)} ${formatMonth(monthOf(date), language)}`
}

/** `20/11/2026`, for columns. */
export function formatDateShort(date: CalendarDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** `November 2026`. */
export function formatMonth(month: CalendarMonth, language: Language = 'id'): string {
  return `${monthNames[language][Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
}

// Maps, not objects: what is typed may be called `constructor`.
const relativeDays: ReadonlyMap<string, number> = new Map([
  ['hari ini', 0],
  ['today', 0],
  ['kemarin', -1],
  ['yesterday', -1],
  ['kemarin dulu', -2],
  ['besok', 1],
  ['tomorrow', 1],
  ['lusa', 2],
])

// Abbreviations and older spellings that are no beginning of today's names.
const otherMonthNames: ReadonlyMap<string, number> = new Map([
  ['peb', 2],
  ['pebruari', 2],
  ['agt', 8],
  ['ags', 8],
  ['nop', 11],
  ['nopember', 11],
])

/**
 * Reads a day as people type it: `20 November 2026`, `20/11/26`, `20-11` (this year), `20`, `kemarin`.
 * Two-digit years mean 2000-2099. Undefined where it is no existing day.
 */
export function parseTypedDate(text: string, today: CalendarDate): CalendarDate | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([/.-]) ?/g, '$1')
  const relative = relativeDays.get(typed)
  if (relative !== undefined) return addDays(today, relative)
  if (isDate(typed)) return typed
  const numeric = /^(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?)?$/.exec(typed)
  if (numeric)
    return existing(numeric[3] ?? today.slice(0, 4), Number(numeric[2] ?? today.slice(5, 7)), Number(numeric[1]))
  const named = /^(\d{1,2})[ -]([a-z]{3,})(?:[ -](\d{2}|\d{4}))?$/.exec(typed)
  const month = named ? monthNumber(named[2] ?? '') : undefined
  return named && month ? existing(named[3] ?? today.slice(0, 4), month, Number(named[1])) : undefined
}

function existing(year: string, month: number, day: number): CalendarDate | undefined {
  const date = dateOf(Number(year.length === 2 ? `20${year}` : year), month, day)
  return isDate(date) ? date : undefined
}

function monthNumber(name: string): number | undefined {
  for (const names of [monthNames.id, monthNames.en]) {
    const index = names.findIndex((full) => full.toLowerCase().startsWith(name))
    if (index >= 0) return index + 1
  }
  return otherMonthNames.get(name)
}
