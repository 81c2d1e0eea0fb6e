import { formatDate, type Language } from '../calendar.ts'
import { sumSen } from '../rules/money.ts'
import { loanColumn, loanPaperTexts, loanParticulars, pctText, type ToldLoan } from './loan-terms.ts'
import type { Column, Row, Statement } from './statement.ts'
import { filled, numbered, reportTexts } from './texts.ts'

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
  readonly flatPctPerMonth: string
  readonly effectivePctPerMonth: string
}

/** Jadwal angsuran: what falls due when, and what is owed after it; amounts in sen. */
export function loanScheduleReport(facts: LoanScheduleFacts): Statement {
  const { language, loan, disbursedOn, isPlanned, instalments, flatPctPerMonth, effectivePctPerMonth } = facts
  const texts = loanPaperTexts(language)
  const { rows, totals } = scheduleLines(loan.principal, instalments)
  return {
    report: 'loanSchedule',
    language,
    title: reportTexts(language).title.loanSchedule,
    subtitle: numbered(language, loan.number, disbursedOn),
    date: disbursedOn,
    label: loan.number,
    particulars: loanParticulars(loan, language),
    columns: scheduleColumns(language),
    rows,
    totals,
    notes: [
      filled(texts.trueRate, {
        flat: pctText(flatPctPerMonth, language),
        effective: pctText(effectivePctPerMonth, language),
      }),
      ...(isPlanned ? [filled(texts.plan, { date: formatDate(disbursedOn, language) })] : []),
    ],
  }
}

export function scheduleColumns(language: Language): Column[] {
  return [
    loanColumn(language, 'n', 'number'),
    loanColumn(language, 'dueOn', 'date'),
    loanColumn(language, 'principal', 'money'),
    loanColumn(language, 'interest', 'money'),
    loanColumn(language, 'payment', 'money'),
    loanColumn(language, 'closing', 'money'),
  ]
}

/** Every instalment with what is owed after it, and what all are together, sen. */
export function scheduleLines(lent: number, instalments: readonly ToldInstalment[]) {
  let left = lent
  const rows = instalments.map(({ n, dueOn, principal, interest }): Row => {
    left -= principal
    const payment = sumSen([principal, interest])
    return { kind: 'line', level: 0, n, dueOn, principal, interest, payment, closing: left }
  })
  const totals = scheduleTotals(instalments)
  const total: Row = { kind: 'total', level: 0, n: null, dueOn: null, ...totals, closing: null }
  return { rows: [...rows, total], totals }
}

/** What all instalments are together, sen. */
export function scheduleTotals(instalments: readonly ToldInstalment[]) {
  const principal = sumSen(instalments.map((row) => row.principal))
  const interest = sumSen(instalments.map((row) => row.interest))
  return { principal, interest, payment: sumSen([principal, interest]) }
}
