import { openTestBook, requestId, type TestBook } from './book.ts'
import { addMember, putCash } from './counter.ts'

/** A shop with money in the box: goods, goods in keeping, a supplier and a marketplace. */
export interface TradingBook extends TestBook {
  /** A member since the first day of 2026. */
  readonly memberId: string
  /** Who makes crackers and has us sell them. */
  readonly makerId: string
  readonly supplierId: string
  readonly marketplaceId: string
  /** An item of the shop; more of its terms as given. */
  item(terms?: Partial<Parameters<TestBook['api']['items']['create']>[0]>): Promise<string>
  /** Buys for cash: units, and rupiah for all of them. */
  buy(itemId: string, units: number, rupiah: number, date?: string): Promise<{ entryId: string; documentId: string }>
  /** Sells for cash to whoever comes by; units. */
  sell(itemId: string, units: number, date?: string): Promise<{ entryId: string; documentId: string }>
  /** What the accounts say at the end of a day: debit less credit, sen. */
  balance(account: string, asOf?: string): Promise<number>
}

export async function openTradingBook(): Promise<TradingBook> {
  const book = await openTestBook()
  await putCash(book, 50_000_000_00, '2026-01-02')
  const memberId = await addMember(book, '0001', '2026-01-01')
  const makerId = await addMember(book, '0002', '2026-01-01')
  const { partners, items, trade, ledger } = book.api
  const { partnerId: supplierId } = await partners.create({ name: 'UD Sumber Rejeki', kind: 'supplier' })
  const market = { name: 'Pasar Daring', kind: 'marketplace' as const, feePct: '6.5', withholdsTax: true }
  const { partnerId: marketplaceId } = await partners.create(market)
  const item: TradingBook['item'] = async (terms) => {
    const { itemId } = await items.create({ name: 'Gula pasir', unitName: 'kg', priceOther: 18_000_00, ...terms })
    return itemId
  }
  const buy: TradingBook['buy'] = (itemId, units, rupiah, date = '2026-02-01') =>
    trade.purchase({
      ...{ requestId: requestId(), date, cashAccount: '11101' },
      lines: [{ itemId, qty: units * 1000, amount: rupiah * 100 }],
    })
  const sell: TradingBook['sell'] = (itemId, units, date = '2026-02-02') =>
    trade.sell({
      ...{ requestId: requestId(), date, cashAccount: '11101' },
      lines: [{ itemId, qty: units * 1000 }],
    })
  const balance: TradingBook['balance'] = async (account, asOf = '2026-12-31') => {
    const { rows } = await ledger.trialBalance({ asOf })
    const row = rows.find(({ code }) => code === account)
    return row ? row.debit - row.credit : 0
  }
  return { ...book, memberId, makerId, supplierId, marketplaceId, item, buy, sell, balance }
}
