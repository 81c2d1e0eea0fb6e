import {
  firstDayOfMonth,
  formatDate,
  formatMonth,
  type Language,
  lastDayOfMonth,
  lastDayOfYear,
  monthOf,
  yearOf,
} from '../calendar.ts'
import { filled, reportTexts } from './texts.ts'

/** From a day to a day, both included. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** `Per 31 Desember 2026`, with the unit where one was asked for. */
export function asOfText(asOf: string, language: Language, unit?: string | undefined): string {
  return withUnit(filled(reportTexts(language).period.asOf, { date: formatDate(asOf, language) }), language, unit)
}

/** `Januari 2026`, `Tahun 2026` or `1 Januari 2026 s.d. 3 Februari 2026`, with the unit where one was asked for. */
export function periodText(from: string, to: string, language: Language, unit?: string | undefined): string {
  return withUnit(spanText(from, to, language), language, unit)
}

/** A whole month or year by its name, anything else by its two days. */
export function spanText(from: string, to: string, language: Language): string {
  const texts = reportTexts(language).period
  if (isWholeMonth(from, to)) return formatMonth(monthOf(from), language)
  if (isWholeYear(from, to)) return filled(texts.year, { year: yearOf(from) })
  return filled(texts.span, { from: formatDate(from, language), to: formatDate(to, language) })
}

/** What a statement of a period says of it: below its title, beside the signatures and in its file's name. */
export function periodHead({ from, to }: Span, language: Language, unit: string | undefined) {
  return {
    subtitle: periodText(from, to, language, unit),
    date: to,
    label: labelWith(periodLabel(from, to, language), unit),
    particulars: [],
  }
}

/** The head of a column of amounts; a whole year is headed by its number alone. */
export function spanTitle({ from, to }: Span, language: Language): string {
  return isWholeYear(from, to) ? from.slice(0, 4) : spanText(from, to, language)
}

/** A period in a file's name, so that files sort by it: `2026-01`, `2026`, `2026-01-05 sd 2026-02-03`. */
export function periodLabel(from: string, to: string, language: Language): string {
  if (isWholeMonth(from, to)) return monthOf(from)
  if (isWholeYear(from, to)) return from.slice(0, 4)
  return filled(reportTexts(language).period.fileSpan, { from, to })
}

function isWholeMonth(from: string, to: string): boolean {
  return from === firstDayOfMonth(monthOf(from)) && to === lastDayOfMonth(monthOf(from))
}

function isWholeYear(from: string, to: string): boolean {
  return from === `${from.slice(0, 4)}-01-01` && to === lastDayOfYear(yearOf(from))
}

/** What tells a paper from others of its kind: its period or day, and the unit where one was asked for. */
export function labelWith(label: string, unit: string | undefined): string {
  return unit === undefined ? label : `${label} ${unit}`
}

function withUnit(text: string, language: Language, unit: string | undefined): string {
  return unit === undefined ? text : `${text} · ${filled(reportTexts(language).period.unit, { unit })}`
}
