import type { Language } from '../calendar.ts'
import type { LoanEndings } from '../contract/loan-endings.ts'
import { type LoanClass, loanClasses } from '../rules/allowance.ts'
import { sumSen } from '../rules/money.ts'
import { sourceText } from './collectibility.ts'
import { loanColumn, loanPaperTexts, type ToldLoan } from './loan-terms.ts'
import { asOfText } from './period-text.ts'
import type { Column, Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

export interface ListedLoan
  extends Pick<
    ToldLoan,
    'loanId' | 'number' | 'memberNumber' | 'memberName' | 'productName' | 'principal' | 'months' | 'disbursedOn'
  > {
  readonly memberId: string
  readonly appliedOn: string
  /** Principal owed at the end of the day, sen. */
  readonly outstanding: number
  /** Principal and interest that fell due and are unpaid, sen. */
  readonly overdue: number
  readonly daysOverdue: number
  /** Null where nothing is owed: only what is lent has a class. */
  readonly class: LoanClass | null
  readonly restructuredBy: LoanEndings['restructuredBy']
  readonly writtenOff: LoanEndings['writtenOff']
}

export interface LoanListFacts {
  readonly language: Language
  readonly asOf: string
  /** What was asked for; undefined lists all that is owed. */
  readonly state?: ToldLoan['state'] | undefined
  readonly class?: LoanClass | undefined
  /** The month's end that kept the classes; null where they were reckoned now. */
  readonly kept: { readonly voucher: string | null } | null
  /** In the order of their numbers. */
  readonly loans: readonly ListedLoan[]
}

/** Daftar pinjaman anggota: what is owed class by class, or all loans of one state; amounts in sen. */
export function loanList(facts: LoanListFacts): Statement {
  const { language, asOf, state, loans } = facts
  const kept = loans.some((loan) => loan.class !== null) ? facts.kept : null
  const texts = loanPaperTexts(language)
  const asked = [state && texts.state[state], facts.class && texts.class[facts.class]].filter(Boolean).join(', ')
  const total: Row = { kind: 'total', level: 0, ...empty, name: reportTexts(language).total.total, ...sumsOf(loans) }
  return {
    report: 'loanList',
    language,
    title: reportTexts(language).title.loanList,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: [asked, asOf].filter(Boolean).join(' '),
    particulars: [
      ...(asked === '' ? [] : [{ key: 'state', title: texts.particular.state, text: asked }]),
      ...(kept ? [{ key: 'source', title: texts.particular.source, text: sourceText(kept, language) }] : []),
    ],
    columns: columnsOf(facts),
    rows: [...(hasClasses(facts) ? classRows(facts) : loans.map((loan) => loanRow(loan, 0))), total],
    totals: { loans: loans.length, ...sumsOf(loans) },
    notes: loans.length === 0 ? [texts.noLoans] : [],
  }
}

/** Classes stand apart where more than one could be there. */
function hasClasses({ state, class: only }: LoanListFacts): boolean {
  return only === undefined && (state === undefined || state === 'disbursed')
}

function columnsOf({ language, state }: LoanListFacts): Column[] {
  const isAsked = state === 'applied' || state === 'approved'
  return [
    loanColumn(language, 'loanNumber', 'code'),
    column(language, 'number', 'code'),
    column(language, 'name', 'text'),
    loanColumn(language, 'product', 'text'),
    isAsked ? loanColumn(language, 'appliedOn', 'date') : loanColumn(language, 'disbursedOn', 'date'),
    loanColumn(language, 'months', 'number'),
    loanColumn(language, 'lent', 'money'),
    ...(endedColumns(language, state) ??
      (isAsked
        ? []
        : [
            loanColumn(language, 'outstanding', 'money'),
            loanColumn(language, 'overdue', 'money'),
            loanColumn(language, 'daysOverdue', 'number'),
          ])),
  ]
}

/** What is told of loans that were not paid back: the new loan, or the claim that stays. */
function endedColumns(language: Language, state: LoanListFacts['state']): Column[] | undefined {
  if (state === 'restructured') {
    return [
      loanColumn(language, 'restructuredOn', 'date'),
      loanColumn(language, 'transferred', 'money'),
      loanColumn(language, 'restructuredBy', 'code'),
    ]
  }
  if (state !== 'written_off') return undefined
  return [
    loanColumn(language, 'writtenOffOn', 'date'),
    loanColumn(language, 'decidedBy', 'code'),
    ...(['claim', 'recovered', 'claimLeft'] as const).map((key) => loanColumn(language, key, 'money')),
  ]
}

function endedCells({ restructuredBy, writtenOff }: ListedLoan) {
  return {
    ...(restructuredBy && { restructuredOn: restructuredBy.on, restructuredBy: restructuredBy.number }),
    ...(writtenOff && { writtenOffOn: writtenOff.on, decidedBy: writtenOff.decision.number }),
  }
}

/** Sums of what ended, of one loan or of many; nothing where none did. */
function endedAmounts(loans: readonly ListedLoan[]) {
  const moved = loans.flatMap(({ restructuredBy }) => restructuredBy ?? [])
  const lost = loans.flatMap(({ writtenOff }) => writtenOff ?? [])
  return {
    ...(moved.length > 0 && { transferred: sumSen(moved.map(({ principal }) => principal)) }),
    ...(lost.length > 0 && {
      claim: sumSen(lost.flatMap(({ principal, interest, penalty }) => [principal, interest, penalty])),
      recovered: sumSen(lost.map(({ recovered }) => recovered)),
      claimLeft: sumSen(lost.map(({ left }) => left)),
    }),
  }
}

const empty = {
  loanNumber: null,
  number: null,
  product: null,
  appliedOn: null,
  disbursedOn: null,
  months: null,
  daysOverdue: null,
}

function classRows({ language, loans }: LoanListFacts): Row[] {
  const texts = loanPaperTexts(language)
  return loanClasses.flatMap((name): Row[] => {
    const own = loans.filter((loan) => loan.class === name)
    if (own.length === 0) return []
    const sums = filled(texts.classTotal, { class: texts.class[name], count: own.length })
    const amounts = { lent: null, outstanding: null, overdue: null }
    return [
      { kind: 'heading', level: 0, ...empty, ...amounts, name: texts.class[name] },
      ...own.map((loan) => loanRow(loan, 1)),
      { kind: 'subtotal', level: 0, ...empty, name: sums, ...sumsOf(own) },
    ]
  })
}

function loanRow(loan: ListedLoan, level: number): Row {
  const { loanId, number: loanNumber, memberId, memberNumber: number, memberName: name, productName: product } = loan
  const { appliedOn, disbursedOn, months, principal: lent, outstanding, overdue, daysOverdue } = loan
  const shown = { loanNumber, number, name, product, appliedOn, disbursedOn, months, lent, outstanding, overdue }
  return {
    kind: 'line',
    level,
    ...shown,
    ...endedCells(loan),
    ...endedAmounts([loan]),
    daysOverdue: daysOverdue === 0 ? null : daysOverdue,
    loanId,
    memberId,
  }
}

function sumsOf(loans: readonly ListedLoan[]) {
  return {
    lent: sumSen(loans.map((loan) => loan.principal)),
    outstanding: sumSen(loans.map((loan) => loan.outstanding)),
    overdue: sumSen(loans.map((loan) => loan.overdue)),
    ...endedAmounts(loans),
  }
}
