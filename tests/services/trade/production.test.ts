import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

let book: TradingBook
beforeEach(async () => {
  book = await openTradingBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

/** Ten kilos of cassava for Rp50.000, of which crackers and flour are made. */
async function kitchen() {
  const cassava = await book.item({ name: 'Singkong', kind: 'material' })
  const crackers = await book.item({ name: 'Keripik', kind: 'finished', unitName: 'bungkus', priceOther: 10_000_00 })
  const flour = await book.item({ name: 'Tepung', kind: 'finished', unitName: 'kg', priceOther: 20_000_00 })
  await book.buy(cassava, 10, 50_000)
  return { cassava, crackers, flour }
}

test('what products will cost is told before they are made, and that is what they are made at', async () => {
  const { cassava, crackers, flour } = await kitchen()
  const asked = {
    ...{ date: '2026-02-05', materials: [{ itemId: cassava, qty: 10_000 }] },
    products: [
      { itemId: crackers, qty: 6_000 },
      { itemId: flour, qty: 2_000 },
    ],
  }
  const preview = await book.api.trade.previewProduction({ ...asked, costs: [{ amount: 30_000_00 }] })
  expect(preview).toEqual({
    ...{ materials: 50_000_00, total: 80_000_00 },
    products: [
      { itemId: crackers, qty: 6_000, cost: 48_000_00 },
      { itemId: flour, qty: 2_000, cost: 32_000_00 },
    ],
  })
  expect(await book.api.items.get({ itemId: cassava })).toMatchObject({ qty: 10_000 })
  expect((await book.api.trade.documents({ kind: 'production' })).rows).toEqual([])
  const costs = [{ account: '11101', amount: 30_000_00 }]
  const made = await book.api.trade.produce({ requestId: requestId(), ...asked, costs })
  expect({ total: made.total, products: made.products }).toEqual({ total: preview.total, products: preview.products })
})

test('a preview refuses what the production would: too little material, and a product of itself', async () => {
  const { cassava, crackers } = await kitchen()
  const of = (itemId: string, qty: number) =>
    book.api.trade.previewProduction({
      ...{ date: '2026-02-05', materials: [{ itemId, qty }], products: [{ itemId: crackers, qty: 1_000 }] },
    })
  await expect(of(cassava, 11_000)).rejects.toMatchObject({ code: 'STOCK_BELOW_ZERO' })
  await expect(of(crackers, 1_000)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('the voucher of a production says what one of each product cost; that of its reversal does not', async () => {
  const { cassava, crackers, flour } = await kitchen()
  const { entryId } = await book.api.trade.produce({
    ...{ requestId: requestId(), date: '2026-02-05', materials: [{ itemId: cassava, qty: 10_000 }] },
    products: [
      { itemId: crackers, qty: 3_000 },
      { itemId: flour, qty: 2_000 },
    ],
  })
  const told = async (of: string, language: 'id' | 'en') => {
    const { particulars } = await book.api.reports.run({ report: 'receipt', params: { entryId: of }, language })
    return particulars.find(({ key }) => key === 'products')?.text
  }
  expect(await told(entryId, 'id')).toBe(
    'Keripik 3 bungkus, harga pokok Rp21.428,57, per bungkus Rp7.143 (dibulatkan ke rupiah); ' +
      'Tepung 2 kg, harga pokok Rp28.571,43, per kg Rp14.286 (dibulatkan ke rupiah)',
  )
  expect(await told(entryId, 'en')).toContain('Rp7.143 per bungkus (rounded to the rupiah)')
  const undone = { requestId: requestId(), entryId, date: '2026-02-06', reason: 'Salah' }
  const { entryId: back } = await book.api.journal.reverse(undone)
  expect(await told(back, 'id')).toBeUndefined()
})
