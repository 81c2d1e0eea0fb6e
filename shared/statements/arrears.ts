import { formatMonth, type Language } from '../calendar.ts'
import { sumSen } from '../rules/money.ts'
import { loanColumn, loanPaperTexts } from './loan-terms.ts'
import { asOfText } from './period-text.ts'
import type { Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

/** Instalments of a loan that fell due and are unpaid, sen. */
export interface LoanArrears {
  readonly loanId: string
  readonly number: string
  readonly principal: number
  readonly interest: number
  /** Late fees by the agreement until the day. */
  readonly penalty: number
  readonly days: number
}

/** Mandatory savings that are unpaid, sen. */
export interface SavingsArrears {
  readonly productName: string
  readonly amount: number
  readonly monthsBehind: number
  /** The last month fully paid. */
  readonly paidUntil: string | null
}

export interface Debtor {
  readonly memberId: string
  readonly number: string
  readonly name: string
  readonly hamlet: string | null
  readonly phone: string | null
  readonly loans: readonly LoanArrears[]
  readonly savings: readonly SavingsArrears[]
}

export interface ArrearsFacts {
  readonly language: Language
  readonly asOf: string
  /** In the order of their numbers. */
  readonly debtors: readonly Debtor[]
}

/** Daftar tunggakan: who is to be visited, hamlet by hamlet, for which instalments and savings; amounts in sen. */
export function arrears({ language, asOf, debtors }: ArrearsFacts): Statement {
  const texts = loanPaperTexts(language)
  const sums = sumsOf(debtors.flatMap((debtor) => debtorRows(debtor, language)))
  const total: Row = { kind: 'total', level: 0, ...empty, name: reportTexts(language).total.total, ...sums }
  const members = debtors.length
  return {
    report: 'arrears',
    language,
    title: reportTexts(language).title.arrears,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: asOf,
    particulars: [],
    columns: [
      column(language, 'number', 'code'),
      column(language, 'name', 'text'),
      loanColumn(language, 'phone', 'code'),
      loanColumn(language, 'owedFor', 'text'),
      loanColumn(language, 'daysOverdue', 'number'),
      loanColumn(language, 'principal', 'money'),
      loanColumn(language, 'interest', 'money'),
      ...(sums.penalty === 0 ? [] : [loanColumn(language, 'penalty', 'money')]),
      loanColumn(language, 'savings', 'money'),
      column(language, 'total', 'money'),
    ],
    rows: [...hamletRows(debtors, language), total],
    totals: { members, ...sums },
    notes: members === 0 ? [texts.noArrears] : [filled(texts.arrearsNote, { members })],
  }
}

const empty = { number: null, phone: null, owedFor: null, daysOverdue: null }
const noAmounts = { principal: null, interest: null, penalty: null, savings: null, total: null }

/** Hamlets by their names, those who live in none of them last. */
function hamletRows(debtors: readonly Debtor[], language: Language): Row[] {
  const texts = loanPaperTexts(language)
  // One hamlet, however its name was written.
  const hamlets = [...Map.groupBy(debtors, ({ hamlet }) => hamlet?.toLowerCase() ?? null)]
  hamlets.sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'id')))
  return hamlets.flatMap(([, own]): Row[] => {
    const hamlet = own[0]?.hamlet
    const name = hamlet ?? texts.noHamlet
    const rows = own.flatMap((debtor) => debtorRows(debtor, language))
    return [
      { kind: 'heading', level: 0, ...empty, ...noAmounts, name },
      ...rows,
      { kind: 'subtotal', level: 0, ...empty, name: filled(texts.hamletTotal, { hamlet: name }), ...sumsOf(rows) },
    ]
  })
}

function debtorRows({ memberId, number, name, phone, loans, savings }: Debtor, language: Language): Row[] {
  const texts = loanPaperTexts(language)
  const who = { memberId, number, name, phone }
  const ofLoans = loans.map(({ loanId, number: loanNumber, principal, interest, penalty, days }): Row => {
    const owedFor = filled(texts.owedForLoan, { number: loanNumber })
    const amounts = { ...noAmounts, principal, interest, penalty, total: sumSen([principal, interest, penalty]) }
    return { kind: 'line', level: 1, ...who, owedFor, daysOverdue: days === 0 ? null : days, ...amounts, loanId }
  })
  const ofSavings = savings.map(({ productName: product, amount, monthsBehind: months, paidUntil }): Row => {
    const paid =
      paidUntil === null ? texts.neverPaid : filled(texts.paidUntil, { month: formatMonth(paidUntil, language) })
    const owedFor = filled(texts.owedForSavings, { product, months, paid })
    return { kind: 'line', level: 1, ...who, owedFor, daysOverdue: null, ...noAmounts, savings: amount, total: amount }
  })
  return [...ofLoans, ...ofSavings]
}

function sumsOf(rows: readonly Row[]) {
  const sum = (key: keyof typeof noAmounts) => sumSen(rows.map((row) => Number(row[key] ?? 0)))
  return {
    principal: sum('principal'),
    interest: sum('interest'),
    penalty: sum('penalty'),
    savings: sum('savings'),
    total: sum('total'),
  }
}
