import { requestId } from '../support/book.ts'
import { openTradingBook, type TradingBook } from '../support/trade.ts'

/** A shop with a mill that bought, sold for itself and for a maker, and took back; what was sold wrongly was reversed. */
export interface SeededTrade extends TradingBook {
  readonly sugar: string
  readonly kept: string
  /** Documents by what they are. */
  readonly documents: Readonly<
    Record<'bought' | 'received' | 'basket' | 'partReturned' | 'returned' | 'reversed', string>
  >
}

export async function openSeededTrade(): Promise<SeededTrade> {
  const book = await openTradingBook()
  const { api, memberId, makerId } = book
  const sugar = await book.item()
  const chips = { name: 'Keripik pisang', unitName: 'bungkus', priceOther: 50_000_00, commissionPct: '20' }
  const kept = await book.item({ ...chips, ownerMemberId: makerId })
  const bought = await book.buy(sugar, 10, 120_000, '2026-02-01')
  const brought = [{ itemId: kept, qty: 3_000 }]
  const received = await api.trade.receiveConsignment({ requestId: requestId(), date: '2026-02-01', lines: brought })
  const cash = { cashAccount: '11101' }
  const basket = [
    { itemId: sugar, qty: 1_500 },
    { itemId: kept, qty: 1_000 },
  ]
  const sold = await api.trade.sell({ requestId: requestId(), date: '2026-02-03', memberId, ...cash, lines: basket })
  const { documentId } = await book.sell(sugar, 4, '2026-02-04')
  const wrong = await book.sell(sugar, 2, '2026-02-05')
  const back = { lines: [{ n: 1, qty: 1_000 }], ...cash }
  const returned = await api.trade.returnSale({ requestId: requestId(), date: '2026-03-02', documentId, ...back })
  const reason = { reason: 'Salah catat', date: '2026-03-03' }
  await api.journal.reverse({ requestId: requestId(), entryId: wrong.entryId, ...reason })
  const mill = { name: 'Mesin giling', account: '18104', cost: 12_000_000_00, months: 48, place: 'Dapur produksi' }
  await api.assets.acquire({ requestId: requestId(), date: '2026-03-05', ...cash, ...mill })
  for (const month of ['2026-03', '2026-04']) await api.assets.depreciate({ requestId: requestId(), month })
  await api.tax.setRegime({ requestId: requestId(), year: 2026, regime: 'final_0_5', startYear: 2025 })
  await api.tax.post({ requestId: requestId(), month: '2026-02' })
  const documents = {
    ...{ bought: bought.documentId, received: received.documentId, basket: sold.documentId },
    ...{ partReturned: documentId, returned: returned.documentId, reversed: wrong.documentId },
  }
  return { ...book, sugar, kept, documents }
}
