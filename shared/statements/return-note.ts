import { formatDate, type Language } from '../calendar.ts'
import { formatRupiah, sen } from '../rules/money.ts'
import { rupiahInWords } from '../words.ts'
import { pricedGoods } from './goods-table.ts'
import { fact } from './parts.ts'
import type { SaleReceiptLine, TradeParty } from './sale-receipt.ts'
import type { Statement } from './statement.ts'
import { filled, numbered, reportTexts } from './texts.ts'
import { tradeTexts } from './trade-texts.ts'

export interface ReturnNoteFacts {
  readonly language: Language
  readonly kind: 'sale_return' | 'purchase_return'
  readonly number: string
  readonly date: string
  /** What was sold or bought then. */
  readonly of: { readonly number: string; readonly date: string }
  /** Who bought or sold it; null where she was not named. */
  readonly party: TradeParty | null
  readonly note: string | null
  /** Thousandths and sen. */
  readonly lines: readonly Pick<SaleReceiptLine, 'itemId' | 'item' | 'unitName' | 'qty' | 'amount'>[]
  readonly total: number
  /** What was given back at once, sen; what was counted out of a hand has no name. */
  readonly paid: readonly { readonly account: string | null; readonly amount: number }[]
  /** What is owed less for it, sen. */
  readonly owedLess: number
  readonly reversedBy: string | null
}

/** Nota retur: what a buyer brought back or what went back to a seller, what it came to then and how it was made good; sen. */
export function returnNote(facts: ReturnNoteFacts): Statement {
  const { language, kind, number, date, party, lines, total, paid, owedLess } = facts
  const { receipt, purchase, consignment, back } = tradeTexts(language)
  const isSale = kind === 'sale_return'
  const theirs = { role: isSale ? receipt.buyer : receipt.seller, name: party?.name ?? null, hasStamp: false }
  const ours = { role: isSale ? purchase.taker : consignment.giver, name: null, hasStamp: false }
  return {
    report: 'returnNote',
    language,
    title: isSale ? back.saleTitle : back.purchaseTitle,
    subtitle: numbered(language, number, date),
    date,
    label: number,
    particulars: particularsOf(facts),
    ...pricedGoods(language, { lines, total, caption: receipt.total }),
    after: [
      fact(receipt.words, rupiahInWords(sen(total))),
      ...paid.map(({ account, amount }) =>
        fact(back.paid, filled(back.through, { amount: formatRupiah(amount), account: account ?? receipt.cash })),
      ),
      ...(owedLess > 0 ? [fact(back.owedLess, formatRupiah(owedLess))] : []),
    ],
    totals: { amount: total, owedLess },
    notes: [isSale ? back.saleNote : back.purchaseNote],
    signers: [theirs, ours],
  }
}

function particularsOf({ language, kind, of, party, note, reversedBy }: ReturnNoteFacts) {
  const { receipt, purchase, back } = tradeTexts(language)
  const isSale = kind === 'sale_return'
  const named =
    party && filled(party.isMember ? receipt.member : receipt.other, { name: party.name, number: party.number })
  return [
    {
      key: 'party',
      title: isSale ? receipt.buyer : receipt.seller,
      text: named ?? (isSale ? receipt.anybody : purchase.market),
    },
    {
      key: 'of',
      title: isSale ? back.ofSale : back.ofPurchase,
      text: filled(back.dated, { number: of.number, date: formatDate(of.date, language) }),
    },
    ...(note === null ? [] : [{ key: 'note', title: receipt.note, text: note }]),
    ...(reversedBy === null
      ? []
      : [{ key: 'reversedBy', title: reportTexts(language).particular.reversedBy, text: reversedBy }]),
  ]
}
