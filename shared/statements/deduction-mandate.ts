import type { Language } from '../calendar.ts'
import { agreementTexts, type LoanAgreementFacts } from './agreed-loan.ts'
import { fact, paragraph } from './parts.ts'
import type { Statement } from './statement.ts'
import { filled, numbered, reportTexts } from './texts.ts'

export interface DeductionMandateFacts {
  readonly language: Language
  readonly date: string
  readonly loan: { readonly number: string; readonly memberNumber: string; readonly memberName: string }
  readonly borrower: LoanAgreementFacts['borrower']
  readonly cooperative: string
  /** Names of the savings that may be taken from; empty leaves room to write them. */
  readonly savings: readonly string[]
  readonly treasurer: string | null
}

/** Surat kuasa potong: without it savings never pay a loan (accounting.md section 3.3). */
export function deductionMandate(facts: DeductionMandateFacts): Statement {
  const { language, date, loan, borrower, cooperative, savings, treasurer } = facts
  const texts = agreementTexts(language)
  const { mandatePaper, party, signer } = texts
  return {
    report: 'deductionMandate',
    language,
    title: reportTexts(language).title.deductionMandate,
    subtitle: numbered(language, loan.number, date),
    date,
    label: loan.number,
    particulars: [],
    before: [
      paragraph(mandatePaper.giver),
      fact(party.name, loan.memberName),
      fact(party.member, loan.memberNumber),
      fact(party.nationalId, borrower.nationalId),
      fact(party.address, borrower.address),
      paragraph(filled(mandatePaper.gives, { cooperative })),
      fact(mandatePaper.savings, savings.join(texts.list.separator)),
      fact(mandatePaper.loan, filled(mandatePaper.what, { number: loan.number })),
      paragraph(mandatePaper.limits),
      paragraph(mandatePaper.ends),
    ],
    columns: [],
    rows: [],
    totals: {},
    notes: [],
    signers: [
      { role: signer.borrower, name: loan.memberName, hasStamp: false },
      { role: signer.treasurer, name: treasurer, hasStamp: false },
    ],
  }
}
