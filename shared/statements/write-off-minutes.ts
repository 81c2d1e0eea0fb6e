import { formatDate, type Language } from '../calendar.ts'
import type { LoanEndings } from '../contract/loan-endings.ts'
import { formatRupiah, sen, sumSen } from '../rules/money.ts'
import { rupiahInWords } from '../words.ts'
import { agreementTexts } from './agreed-loan.ts'
import { loanPaperTexts, type ToldLoan } from './loan-terms.ts'
import { fact, paragraph } from './parts.ts'
import type { Part, Row, Statement } from './statement.ts'
import { filled, numbered, reportTexts } from './texts.ts'

export interface WriteOffMinutesFacts {
  readonly language: Language
  readonly loan: ToldLoan
  readonly writtenOff: NonNullable<LoanEndings['writtenOff']>
  readonly cooperative: string
  readonly address: string | null
  readonly officers: {
    readonly chair: string | null
    readonly treasurer: string | null
    readonly supervisor: string | null
  }
}

/** Berita acara penghapusan: a loan leaves the books, and the claim stays; amounts in sen. */
export function writeOffMinutes(facts: WriteOffMinutesFacts): Statement {
  const { language, loan, writtenOff } = facts
  const { minutes, signer } = agreementTexts(language)
  const { chair, treasurer, supervisor } = facts.officers
  const claim = sumSen([writtenOff.principal, writtenOff.interest, writtenOff.penalty])
  const date = writtenOff.on
  return {
    report: 'writeOffMinutes',
    language,
    title: reportTexts(language).title.writeOffMinutes,
    subtitle: numbered(language, writtenOff.decision.number, writtenOff.decision.on),
    date,
    label: loan.number,
    particulars: [],
    before: opening(facts),
    columns: [
      { key: 'part', title: minutes.part, kind: 'text' },
      { key: 'amount', title: minutes.amount, kind: 'money' },
    ],
    rows: [
      ...(['principal', 'interest', 'penalty'] as const).map(
        (part): Row => ({ kind: 'line', level: 0, part: minutes.parts[part], amount: writtenOff[part] }),
      ),
      { kind: 'total', level: 0, part: minutes.claim, amount: claim },
    ],
    after: closing(facts),
    totals: { principal: writtenOff.principal, claim },
    notes: [],
    signers: [
      { role: signer.cooperative, name: chair, hasStamp: false },
      { role: signer.treasurer, name: treasurer, hasStamp: false },
      { role: minutes.supervisor, name: supervisor, hasStamp: false },
    ],
  }
}

function opening({ language, loan, writtenOff, cooperative, address }: WriteOffMinutesFacts): Part[] {
  const { minutes, party } = agreementTexts(language)
  const { particular } = loanPaperTexts(language)
  const { number, on, by } = writtenOff.decision
  return [
    paragraph(filled(minutes.decided, { by: minutes.by[by], cooperative, on: formatDate(on, language), number })),
    fact(particular.member, loan.memberName),
    fact(party.member, loan.memberNumber),
    fact(party.address, address),
    fact(particular.number, loan.number),
    fact(particular.product, loan.productName),
    fact(particular.principal, formatRupiah(loan.principal)),
    fact(particular.disbursedOn, loan.disbursedOn && formatDate(loan.disbursedOn, language)),
    paragraph(filled(minutes.owed, { date: formatDate(writtenOff.on, language) })),
  ]
}

function closing({ language, writtenOff }: WriteOffMinutesFacts): Part[] {
  const { minutes } = agreementTexts(language)
  const { principal, on } = writtenOff
  const booked = filled(minutes.booked, {
    amount: formatRupiah(principal),
    words: rupiahInWords(sen(principal)),
    date: formatDate(on, language),
  })
  return [booked, minutes.stays, minutes.recovered].map((text, index) => ({
    ...{ kind: 'clause', label: `(${index + 1})`, text },
  }))
}
