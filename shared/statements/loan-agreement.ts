import { formatDate } from '../calendar.ts'
import { type AgreementTexts, agreementTexts, type LoanAgreementFacts } from './agreed-loan.ts'
import { articlesAfter, articlesBefore } from './loan-articles.ts'
import { scheduleColumns, scheduleLines } from './loan-schedule.ts'
import { fact, paragraph } from './parts.ts'
import type { Part, SigningParty, Statement } from './statement.ts'
import { filled, numbered, reportTexts } from './texts.ts'

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
    subtitle: numbered(language, loan.number, date),
    date,
    label: loan.number,
    particulars: [],
    before: [...parties(facts), paragraph(agreementTexts(language).agreed), ...first.parts],
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
  const told = (key: keyof AgreementTexts['party'], text: string | null) => fact(party[key], text)
  const place = cooperative.place ?? '.'.repeat(30)
  return [
    paragraph(filled(texts.opening, { date: formatDate(date, language), place })),
    told('name', chair),
    told('office', party.chair),
    told('address', cooperative.address),
    paragraph(filled(texts.cooperative, { cooperative: cooperative.name })),
    told('name', loan.memberName),
    told('member', loan.memberNumber),
    told('nationalId', borrower.nationalId),
    told('address', borrower.address),
    told('occupation', borrower.occupation),
    paragraph(texts.borrower),
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
