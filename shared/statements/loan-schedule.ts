import { formatDate, type Language } from '../calendar.ts'
import { sumSen } from '../rules/money.ts'
import { loanColumn, loanPaperTexts, loanParticulars, type ToldLoan } from './loan-terms.ts'
import type { Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

export interface ToldInstalment {
  readonly n: number
  readonly dueOn: string
  readonly principal: number
  readonly interest: number
}

export interface LoanScheduleFacts {
  readonly language: Language
  readonly loan: ToldLoan
  /** The day of the payout, or the one it is planned for. */
  readonly disbursedOn: string
  readonly isPlanned: boolean
  readonly instalments: readonly ToldInstalment[]
}

/** Jadwal angsuran: what falls due when, and what is owed after it; amounts in sen. */
export function loanScheduleReport({
  language,
  loan,
  disbursedOn,
  isPlanned,
  instalments,
}: LoanScheduleFacts): Statement {
  const texts = loanPaperTexts(language)
  const rows = scheduleRows(loan.principal, instalments)
  const totals = scheduleTotals(instalments)
  return {
    report: 'loanSchedule',
    language,
    title: reportTexts(language).title.loanSchedule,
    subtitle: filled(reportTexts(language).receipt.subtitle, {
      voucher: loan.number,
      date: formatDate(disbursedOn, language),
    }),
    date: disbursedOn,
    label: loan.number,
    particulars: loanParticulars(loan, language),
    columns: [
      loanColumn(language, 'n', 'number'),
      loanColumn(language, 'dueOn', 'date'),
      loanColumn(language, 'principal', 'money'),
      loanColumn(language, 'interest', 'money'),
      loanColumn(language, 'payment', 'money'),
      loanColumn(language, 'closing', 'money'),
    ],
    rows: [...rows, { kind: 'total', level: 0, n: null, dueOn: null, ...totals, closing: null }],
    totals,
    notes: isPlanned ? [filled(texts.plan, { date: formatDate(disbursedOn, language) })] : [],
  }
}

function scheduleRows(principal: number, instalments: readonly ToldInstalment[]): Row[] {
  let left = principal
  return instalments.map((row): Row => {
    left -= row.principal
    const payment = sumSen([row.principal, row.interest])
    return { kind: 'line', level: 0, ...row, payment, closing: left }
  })
}

/** What all instalments are together, sen. */
export function scheduleTotals(instalments: readonly ToldInstalment[]) {
  const principal = sumSen(instalments.map((row) => row.principal))
  const interest = sumSen(instalments.map((row) => row.interest))
  return { principal, interest, payment: sumSen([principal, interest]) }
}
