import type { Language } from '../calendar.ts'
import { sumSen } from '../rules/money.ts'
import { labelWith, periodLabel, periodText } from './period-text.ts'
import { describedLine } from './register-text.ts'
import type { Row, Statement } from './statement.ts'
import { column, reportTexts } from './texts.ts'

export interface JournalFactsLine {
  readonly account: string
  readonly name: string
  readonly debit: number
  readonly credit: number
  readonly memo: string | null
  readonly memberName: string | null
}

export interface JournalFactsEntry {
  readonly entryId: string
  readonly voucher: string
  readonly date: string
  readonly description: string
  readonly lines: readonly JournalFactsLine[]
}

export interface JournalFacts {
  readonly language: Language
  readonly from: string
  readonly to: string
  readonly unit?: string | undefined
  readonly entries: readonly JournalFactsEntry[]
}

/** Jurnal umum: every entry of the days with its lines, in order of day and posting. */
export function journal({ language, from, to, unit, entries }: JournalFacts): Statement {
  const texts = reportTexts(language)
  const lines = entries.flatMap((entry) => entry.lines)
  const debit = sumSen(lines.map((line) => line.debit))
  const credit = sumSen(lines.map((line) => line.credit))
  const total: Row = {
    kind: 'total',
    level: 0,
    date: null,
    voucher: null,
    code: null,
    description: texts.total.total,
    debit,
    credit,
  }
  return {
    report: 'journal',
    language,
    title: texts.title.journal,
    subtitle: periodText(from, to, language, unit),
    date: to,
    label: labelWith(periodLabel(from, to, language), unit),
    particulars: [],
    columns: [
      column(language, 'date', 'date'),
      column(language, 'voucher', 'code'),
      column(language, 'code', 'code'),
      column(language, 'description', 'text'),
      column(language, 'debit', 'money'),
      column(language, 'credit', 'money'),
    ],
    rows: [...entries.flatMap((entry) => entryRows(entry, language)), total],
    totals: { debit, credit },
    notes: entries.length === 0 ? [texts.period.nothing] : [],
  }
}

function entryRows({ entryId, voucher, date, description, lines }: JournalFactsEntry, language: Language): Row[] {
  const heading: Row = {
    kind: 'heading',
    level: 0,
    date,
    voucher,
    code: null,
    description,
    debit: null,
    credit: null,
    entryId,
  }
  const rows = lines.map(({ account, name, debit, credit, memo, memberName }): Row => {
    const text = describedLine({ description: name, memo, memberName, members: 0 }, language)
    return {
      kind: 'line',
      // What is credited stands further in, as journals are written.
      level: debit === 0 ? 2 : 1,
      date: null,
      voucher: null,
      code: account,
      description: text,
      debit: debit === 0 ? null : debit,
      credit: credit === 0 ? null : credit,
      entryId,
      account,
    }
  })
  return [heading, ...rows]
}
