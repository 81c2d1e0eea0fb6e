import { formatDate } from '../calendar.ts'
import { type AgreementTexts, agreementTexts, type LoanAgreementFacts } from './agreed-loan.ts'
import { articlesAfter, articlesBefore } from './loan-articles.ts'
import { scheduleColumns, scheduleLines } from './loan-schedule.ts'
import type { Part, SigningParty, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

/** Perjanjian pinjaman: read before it is signed, with what the loan really costs; amounts in sen. */
export function loanAgreement(facts: LoanAgreementFacts): Statement {
  const { language, loan, date, quote } = facts
  const title = reportTexts(language).title.loanAgreement
  const first = articlesBefore(facts)
  const instalments = quote.schedule.rows.map((row) => ({ ...row, dueOn: row.dueOn ?? date }))
  const { rows, totals } = scheduleLines(loan.principal, instalments)
  return {
    report: 'loanAgreement',
    language,
    title,
    subtitle: filled(reportTexts(language).receipt.subtitle, {
      voucher: loan.number,
      date: formatDate(date, language),
    }),
    date,
    label: loan.number,
    particulars: [],
    before: [...parties(facts), { kind: 'paragraph', text: agreementTexts(language).agreed }, ...first.parts],
    columns: scheduleColumns(language),
    rows,
    after: articlesAfter(facts, first.next),
    totals: { ...totals, netPayout: quote.netPayout },
    notes: [],
    signers: signersOf(facts),
  }
}

/** Who agrees, and for whom. */
export function parties({ language, loan, cooperative, chair, borrower, date }: LoanAgreementFacts): Part[] {
  const texts = agreementTexts(language)
  const { party } = texts
  const fact = (key: keyof AgreementTexts['party'], text: string | null): Part => ({
    kind: 'fact',
    title: party[key],
    text: text ?? '',
  })
  const place = cooperative.place ?? '.'.repeat(30)
  return [
    { kind: 'paragraph', text: filled(texts.opening, { date: formatDate(date, language), place }) },
    fact('name', chair),
    fact('office', party.chair),
    fact('address', cooperative.address),
    { kind: 'paragraph', text: filled(texts.cooperative, { cooperative: cooperative.name }) },
    fact('name', loan.memberName),
    fact('member', loan.memberNumber),
    fact('nationalId', borrower.nationalId),
    fact('address', borrower.address),
    fact('occupation', borrower.occupation),
    { kind: 'paragraph', text: texts.borrower },
  ]
}

/** The borrower signs across the duty stamp: agreements carry one whatever they are about (accounting.md section 7). */
export function signersOf({ language, loan, chair, treasurer, guarantors }: LoanAgreementFacts): SigningParty[] {
  const { signer } = agreementTexts(language)
  return [
    { role: signer.borrower, name: loan.memberName, hasStamp: true },
    { role: signer.treasurer, name: treasurer, hasStamp: false },
    { role: signer.cooperative, name: chair, hasStamp: false },
    ...guarantors.map(({ name }) => ({ role: signer.guarantor, name, hasStamp: false })),
  ]
}
