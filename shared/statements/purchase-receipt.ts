import { formatDate, type Language } from '../calendar.ts'
import { formatRupiah, sen } from '../rules/money.ts'
import { rupiahInWords } from '../words.ts'
import { pricedGoods } from './goods-table.ts'
import { fact } from './parts.ts'
import type { SaleReceiptLine, TradeParty } from './sale-receipt.ts'
import type { Statement } from './statement.ts'
import { filled, numbered, reportTexts } from './texts.ts'
import { tradeTexts } from './trade-texts.ts'

export interface PurchaseReceiptFacts {
  readonly language: Language
  readonly number: string
  readonly date: string
  /** Null for the market. */
  readonly seller: TradeParty | null
  readonly note: string | null
  /** Thousandths and sen. */
  readonly lines: readonly Pick<SaleReceiptLine, 'itemId' | 'item' | 'unitName' | 'qty' | 'amount' | 'returned'>[]
  readonly total: number
  /** What was paid at once, sen; what was counted out of a hand has no name. */
  readonly paid: readonly { readonly account: string | null; readonly amount: number }[]
  readonly owed: number
  /** When that is to be paid; null where it was not agreed. */
  readonly dueOn: string | null
  readonly reversedBy: string | null
}

/** Nota pembelian: what was bought line by line, what it cost in all and what of it is not paid; sen. */
export function purchaseReceipt(facts: PurchaseReceiptFacts): Statement {
  const { language, number, date, seller, lines, total, paid, owed, dueOn } = facts
  const { receipt, purchase } = tradeTexts(language)
  const back = lines.filter(({ returned }) => returned > 0).map(({ item }) => item)
  return {
    report: 'purchaseReceipt',
    language,
    title: reportTexts(language).title.purchaseReceipt,
    subtitle: numbered(language, number, date),
    date,
    label: number,
    particulars: particularsOf(facts),
    ...pricedGoods(language, { lines, total, caption: receipt.total }),
    after: [
      fact(receipt.words, rupiahInWords(sen(total))),
      ...paid.map(({ account, amount }) => fact(account ?? receipt.cash, formatRupiah(amount))),
      ...(owed > 0 ? [fact(receipt.owed, formatRupiah(owed))] : []),
      ...(dueOn === null ? [] : [fact(receipt.dueOn, formatDate(dueOn, language))]),
    ],
    totals: { amount: total, owed },
    notes: [purchase.costs, ...(back.length === 0 ? [] : [filled(purchase.back, { items: back.join(', ') })])],
    signers: [
      { role: purchase.seller, name: seller?.name ?? null, hasStamp: false },
      { role: purchase.taker, name: null, hasStamp: false },
    ],
  }
}

function particularsOf({ language, seller, note, reversedBy }: PurchaseReceiptFacts) {
  const { receipt, purchase } = tradeTexts(language)
  const named =
    seller && filled(seller.isMember ? receipt.member : receipt.other, { name: seller.name, number: seller.number })
  return [
    { key: 'seller', title: purchase.seller, text: named ?? purchase.market },
    ...(note === null ? [] : [{ key: 'note', title: receipt.note, text: note }]),
    ...(reversedBy === null
      ? []
      : [{ key: 'reversedBy', title: reportTexts(language).particular.reversedBy, text: reversedBy }]),
  ]
}
