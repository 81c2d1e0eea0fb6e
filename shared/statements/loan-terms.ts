import { formatDate, type Language } from '../calendar.ts'
import type { DueInterval } from '../rules/due-dates.ts'
import type { LoanMethod } from '../rules/loan-schedule.ts'
import { formatRupiah } from '../rules/money.ts'
import { loanPapers as en } from '../text/en/loan-papers.ts'
import { loanPapers as id } from '../text/id/loan-papers.ts'
import type { Shape } from '../text/shape.ts'
import type { Column, ColumnKind, Particular } from './statement.ts'
import { filled } from './texts.ts'

export type LoanPaperTexts = Shape<typeof id>

/** The words of papers about loans in a language. */
export function loanPaperTexts(language: Language): LoanPaperTexts {
  return language === 'en' ? en : id
}

/** A loan as its papers tell it; amounts in sen. */
export interface ToldLoan {
  readonly loanId: string
  readonly number: string
  readonly memberNumber: string
  readonly memberName: string
  readonly productName: string
  readonly state: keyof LoanPaperTexts['state']
  readonly principal: number
  readonly months: number
  readonly method: LoanMethod
  /** Percent as a decimal string: `1.5`. */
  readonly ratePct: string
  readonly ratePer: 'month' | 'year'
  readonly interval: DueInterval
  readonly purpose: string
  /** The revolving fund whose money is lent. */
  readonly fund: { readonly name: string } | null
  readonly appliedOn: string
  readonly approvedOn: string | null
  readonly approvedBy: string | null
  readonly rejectedOn: string | null
  readonly rejectedFor: string | null
  readonly disbursedOn: string | null
}

/** What stands above every paper of a loan: whose it is and what was agreed. */
export function loanParticulars(loan: ToldLoan, language: Language): Particular[] {
  const texts = loanPaperTexts(language)
  const given = (key: keyof LoanPaperTexts['particular'], text: string): Particular => ({
    key,
    title: texts.particular[key],
    text,
  })
  const day = (date: string) => formatDate(date, language)
  const { approvedOn, approvedBy, rejectedOn, rejectedFor, disbursedOn } = loan
  const approved = approvedOn && filled(texts.approved, { date: day(approvedOn), name: approvedBy ?? '' })
  const rejected = rejectedOn && filled(texts.rejected, { date: day(rejectedOn), reason: rejectedFor ?? '' })
  return [
    given('member', loan.memberName),
    given('memberNumber', loan.memberNumber),
    given('number', loan.number),
    given('product', loan.productName),
    given('principal', formatRupiah(loan.principal)),
    given('months', termText(loan, language)),
    given('rate', rateText(loan, language)),
    given('purpose', loan.purpose),
    given('appliedOn', day(loan.appliedOn)),
    ...(approved ? [given('approved', approved)] : []),
    ...(rejected ? [given('rejected', rejected)] : []),
    ...(disbursedOn ? [given('disbursedOn', day(disbursedOn))] : []),
    given('state', texts.state[loan.state]),
  ]
}

/** `12 bulan, angsuran tiap bulan`. */
export function termText({ months, interval }: Pick<ToldLoan, 'months' | 'interval'>, language: Language): string {
  return filled(loanPaperTexts(language).months, { months, every: everyText(interval, language) })
}

/** `tiap bulan`, `tiap 2 minggu`. */
export function everyText({ unit, every }: DueInterval, language: Language): string {
  const texts = loanPaperTexts(language).every
  return every === 1 ? texts[unit] : filled(texts[`${unit}s`], { every })
}

/** `1,5% sebulan, menurun (dari sisa pokok)`. */
export function rateText(
  { ratePct, ratePer, method }: Pick<ToldLoan, 'ratePct' | 'ratePer' | 'method'>,
  language: Language,
): string {
  const texts = loanPaperTexts(language)
  return filled(texts.rate[ratePer], { pct: pctText(ratePct, language), method: texts.method[method] })
}

/** A decimal string of percent as it is written in a language: `1,5`. */
export function pctText(pct: string, language: Language): string {
  return language === 'id' ? pct.replace('.', ',') : pct
}

/** A column of a loan's paper. */
export function loanColumn(language: Language, key: keyof LoanPaperTexts['column'], kind: ColumnKind): Column {
  return { key, title: loanPaperTexts(language).column[key], kind }
}
