import type { Language } from '../calendar.ts'
import { type LoanClass, loanClasses } from '../rules/allowance.ts'
import type { CollectibilityPreset } from '../rules/collectibility.ts'
import { formatRupiah, sumSen } from '../rules/money.ts'
import { loanColumn, loanPaperTexts, pctText } from './loan-terms.ts'
import { asOfText } from './period-text.ts'
import type { Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

/** A loan on a day with its class; amounts in sen. */
export interface ClassifiedLoan {
  readonly loanId: string
  readonly number: string
  readonly memberId: string
  readonly memberNumber: string
  readonly memberName: string
  readonly class: LoanClass
  readonly daysOverdue: number
  readonly overduePrincipal: number
  readonly overdueInterest: number
  readonly outstanding: number
  readonly collateral: number
  /** What the allowance is a percentage of. */
  readonly base: number
  readonly pct: string
  readonly allowance: number
  readonly restructured: boolean
}

export interface CollectibilityFacts {
  readonly language: Language
  readonly asOf: string
  readonly preset: CollectibilityPreset
  /** The month's end that kept these classes; null where they were reckoned now. */
  readonly kept: { readonly voucher: string | null } | null
  readonly loans: readonly ClassifiedLoan[]
  /** Risk of problem loans for the health score, sen and percent of all loans. */
  readonly riskWeighted: number
  readonly riskPct: string
  /** What the accounts of loans hold today beside these loans, sen. */
  readonly difference: number
  /** What the books hold as allowance (13901) at the end of the day, sen. */
  readonly formed: number
}

/** Kolektibilitas: loans by class, what is overdue of them and what is to be set aside; amounts in sen. */
export function collectibility(facts: CollectibilityFacts): Statement {
  const { language, asOf, loans, preset, kept, riskWeighted, formed } = facts
  const texts = loanPaperTexts(language)
  const sums = sumsOf(loans)
  const total: Row = { kind: 'total', level: 0, ...empty, name: reportTexts(language).total.total, ...sums }
  return {
    report: 'collectibility',
    language,
    title: reportTexts(language).title.collectibility,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: asOf,
    particulars: [
      { key: 'preset', title: texts.particular.preset, text: texts.preset[preset] },
      { key: 'source', title: texts.particular.source, text: sourceText(kept, language) },
    ],
    columns: [
      loanColumn(language, 'loanNumber', 'code'),
      column(language, 'name', 'text'),
      loanColumn(language, 'outstanding', 'money'),
      loanColumn(language, 'daysOverdue', 'number'),
      loanColumn(language, 'overduePrincipal', 'money'),
      loanColumn(language, 'overdueInterest', 'money'),
      loanColumn(language, 'collateral', 'money'),
      loanColumn(language, 'base', 'money'),
      loanColumn(language, 'pct', 'percent'),
      loanColumn(language, 'allowance', 'money'),
    ],
    rows: [...classRows(facts), total],
    totals: { loans: loans.length, ...sums, riskWeighted, formed, change: sums.allowance - formed },
    notes: notesOf(facts, sums),
  }
}

/** Whether classes are those a month's end kept, or reckoned for the paper. */
export function sourceText(kept: CollectibilityFacts['kept'], language: Language): string {
  const { source } = loanPaperTexts(language)
  if (kept === null) return source.reckoned
  return kept.voucher === null ? source.kept : filled(source.keptBy, { voucher: kept.voucher })
}

function notesOf(
  { language, loans, kept, riskWeighted, riskPct, difference, formed }: CollectibilityFacts,
  { allowance: needed, outstanding }: ReturnType<typeof sumsOf>,
): string[] {
  const texts = loanPaperTexts(language)
  const risk = { amount: formatRupiah(riskWeighted), pct: pctText(riskPct, language) }
  const short = { formed: formatRupiah(formed), change: formatRupiah(Math.abs(needed - formed)) }
  return [
    ...(loans.some(({ restructured }) => restructured) ? [texts.restructuredNote] : []),
    ...(kept && difference !== 0 ? [filled(texts.movedSince, { amount: formatRupiah(outstanding + difference) })] : []),
    filled(texts.risk, risk),
    needed === formed
      ? texts.allowanceFormed
      : filled(needed > formed ? texts.allowanceShort : texts.allowanceOver, short),
  ]
}

const empty = { loanNumber: null, daysOverdue: null, pct: null }

function classRows({ language, loans }: CollectibilityFacts): Row[] {
  const texts = loanPaperTexts(language)
  return loanClasses.flatMap((name): Row[] => {
    const own = loans.filter((loan) => loan.class === name)
    if (own.length === 0) return []
    const amounts = { outstanding: null, overduePrincipal: null, overdueInterest: null }
    const bases = { collateral: null, base: null, allowance: null }
    const sums = filled(texts.classTotal, { class: texts.class[name], count: own.length })
    return [
      { kind: 'heading', level: 0, ...empty, ...amounts, ...bases, name: texts.class[name] },
      ...own.map((loan) => loanRow(loan, language)),
      { kind: 'subtotal', level: 0, ...empty, name: sums, ...sumsOf(own) },
    ]
  })
}

function loanRow(loan: ClassifiedLoan, language: Language): Row {
  const { loanId, number: loanNumber, memberId, memberName, memberNumber, restructured } = loan
  const { outstanding, daysOverdue, overduePrincipal, overdueInterest, collateral, base, allowance } = loan
  const name = filled(loanPaperTexts(language).borrower[restructured ? 'restructured' : 'plain'], {
    name: memberName,
    number: memberNumber,
  })
  const amounts = { outstanding, overduePrincipal, overdueInterest, collateral, base, allowance }
  const shown = { loanNumber, name, daysOverdue: daysOverdue === 0 ? null : daysOverdue, ...amounts }
  return { kind: 'line', level: 1, ...shown, pct: loan.pct, loanId, memberId }
}

function sumsOf(loans: readonly ClassifiedLoan[]) {
  const sum = (amount: (loan: ClassifiedLoan) => number) => sumSen(loans.map(amount))
  return {
    outstanding: sum((loan) => loan.outstanding),
    overduePrincipal: sum((loan) => loan.overduePrincipal),
    overdueInterest: sum((loan) => loan.overdueInterest),
    collateral: sum((loan) => loan.collateral),
    base: sum((loan) => loan.base),
    allowance: sum((loan) => loan.allowance),
  }
}
