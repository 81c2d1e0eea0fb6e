import { formatDate, type Language, yearOf } from '../calendar.ts'
import { formatRupiah, type Sen, sumSen } from '../rules/money.ts'
import { loanLetters as en } from '../text/en/loan-letters.ts'
import { loanLetters as id } from '../text/id/loan-letters.ts'
import type { Shape } from '../text/shape.ts'
import { rupiahInWords } from '../words.ts'
import { alsoClaimedFrom } from './loan-articles.ts'
import { loanColumn } from './loan-terms.ts'
import { paragraph } from './parts.ts'
import type { Particular, Row, SigningParty, Statement } from './statement.ts'
import { filled } from './texts.ts'

type LetterTexts = Shape<typeof id>

/** How a letter speaks: kindly, firmly, for the last time. */
type Tone = keyof LetterTexts['title']

const tones: Readonly<Record<1 | 2 | 3, Tone>> = { 1: 'first', 2: 'second', 3: 'third' }

export interface ReminderLetterFacts {
  readonly language: Language
  readonly letter: 1 | 2 | 3
  readonly date: string
  /** The day until which the letter asks to be paid. */
  readonly payBy: string
  readonly loan: { readonly loanId: string; readonly number: string }
  readonly member: {
    readonly name: string
    readonly number: string
    readonly sex: 'female' | 'male'
    readonly address: string | null
  }
  /** What is unpaid of each instalment that fell due before the day, oldest first, sen. */
  readonly overdue: readonly {
    readonly n: number
    readonly dueOn: string
    readonly days: number
    readonly principal: number
    readonly interest: number
  }[]
  /** The days of the letters that went before, as far as they were noted. */
  readonly before: readonly string[]
  /** Late fees by the agreement until the day, sen. */
  readonly penalty: number
  /** Principal owed, sen. */
  readonly outstanding: number
  readonly guarantors: readonly string[]
  /** What the collateral is, kind by kind. */
  readonly collateral: readonly string[]
  readonly chair: string | null
  readonly treasurer: string | null
}

/** Surat tagihan 1 to 3: what is overdue, since when, until when it is asked for; amounts in sen. */
export function reminderLetter(facts: ReminderLetterFacts): Statement {
  const { language, letter, date, loan } = facts
  const texts = language === 'en' ? en : id
  const rows = overdueRows(facts)
  const totals = sumsOf(facts)
  const total: Row = { kind: 'total', level: 0, n: null, dueOn: null, days: null, ...totals }
  const { column } = texts
  return {
    report: 'reminderLetter',
    language,
    title: texts.title[tones[letter]],
    subtitle: formatDate(date, language),
    date,
    label: `${loan.number} ${date}`,
    particulars: particularsOf(facts, texts),
    before: [texts.greeting, openingOf(facts, texts)].map(paragraph),
    columns: [
      { key: 'n', title: column.n, kind: 'number' },
      { key: 'dueOn', title: column.dueOn, kind: 'date' },
      { key: 'days', title: column.days, kind: 'number' },
      loanColumn(language, 'principal', 'money'),
      loanColumn(language, 'interest', 'money'),
      { key: 'total', title: column.total, kind: 'money' },
    ],
    rows: [...rows, total],
    after: sentencesAfter(facts, texts).map(paragraph),
    totals: { ...totals, penalty: facts.penalty, outstanding: facts.outstanding },
    notes:
      facts.guarantors.length > 0 && letter === 3 ? [filled(texts.copy, { names: facts.guarantors.join(', ') })] : [],
    signers: signersOf(facts, texts),
  }
}

function particularsOf({ letter, date, loan, member }: ReminderLetterFacts, texts: LetterTexts): Particular[] {
  const { particular } = texts
  const given = (key: keyof LetterTexts['particular'], text: string): Particular => ({
    key,
    title: particular[key],
    text,
  })
  const number = filled(texts.number, { loan: loan.number, letter, year: yearOf(date) })
  const to = filled(texts.to, { address: texts.address[member.sex], name: member.name })
  return [
    given('number', number),
    given('about', filled(texts.about, { loan: loan.number })),
    given('to', to),
    given('memberNumber', member.number),
    ...(member.address === null ? [] : [given('address', member.address)]),
  ]
}

function openingOf({ letter, date, member, language, before }: ReminderLetterFacts, texts: LetterTexts): string {
  const values = { address: texts.address[member.sex], date: formatDate(date, language) }
  if (letter === 1 || before.length !== letter - 1) return filled(texts.opening[tones[letter]], values)
  const [first = '', second = ''] = before.map((day) => formatDate(day, language))
  return filled(texts.openingDated[letter === 2 ? 'second' : 'third'], { ...values, first, second })
}

/** Each letter asks; the first explains most kindly, the second why, the third what follows. */
function sentencesAfter(facts: ReminderLetterFacts, texts: LetterTexts): string[] {
  const { letter, language, member, penalty, payBy } = facts
  const tone = tones[letter]
  const { total } = sumsOf(facts)
  const asked = { total: formatRupiah(total), words: rupiahInWords(total as Sen), payBy: formatDate(payBy, language) }
  const address = texts.address[member.sex]
  return [
    filled(texts.request[tone], { ...asked, address }),
    ...(penalty > 0 ? [filled(texts.penalty, { penalty: formatRupiah(penalty) })] : []),
    ...(letter === 2 ? [texts.reason] : []),
    ...(letter === 3 ? [consequenceOf(facts, texts)] : []),
    filled(texts.talk[tone], { address }),
    texts.paid,
    filled(texts.closing[tone], { address }),
  ]
}

function consequenceOf(facts: ReminderLetterFacts, texts: LetterTexts): string {
  return filled(texts.consequence, { outstanding: formatRupiah(facts.outstanding), also: alsoClaimedFrom(facts) })
}

function overdueRows({ overdue }: ReminderLetterFacts): Row[] {
  return overdue.map(({ n, dueOn, days, principal, interest }): Row => {
    return { kind: 'line', level: 0, n, dueOn, days, principal, interest, total: sumSen([principal, interest]) }
  })
}

function sumsOf({ overdue }: ReminderLetterFacts) {
  const principal = sumSen(overdue.map((row) => row.principal))
  const interest = sumSen(overdue.map((row) => row.interest))
  return { principal, interest, total: sumSen([principal, interest]) }
}

/** The office that writes, and a line for whoever is handed the letter. */
function signersOf({ chair, treasurer, letter }: ReminderLetterFacts, { signer }: LetterTexts): SigningParty[] {
  const received = { role: signer.receivedBy, name: null, hasStamp: false }
  const office = [
    { role: signer.treasurer, name: treasurer, hasStamp: false },
    { role: signer.chair, name: chair, hasStamp: false },
  ]
  return [received, ...(letter === 1 ? office.slice(0, 1) : office)]
}
