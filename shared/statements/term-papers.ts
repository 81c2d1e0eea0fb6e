import { formatDate, type Language } from '../calendar.ts'
import { formatRupiah, type Sen, sumSen } from '../rules/money.ts'
import { termPapers as en } from '../text/en/term-papers.ts'
import { termPapers as id } from '../text/id/term-papers.ts'
import type { Shape } from '../text/shape.ts'
import { rupiahInWords } from '../words.ts'
import { pctText } from './loan-terms.ts'
import { paragraph } from './parts.ts'
import { asOfText } from './period-text.ts'
import type { Column, ColumnKind, Particular, Row, Statement } from './statement.ts'
import { column, filled, numbered, reportTexts } from './texts.ts'

type TermTexts = Shape<typeof id>

function termTexts(language: Language): TermTexts {
  return language === 'en' ? en : id
}

/** A term deposit as its papers tell it; amounts in sen. */
export interface ToldTerm {
  readonly savingsAccountId: string
  /** Of the certificate. */
  readonly number: string
  readonly memberId: string
  readonly memberNumber: string
  readonly memberName: string
  readonly productName: string
  readonly amount: number
  readonly ratePctPerYear: string
  readonly months: number
  readonly startsOn: string
  readonly maturesOn: string
  readonly daysLeft: number
  readonly rollover: keyof TermTexts['rollover']
  readonly earlyWithdrawal: keyof TermTexts['early']
  readonly earlyPct: string | null
  readonly interestInAll: number
  readonly accrued: number
  readonly closedOn: string | null
}

export interface TermCertificateFacts {
  readonly language: Language
  readonly cooperative: string
  readonly term: ToldTerm
  readonly address: string | null
  /** Numbers of the account the interest goes onto, and of the certificate it was placed again from. */
  readonly payInterestTo: string | null
  readonly rolledFrom: string | null
}

/** Bilyet simpanan berjangka: whose, how much, at what rate, until when. A savings paper bears no duty stamp. */
export function termCertificate(facts: TermCertificateFacts): Statement {
  const { language, cooperative, term } = facts
  const texts = termTexts(language)
  const { earlyWithdrawal, earlyPct, closedOn } = term
  const early = filled(texts.early[earlyWithdrawal], { pct: pctText(earlyPct ?? '', language) })
  const sentences = [filled(texts.holds, { cooperative }), early, texts.tax, texts.personal]
  return {
    report: 'termCertificate',
    language,
    title: reportTexts(language).title.termCertificate,
    subtitle: numbered(language, term.number, term.startsOn),
    date: term.startsOn,
    label: term.number,
    particulars: particularsOf(facts),
    before: sentences.map(paragraph),
    columns: [],
    rows: [],
    totals: { amount: term.amount, interest: term.interestInAll },
    notes: closedOn === null ? [] : [filled(texts.closed, { date: formatDate(closedOn, language) })],
  }
}

function particularsOf({ language, term, address, payInterestTo, rolledFrom }: TermCertificateFacts): Particular[] {
  const texts = termTexts(language)
  const given = (key: keyof TermTexts['particular'], text: string): Particular => {
    return { key, title: texts.particular[key], text }
  }
  return [
    given('product', term.productName),
    given('member', term.memberName),
    given('memberNumber', term.memberNumber),
    ...(address === null ? [] : [given('address', address)]),
    given('amount', formatRupiah(term.amount)),
    given('words', rupiahInWords(term.amount as Sen)),
    given('rate', filled(texts.rate, { pct: pctText(term.ratePctPerYear, language) })),
    given('months', filled(texts.months, { months: term.months })),
    given('startsOn', formatDate(term.startsOn, language)),
    given('maturesOn', formatDate(term.maturesOn, language)),
    given('interest', filled(texts.interest, { amount: formatRupiah(term.interestInAll) })),
    given('payout', payInterestTo === null ? texts.atEnd : filled(texts.toSavings, { number: payInterestTo })),
    given('rollover', texts.rollover[term.rollover]),
    ...(rolledFrom === null ? [] : [given('rolledFrom', rolledFrom)]),
  ]
}

export interface TermListFacts {
  readonly language: Language
  readonly asOf: string
  /** Those that fall due first in front. */
  readonly terms: readonly ToldTerm[]
}

/** Daftar simpanan berjangka: what is placed and when it falls due; amounts in sen. */
export function termList({ language, asOf, terms }: TermListFacts): Statement {
  const texts = termTexts(language)
  const own = (key: keyof TermTexts['column'], kind: ColumnKind): Column => ({ key, title: texts.column[key], kind })
  const rows = terms.map((term): Row => {
    const { savingsAccountId, memberId, number: certificate, memberNumber: number, memberName: name } = term
    const { amount, months, startsOn, maturesOn, daysLeft, accrued } = term
    const rate = term.ratePctPerYear
    const shown = { certificate, number, name, amount, rate, months, startsOn, maturesOn, daysLeft, accrued }
    return { kind: 'line', level: 0, ...shown, savingsAccountId, memberId }
  })
  const sums = { amount: sumSen(terms.map((term) => term.amount)), accrued: sumSen(terms.map((term) => term.accrued)) }
  const empty = {
    certificate: null,
    number: null,
    rate: null,
    months: null,
    startsOn: null,
    maturesOn: null,
    daysLeft: null,
  }
  const matured = terms.filter((term) => term.daysLeft <= 0).length
  return {
    report: 'termList',
    language,
    title: reportTexts(language).title.termList,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: asOf,
    particulars: [],
    columns: [
      own('certificate', 'code'),
      column(language, 'number', 'code'),
      column(language, 'name', 'text'),
      own('amount', 'money'),
      own('rate', 'percent'),
      own('months', 'number'),
      own('startsOn', 'date'),
      own('maturesOn', 'date'),
      own('daysLeft', 'number'),
      own('accrued', 'money'),
    ],
    rows: [...rows, { kind: 'total', level: 0, ...empty, name: reportTexts(language).total.total, ...sums }],
    totals: { deposits: terms.length, matured, ...sums },
    notes: [
      ...(terms.length === 0 ? [texts.none] : []),
      ...(matured > 0 ? [filled(texts.matured, { count: matured })] : []),
    ],
  }
}
