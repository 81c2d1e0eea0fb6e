import type { Language } from '../calendar.ts'
import type { PassbookRow } from '../contract/passbook.ts'
import type { Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

export interface PassbookFacts {
  readonly language: Language
  readonly savingsAccountId: string
  readonly cardNumber: string
  readonly memberNumber: string
  readonly memberName: string
  readonly productName: string
  readonly linesPerPage: number
  /** The lines that are not printed yet, each with its place; at least one. */
  readonly lines: readonly PassbookRow[]
}

/** Buku tabungan: only the new lines, each at its place on the page of the book in hand. */
export function passbook({ language, lines, linesPerPage, ...facts }: PassbookFacts): Statement {
  const texts = reportTexts(language)
  const { cardNumber } = facts
  const [first, last] = [lines[0], lines.at(-1)]
  const place = (line: PassbookRow | undefined) =>
    filled(texts.passbook.place, { page: line?.page ?? 1, line: line?.line ?? 1 })
  return {
    report: 'passbook',
    language,
    title: texts.title.passbook,
    subtitle: filled(texts.period.span, { from: place(first), to: place(last) }),
    date: last?.date ?? '',
    label: cardNumber,
    particulars: [
      { key: 'member', title: texts.particular.member, text: facts.memberName },
      { key: 'memberNumber', title: texts.particular.memberNumber, text: facts.memberNumber },
      { key: 'product', title: texts.particular.product, text: facts.productName },
      { key: 'cardNumber', title: texts.particular.cardNumber, text: cardNumber },
    ],
    columns: [
      { key: 'line', title: texts.passbook.line, kind: 'number' },
      column(language, 'date', 'date'),
      { key: 'mark', title: texts.passbook.mark, kind: 'code' },
      column(language, 'withdrawal', 'money'),
      column(language, 'deposit', 'money'),
      column(language, 'balance', 'money'),
    ],
    rows: lines.map(({ page, line, date, code, withdrawal, deposit, balance, entryId }): Row => {
      const moved = { withdrawal: withdrawal || null, deposit: deposit || null }
      return { kind: 'line', level: 0, line, date, mark: texts.passbook.marks[code], ...moved, balance, page, entryId }
    }),
    totals: { lines: lines.length, linesPerPage, balance: last?.balance ?? 0 },
    notes: [],
  }
}
