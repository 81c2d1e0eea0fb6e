import { requestId } from '../support/book.ts'
import { openTradingBook, type TradingBook } from '../support/trade.ts'

/** A shop whose papers are as full as they get: the longest names, sixty lines, the largest amounts. */
export interface ShopBook extends TradingBook {
  readonly documents: Readonly<Record<'long' | 'largest' | 'credit' | 'market', string>>
}

const longName =
  'Keripik singkong balado pedas manis buatan ibu-ibu kelompok tani wanita mawar melati kemasan ekonomis isi banyak'

export async function openShopBook(): Promise<ShopBook> {
  const book = await openTradingBook()
  const { api, memberId, marketplaceId } = book
  const long: { itemId: string; qty: number; discount: number }[] = []
  for (let n = 1; n <= 60; n += 1) {
    const itemId = await book.item({
      name: `${n}. ${longName}`.slice(0, 120),
      unitName: 'bungkus',
      priceOther: 1_250_00,
    })
    await book.buy(itemId, 2, 1_000)
    long.push({ itemId, qty: 1_125, discount: 5_00 })
  }
  const gold = await book.item({ name: 'Emas', unitName: 'batang', priceOther: 888_888_888_888_00 })
  await book.buy(gold, 30, 3_000)
  const sell = (date: string, input: object) =>
    api.trade.sell({ requestId: requestId(), date, ...input } as Parameters<typeof api.trade.sell>[0])
  const sold = await sell('2026-02-02', { cashAccount: '11101', lines: long })
  const most = [{ itemId: gold, qty: 9_999, discount: 1_00 }]
  const largest = await sell('2026-02-03', { cashAccount: '11201', lines: most })
  const few = [{ itemId: gold, qty: 1_000, price: 30_000_00 }]
  const credit = await sell('2026-02-04', {
    cashAccount: '11101',
    paid: 10_000_00,
    memberId,
    lines: few,
    note: longName,
  })
  const market = await sell('2026-02-05', { channel: 'marketplace', partnerId: marketplaceId, lines: few })
  const documents = {
    ...{ long: sold.documentId, largest: largest.documentId },
    ...{ credit: credit.documentId, market: market.documentId },
  }
  return { ...book, documents }
}
