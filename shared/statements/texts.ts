import { formatDate, type Language } from '../calendar.ts'
import { reports as en } from '../text/en/reports.ts'
import { reports as id } from '../text/id/reports.ts'
import type { Shape } from '../text/shape.ts'
import type { Column, ColumnKind } from './statement.ts'

export type ReportTexts = Shape<typeof id>

/** The words of statements in a language. */
export function reportTexts(language: Language): ReportTexts {
  return language === 'en' ? en : id
}

/** A text with its `{{places}}` filled; values are already formatted. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** `No. P-0001 · 20 November 2026`: below the title of a paper that has a number. */
export function numbered(language: Language, number: string, date: string): string {
  return filled(reportTexts(language).receipt.subtitle, { voucher: number, date: formatDate(date, language) })
}

/** A column headed by the dictionary's word for its key, or for another where one key has two meanings. */
export function column(
  language: Language,
  key: keyof ReportTexts['column'],
  kind: ColumnKind,
  word: keyof ReportTexts['column'] = key,
): Column {
  return { key, title: reportTexts(language).column[word], kind }
}
