import { formatDate } from '../calendar.ts'
import type { LoanEndings } from '../contract/loan-endings.ts'
import { formatRupiah } from '../rules/money.ts'
import { agreementTexts, type LoanAgreementFacts } from './agreed-loan.ts'
import { parties, signersOf } from './loan-agreement.ts'
import { scheduleColumns, scheduleLines } from './loan-schedule.ts'
import { loanPaperTexts, rateText, type ToldLoan, termText } from './loan-terms.ts'
import { paragraph } from './parts.ts'
import type { Part, Row, Statement } from './statement.ts'
import { filled, numbered, reportTexts } from './texts.ts'

/** The new loan as agreements tell one, with what it was before. */
export interface LoanAddendumFacts extends LoanAgreementFacts {
  readonly before: {
    readonly loan: ToldLoan
    /** The first instalment of the old schedule, sen. */
    readonly firstPayment: number
  }
  readonly restructuredBy: NonNullable<LoanEndings['restructuredBy']>
}

/** Adendum perjanjian: what a loan that cannot be paid as agreed goes on as, old terms beside new; amounts in sen. */
export function loanAddendum(facts: LoanAddendumFacts): Statement {
  const { language, loan, date, quote, before, restructuredBy } = facts
  const { addendum } = agreementTexts(language)
  const instalments = quote.schedule.rows.map((row) => ({ ...row, dueOn: row.dueOn ?? date }))
  const { rows, totals } = scheduleLines(loan.principal, instalments)
  const opening = filled(addendum.agreed, {
    ...{ old: before.loan.number, number: loan.number },
    ...{ date: formatDate(date, language), reason: restructuredBy.reason },
  })
  return {
    report: 'loanAddendum',
    language,
    title: reportTexts(language).title.loanAddendum,
    subtitle: numbered(language, loan.number, date),
    date,
    label: loan.number,
    particulars: [],
    before: [
      ...parties(facts),
      paragraph(opening),
      termsTable(facts),
      ...clauses(facts),
      { kind: 'heading', text: addendum.schedule },
    ],
    columns: scheduleColumns(language),
    rows,
    totals: { ...totals, principal: loan.principal },
    notes: [],
    signers: signersOf(facts),
  }
}

function termsTable({ language, loan, quote, before, restructuredBy }: LoanAddendumFacts): Part {
  const { addendum } = agreementTexts(language)
  const { particular } = loanPaperTexts(language)
  const row = (term: string, old: string, anew: string): Row => ({ kind: 'line', level: 0, term, old, anew })
  return {
    kind: 'table',
    title: addendum.terms,
    columns: [
      { key: 'term', title: addendum.term, kind: 'text' },
      { key: 'old', title: addendum.before, kind: 'text' },
      { key: 'anew', title: addendum.after, kind: 'text' },
    ],
    rows: [
      row(particular.number, before.loan.number, loan.number),
      row(addendum.principal, formatRupiah(restructuredBy.principal), formatRupiah(loan.principal)),
      row(particular.months, termText(before.loan, language), termText(loan, language)),
      row(particular.rate, rateText(before.loan, language), rateText(loan, language)),
      row(addendum.first, formatRupiah(before.firstPayment), formatRupiah(quote.schedule.rows[0]?.payment ?? 0)),
    ],
  }
}

/** What becomes of what was owed beside the principal, and what stays as it was agreed. */
function clauses({ language, restructuredBy, guarantors, collateral }: LoanAddendumFacts): Part[] {
  const { addendum, copies } = agreementTexts(language)
  const { interestCapitalised, interestLetGo, penaltyLetGo } = restructuredBy
  const told = (sentence: string, amount: number) =>
    amount > 0 ? [filled(sentence, { amount: formatRupiah(amount) })] : []
  const sentences = [
    ...told(addendum.capitalised, interestCapitalised),
    ...told(addendum.interestLetGo, interestLetGo),
    ...told(addendum.penaltyLetGo, penaltyLetGo),
    ...(guarantors.length + collateral.length > 0 ? [addendum.security] : []),
    addendum.rest,
    copies,
  ]
  return sentences.map((text, index) => ({ kind: 'clause', label: `(${index + 1})`, text }))
}
