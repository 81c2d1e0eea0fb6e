import { formatDate, formatMonth, type Language, lastDayOfMonth } from '../calendar.ts'
import { sumSen } from '../rules/money.ts'
import { interestPapers as en } from '../text/en/interest-papers.ts'
import { interestPapers as id } from '../text/id/interest-papers.ts'
import type { Shape } from '../text/shape.ts'
import type { Column, ColumnKind, Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

export type InterestTexts = Shape<typeof id>

/** The words of papers about interest in a language. */
export function interestTexts(language: Language): InterestTexts {
  return language === 'en' ? en : id
}

/** A column of such a paper. */
export function interestColumn(language: Language, key: keyof InterestTexts['column'], kind: ColumnKind): Column {
  return { key, title: interestTexts(language).column[key], kind }
}

/** Interest of one account in a month, sen. */
export interface AccountInterest {
  readonly savingsAccountId: string
  readonly cardNumber: string
  readonly memberId: string
  readonly memberNumber: string
  readonly memberName: string
  readonly productName: string
  readonly gross: number
  readonly tax: number
  readonly net: number
}

export interface InterestRunFacts {
  readonly language: Language
  readonly month: string
  /** The entry that stands for it; null while it is only reckoned. */
  readonly run: { readonly voucher: string; readonly date: string } | null
  /** In the order of the members' numbers. */
  readonly accounts: readonly AccountInterest[]
}

/** Daftar jasa simpanan of a month, account by account; amounts in sen. */
export function interestRun({ language, month, run, accounts }: InterestRunFacts): Statement {
  const texts = interestTexts(language)
  const rows = accounts.map((account): Row => {
    const { savingsAccountId, memberId, cardNumber, productName: product, gross, tax, net } = account
    const shown = { number: account.memberNumber, name: account.memberName, cardNumber, product, gross, tax, net }
    return { kind: 'line', level: 0, ...shown, savingsAccountId, memberId }
  })
  const sum = (part: 'gross' | 'tax' | 'net') => sumSen(accounts.map((account) => account[part]))
  const sums = { gross: sum('gross'), tax: sum('tax'), net: sum('net') }
  const empty = { number: null, cardNumber: null, product: null }
  const posted = run && filled(texts.posted, { voucher: run.voucher, date: formatDate(run.date, language) })
  return {
    report: 'interestRun',
    language,
    title: reportTexts(language).title.interestRun,
    subtitle: formatMonth(month, language),
    date: run?.date ?? lastDayOfMonth(month),
    label: month,
    particulars: [],
    columns: [
      column(language, 'number', 'code'),
      column(language, 'name', 'text'),
      column(language, 'cardNumber', 'code'),
      column(language, 'product', 'text'),
      interestColumn(language, 'gross', 'money'),
      interestColumn(language, 'tax', 'money'),
      interestColumn(language, 'net', 'money'),
    ],
    rows: [...rows, { kind: 'total', level: 0, ...empty, name: reportTexts(language).total.total, ...sums }],
    totals: { accounts: accounts.length, ...sums },
    notes: [accounts.length === 0 ? texts.nothing : (posted ?? texts.planned)],
  }
}
