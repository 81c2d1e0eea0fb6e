import { formatDate, type Language } from '../calendar.ts'
import { entryAmount } from '../rules/entry-amount.ts'
import type { LoanDeductions } from '../rules/loan-deductions.ts'
import { formatRupiah, type Sen, sen } from '../rules/money.ts'
import { formatQuantity } from '../rules/quantity.ts'
import { unitCost } from '../rules/unit-cost.ts'
import { rupiahInWords } from '../words.ts'
import type { Particular, Row, Statement } from './statement.ts'
import { column, filled, type ReportTexts, reportTexts } from './texts.ts'

type Book = keyof ReportTexts['voucher']

export interface ReceiptLine {
  readonly account: string
  readonly name: string
  readonly debit: number
  readonly credit: number
  readonly isCash: boolean
  /** Names goods or equipment: what they are worth is no money. */
  readonly isOfThings?: boolean
  readonly isSavings: boolean
}

export interface ReceiptParty {
  /** Empty for somebody without a card. */
  readonly number: string
  readonly name: string
  readonly isMember: boolean
}

/** Why something is kept back of a payout. */
export type WithheldKind = keyof LoanDeductions

/** What an entry did to the one loan it is about, sen. */
export interface ReceiptLoan {
  readonly number: string
  readonly productName: string
  /** The whole loan where it is paid out, and what was kept back of it. */
  readonly lent: number
  readonly withheld: readonly { readonly kind: WithheldKind | null; readonly name: string; readonly amount: number }[]
  readonly principal: number
  readonly interest: number
  readonly penalty: number
  /** What is held for later instalments. */
  readonly held: number
  /** Principal still owed afterwards. */
  readonly outstanding: number
}

/** The one savings account an entry moves, with what stands on it afterwards, sen. */
export interface ReceiptSavings {
  readonly number: string
  readonly productName: string
  readonly balance: number
}

/** What a production made: thousandths, and what all of it cost, sen. */
export interface ReceiptProduct {
  readonly item: string
  readonly unitName: string
  readonly qty: number
  readonly cost: number
}

interface LinkedEntry {
  readonly voucher: string
  readonly date: string
  readonly reason: string | null
}

export interface ReceiptFacts {
  readonly language: Language
  readonly book: Book
  readonly voucher: string
  readonly date: string
  readonly description: string
  readonly reason: string | null
  readonly lines: readonly ReceiptLine[]
  /** Everybody the entry is about: members, partners, people. */
  readonly parties: readonly ReceiptParty[]
  readonly loan?: ReceiptLoan | undefined
  readonly savings?: ReceiptSavings | undefined
  readonly products?: readonly ReceiptProduct[]
  readonly reverses: LinkedEntry | null
  readonly reversedBy: LinkedEntry | null
}

/** Bea Meterai (UU 10/2020): Rp10.000 on papers that acknowledge more than Rp5 million; savings papers are exempt. */
const stampAbove = sen(5_000_000_00)
const stampDuty = sen(10_000_00)

const moneyBooks: ReadonlySet<Book> = new Set<Book>(['BKM', 'BKK', 'BBM', 'BBK'])

/** Kwitansi and bukti of one entry: from or to whom, for what, how much in figures and in words, on which accounts. */
export function receipt(facts: ReceiptFacts): Statement {
  const { language, book, voucher, date } = facts
  const texts = reportTexts(language)
  const name = texts.voucher[book]
  const amount = amountOf(facts)
  return {
    report: 'receipt',
    language,
    title: facts.reverses ? filled(texts.receipt.reversal, { title: name }) : name,
    subtitle: filled(isReceived(facts) ? texts.receipt.received : texts.receipt.subtitle, {
      voucher,
      date: formatDate(date, language),
    }),
    date,
    label: voucher,
    particulars: particularsOf(facts, amount),
    columns: [
      column(language, 'code', 'code'),
      column(language, 'name', 'text', 'account'),
      column(language, 'debit', 'money'),
      column(language, 'credit', 'money'),
    ],
    rows: perAccount(facts),
    totals: { amount },
    notes: [],
  }
}

/** What changed hands: the cash or bank side where the paper is about money, else what the entry is about. */
function amountOf({ book, lines }: ReceiptFacts): Sen {
  const cash = lines.filter((line) => line.isCash).reduce((sum, { debit, credit }) => sum + debit - credit, 0)
  return moneyBooks.has(book) && cash !== 0 ? sen(Math.abs(cash)) : entryAmount(lines)
}

function needsStamp(facts: ReceiptFacts, amount: Sen): boolean {
  const isSavingsPaper = facts.lines.every((line) => line.isCash || line.isSavings)
  return (isReceived(facts) || isPaid(facts)) && amount > stampAbove && !isSavingsPaper
}

function particularsOf(facts: ReceiptFacts, amount: Sen): Particular[] {
  const { language, voucher, date, description, reverses, reversedBy } = facts
  const texts = reportTexts(language)
  const given = (key: keyof ReportTexts['particular'], text: string): Particular => ({
    key,
    title: texts.particular[key],
    text,
  })
  const linked = ({ reason, ...entry }: LinkedEntry) => {
    const what = filled(texts.receipt.reversed, { voucher: entry.voucher, date: formatDate(entry.date, language) })
    return reason === null ? what : filled(texts.receipt.reason, { what, reason })
  }
  return [
    given('number', voucher),
    given('date', formatDate(date, language)),
    ...partyParticulars(facts).map(({ key, text }) => given(key, text)),
    given('purpose', description),
    given('amount', formatRupiah(amount)),
    given('words', rupiahInWords(amount)),
    ...productParticulars(facts).map(({ key, text }) => given(key, text)),
    ...cardParticulars(facts).map(({ key, text }) => given(key, text)),
    ...(reverses ? [given('reverses', linked({ ...reverses, reason: facts.reason }))] : []),
    ...(reversedBy ? [given('reversedBy', linked(reversedBy))] : []),
    ...(needsStamp(facts, amount) ? [given('stamp', formatRupiah(stampDuty))] : []),
  ]
}

/** True for a paper that acknowledges money received: a kwitansi. */
function isReceived({ book, reverses }: ReceiptFacts): boolean {
  return reverses === null && (book === 'BKM' || book === 'BBM')
}

function isPaid({ book, reverses }: ReceiptFacts): boolean {
  return reverses === null && (book === 'BKK' || book === 'BBK')
}

/** What was made, what all of it cost and what one of it did: told to the rupiah, and that it was rounded where it was. */
function productParticulars({ products = [], language }: ReceiptFacts): PartyParticular[] {
  const texts = reportTexts(language).receipt
  const told = products.map(({ item, unitName, qty, cost }) => {
    const { each, isRounded } = unitCost(cost, qty)
    return filled(isRounded ? texts.madeRounded : texts.made, {
      ...{ item, qty: formatQuantity(qty), unit: unitName },
      ...{ cost: formatRupiah(sen(cost)), each: formatRupiah(each) },
    })
  })
  return told.length === 0 ? [] : [{ key: 'products', text: told.join('; ') }]
}

/** What the amount is made of, and what stands on the card afterwards; a voided voucher or a meeting's says neither. */
function cardParticulars(facts: ReceiptFacts): PartyParticular[] {
  const { loan, savings, reverses, reversedBy } = facts
  if (reverses !== null || reversedBy !== null) return []
  if (facts.parties.filter(({ isMember }) => isMember).length > 1) return []
  const ofLoan = loan ? loanParticulars(loan, reportTexts(facts.language).receipt) : []
  // What is kept back of a payout as savings is said with the payout.
  if (!savings || (loan && loan.lent > 0)) return ofLoan
  return [
    ...ofLoan,
    { key: 'cardNumber', text: `${savings.number} · ${savings.productName}` },
    { key: 'balance', text: formatRupiah(savings.balance) },
  ]
}

function loanParticulars(loan: ReceiptLoan, texts: ReportTexts['receipt']): PartyParticular[] {
  const { lent, withheld, principal, interest, penalty, held, outstanding } = loan
  const named = ([word, amount]: readonly [string, number]) => `${word} ${formatRupiah(amount)}`
  const paid = [
    [texts.principal, principal],
    [texts.interest, interest],
    [texts.penalty, penalty],
    [texts.held, Math.max(0, held)],
    [texts.fromHeld, Math.max(0, -held)],
  ] as const
  const parts = paid.filter(([, amount]) => amount !== 0).map(named)
  const less = withheld.map(({ kind, name, amount }) => named([kind ? texts.withheld[kind] : name, amount]))
  const whole = named([texts.lent, lent])
  const text =
    lent === 0 ? parts.join(', ') : less.length === 0 ? whole : filled(texts.less, { whole, less: less.join(', ') })
  return [
    { key: 'loan', text: `${loan.number} · ${loan.productName}` },
    ...(text === '' ? [] : [{ key: 'parts' as const, text }]),
    ...(lent === 0
      ? [{ key: 'outstanding' as const, text: outstanding === 0 ? texts.settled : formatRupiah(outstanding) }]
      : []),
  ]
}

interface PartyParticular {
  readonly key: keyof ReportTexts['particular']
  readonly text: string
}

/**
 * Who gave or took the money, and the number of one alone; where nobody is named there is room to write. Somebody without
 * a card who came for a member, an heir, is named, and the member beside him.
 */
function partyParticulars(facts: ReceiptFacts): PartyParticular[] {
  const { parties, language } = facts
  const key = isReceived(facts) ? 'receivedFrom' : isPaid(facts) ? 'paidTo' : 'about'
  const [first, ...others] = parties
  if (!first) return key === 'about' ? [] : [{ key, text: '' }]
  const [came] = others
  if (came?.number === '' && others.length === 1 && first.isMember) {
    return [
      { key, text: came.name },
      { key: 'member', text: `${first.name} (${first.number})` },
    ]
  }
  if (others.length > 0) {
    return [{ key, text: filled(reportTexts(language).receipt.members, { count: parties.length }) }]
  }
  if (first.number === '') return [{ key, text: first.name }]
  return [
    { key, text: first.name },
    { key: first.isMember ? 'memberNumber' : 'partyNumber', text: first.number },
  ]
}

/** A meeting's eighty-five deposits are one figure here: the receipt names each account once a side. */
function perAccount({ lines, language }: ReceiptFacts): Row[] {
  const sides = new Map<string, { account: string; name: string; debit: number; credit: number }>()
  for (const { account, name, debit, credit } of lines) {
    const key = `${account} ${debit === 0 ? 'credit' : 'debit'}`
    const so = sides.get(key)
    sides.set(key, { account, name, debit: (so?.debit ?? 0) + debit, credit: (so?.credit ?? 0) + credit })
  }
  const rows = [...sides.values()].map(
    ({ account, name, debit, credit }): Row => ({
      kind: 'line',
      level: debit === 0 ? 1 : 0,
      code: account,
      name,
      account,
      debit: debit === 0 ? null : debit,
      credit: credit === 0 ? null : credit,
    }),
  )
  const debit = lines.reduce((sum, line) => sum + line.debit, 0)
  const credit = lines.reduce((sum, line) => sum + line.credit, 0)
  const total = { code: null, name: reportTexts(language).total.total, debit, credit }
  return [...rows, { kind: 'total', level: 0, ...total }]
}
