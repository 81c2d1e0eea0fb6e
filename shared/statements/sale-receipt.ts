import { formatDate, type Language } from '../calendar.ts'
import { handedOver } from '../rules/basket.ts'
import { formatRupiah, sen, sumSen } from '../rules/money.ts'
import { rupiahInWords } from '../words.ts'
import { goodsColumns } from './goods-table.ts'
import type { Part, Particular, Row, Statement } from './statement.ts'
import { column, filled, numbered, reportTexts } from './texts.ts'
import { tradeColumn, tradeTexts } from './trade-texts.ts'

/** Whom the cooperative trades with, as papers name her. */
export interface TradeParty {
  readonly name: string
  readonly number: string
  readonly isMember: boolean
}

/** A line of a sale: thousandths, and sen. */
export interface SaleReceiptLine {
  readonly itemId: string
  readonly item: string
  readonly unitName: string
  readonly qty: number
  /** Per unit. */
  readonly price: number | null
  readonly discount: number
  readonly amount: number
  /** What of it was brought back since. */
  readonly returned: number
}

export interface SaleReceiptFacts {
  readonly language: Language
  readonly format: '58mm' | '80mm' | 'A4'
  readonly number: string
  readonly date: string
  /** Null for whoever came by. */
  readonly buyer: TradeParty | null
  readonly note: string | null
  readonly lines: readonly SaleReceiptLine[]
  readonly total: number
  /** Where the money went, sen; what was counted into a hand has no name. */
  readonly paid: readonly { readonly account: string | null; readonly amount: number }[]
  /** What was handed over, where the till knows it; sen. */
  readonly given: number | undefined
  /** What the buyer owed as she left, sen. */
  readonly owed: number
  /** When she is to pay it; null where that was not agreed. */
  readonly dueOn: string | null
  /** Of a sale through a marketplace, sen: what it holds for us, keeps and withholds. */
  readonly market: { readonly held: number; readonly fee: number; readonly withheld: number } | null
  readonly reversedBy: string | null
}

/** Nota penjualan: what was sold line by line, what it came to and how it was paid; for a roll or as an invoice on A4. */
export function saleReceipt(facts: SaleReceiptFacts): Statement {
  const { language, format, number, date, lines, total, owed } = facts
  const texts = tradeTexts(language).receipt
  const back = lines.filter(({ returned }) => returned > 0).map(({ item }) => item)
  const hasDiscount = lines.some(({ discount }) => discount > 0)
  return {
    report: 'saleReceipt',
    language,
    paper: format,
    title: format === 'A4' ? texts.invoice : reportTexts(language).title.saleReceipt,
    subtitle: numbered(language, number, date),
    date,
    label: number,
    particulars: particularsOf(facts),
    columns: [
      ...goodsColumns(language),
      tradeColumn(language, 'price', 'money'),
      ...(hasDiscount ? [tradeColumn(language, 'discount', 'money')] : []),
      { ...column(language, 'total', 'money'), key: 'amount' },
    ],
    rows: [...lines.map(lineRow), { ...blank, kind: 'total', level: 0, item: texts.total, amount: total }],
    after: [...(format === 'A4' ? [fact(texts.words, rupiahInWords(sen(total)))] : []), ...payingOf(facts)],
    totals: { amount: total, paid: sumSen(facts.paid.map(({ amount }) => amount)), owed },
    notes: [
      ...(back.length === 0 ? [] : [filled(texts.back, { items: back.join(', ') })]),
      ...(format === 'A4' ? [] : [texts.thanks]),
    ],
    signers: [
      { role: texts.buyer, name: facts.buyer?.name ?? null, hasStamp: false },
      { role: texts.seller, name: null, hasStamp: false },
    ],
  }
}

const blank = { n: null, item: null, qty: null, unitName: null, price: null, discount: null }

function lineRow({ itemId, item, qty, unitName, price, discount, amount }: SaleReceiptLine, index: number): Row {
  const off = discount === 0 ? null : discount
  return { kind: 'line', level: 0, n: index + 1, item, qty, unitName, price, discount: off, amount, itemId }
}

/** Who bought, whether as a member, what was written beside it, and what took it back. */
function particularsOf({ language, buyer, note, reversedBy }: SaleReceiptFacts): Particular[] {
  const texts = tradeTexts(language).receipt
  const named = buyer && filled(buyer.isMember ? texts.member : texts.other, { name: buyer.name, number: buyer.number })
  return [
    { key: 'buyer', title: texts.buyer, text: named ?? texts.anybody },
    ...(note === null ? [] : [{ key: 'note', title: texts.note, text: note }]),
    ...(reversedBy === null
      ? []
      : [{ key: 'reversedBy', title: reportTexts(language).particular.reversedBy, text: reversedBy }]),
  ]
}

function fact(title: string, text: string): Part {
  return { kind: 'fact', title, text }
}

/** How it was paid: what was given and what came back of it, what is owed, what a marketplace holds. */
function payingOf({ language, format, paid, given, owed, dueOn, market }: SaleReceiptFacts): Part[] {
  const texts = tradeTexts(language).receipt
  const hand = sumSen(paid.filter(({ account }) => account === null).map(({ amount }) => amount))
  const { change } = handedOver(hand === 0 ? 0 : (given ?? hand), hand)
  const parts = [
    [texts.cash, hand],
    ...(change === 0
      ? []
      : ([
          [texts.given, given ?? 0],
          [texts.change, change],
        ] as const)),
    ...paid.filter(({ account }) => account !== null).map(({ account, amount }) => [account ?? '', amount] as const),
    [texts.held, market?.held ?? 0],
    [texts.fee, market?.fee ?? 0],
    [texts.withheld, market?.withheld ?? 0],
    [texts.owed, owed],
  ] as const
  // An invoice says so where nothing is paid yet.
  const isUnpaid = format === 'A4' && owed > 0 && paid.length === 0
  return [
    ...(isUnpaid ? [fact(texts.paid, formatRupiah(0))] : []),
    ...parts.filter(([, amount]) => amount > 0).map(([title, amount]) => fact(title, formatRupiah(amount))),
    ...(dueOn === null ? [] : [fact(texts.dueOn, formatDate(dueOn, language))]),
  ]
}
