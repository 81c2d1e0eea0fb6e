import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RefusalCode } from '../../../shared/errors.ts'
import { refusalOf, requestId } from '../../support/book.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

/** Bad input of the shop, one by one at the same book: a plain sentence each time, and all as it was. */

interface Shop extends TradingBook {
  readonly sugar: string
  readonly chips: string
  readonly bought: { readonly entryId: string; readonly documentId: string }
  readonly sold: { readonly entryId: string; readonly documentId: string }
  /** Of a sale that is in the book. */
  readonly used: string
}

let shop: Shop
beforeAll(async () => {
  const book = await openTradingBook()
  const { trade, periods } = book.api
  const sugar = await book.item()
  const mine = { kind: 'consigned' as const, ownerMemberId: book.makerId, commissionPct: '20' }
  const chips = await book.item({ ...mine, name: 'Keripik', priceOther: 10_000_00 })
  const bought = await book.buy(sugar, 10, 100_000, '2026-02-01')
  await trade.receiveConsignment({ ...head('2026-02-01'), lines: [{ itemId: chips, qty: 5_000 }] })
  const sold = await book.sell(sugar, 4, '2026-02-03')
  await trade.returnSale({ ...head('2026-02-04'), ...cash, documentId: sold.documentId, lines: [{ n: 1, qty: 3_000 }] })
  await book.sell(chips, 2, '2026-02-05')
  await trade.settleConsignor({ ...head('2026-02-06'), ...cash, memberId: book.makerId })
  await trade.returnConsignment({ ...head('2026-02-06'), lines: [{ itemId: chips, qty: 3_000 }] })
  const used = requestId()
  await trade.sell({ requestId: used, date: '2026-02-07', ...cash, lines: [{ itemId: sugar, qty: 1_000 }] })
  await periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  shop = { ...book, sugar, chips, bought, sold, used }
})
afterAll(async () => {
  expect((await shop.api.ledger.verify()).problems).toEqual([])
  expect(shop.bugs).toEqual([])
  await shop.close()
})

const cash = { cashAccount: '11101' }
const head = (date = '2026-02-08') => ({ requestId: requestId(), date })

type Attempt = (shop: Shop) => Promise<unknown>

const sell =
  (line: object, more: object = {}): Attempt =>
  ({ api, sugar }) =>
    api.trade.sell({ ...head(), ...cash, lines: [{ itemId: sugar, qty: 1_000, ...line }], ...more })
const back =
  (n: number, qty: number): Attempt =>
  ({ api, sold: { documentId } }) =>
    api.trade.returnSale({ ...head(), ...cash, documentId, lines: [{ n, qty }] })

const attempts: readonly (readonly [what: string, attempt: Attempt, code: RefusalCode, sentence: string])[] = [
  [
    'more is sold than there is',
    sell({ qty: 9_000 }),
    'STOCK_BELOW_ZERO',
    'Barang Gula pasir tidak cukup: ada 8, kurang 1.',
  ],
  [
    'more comes back than was sold',
    back(1, 2_000),
    'INVALID_INPUT',
    'Yang masih dapat dikembalikan 1. Isi paling banyak itu.',
  ],
  ['a line comes back that was not sold', back(2, 1_000), 'INVALID_INPUT', 'Nota asalnya tidak punya baris ini.'],
  [
    'a maker is paid twice',
    ({ api, makerId: memberId }) => api.trade.settleConsignor({ ...head(), ...cash, memberId }),
    'ALREADY_DONE',
    'Tidak ada yang masih harus dibayar kepadanya.',
  ],
  [
    'what went back to its maker is sold',
    ({ sell: sold, chips }) => sold(chips, 1, '2026-02-08'),
    'STOCK_BELOW_ZERO',
    'Barang Keripik tidak cukup: ada 0, kurang 1.',
  ],
  [
    'what went back to its maker is sold on a day before',
    ({ sell: sold, chips }) => sold(chips, 1, '2026-02-02'),
    'STOCK_BELOW_ZERO',
    'Barang Keripik tidak cukup: ada 0, kurang 1.',
  ],
  ['a price is nothing', sell({ price: 0 }), 'INVALID_INPUT', 'Jumlah uang harus lebih dari nol.'],
  ['a price is below zero', sell({ price: -1 }), 'INVALID_INPUT', 'Jumlah uang tidak boleh di bawah nol.'],
  ['half a thousandth is sold', sell({ qty: 0.5 }), 'INVALID_INPUT', 'Isi dengan bilangan bulat.'],
  ['nothing is sold', sell({ qty: 0 }), 'INVALID_INPUT', 'Banyaknya harus lebih dari nol.'],
  [
    'goods are taken out of use of which there are some',
    ({ api, sugar: itemId }) => api.items.update({ itemId, active: false }),
    'NOT_ALLOWED',
    'Barang Gula pasir masih ada 8. Habiskan atau sesuaikan dulu persediaannya.',
  ],
  [
    'a purchase dated back would change what sales cost',
    ({ buy, sugar }) => buy(sugar, 1, 5_000, '2026-02-06'),
    'INVALID_INPUT',
    'Barang Gula pasir sudah keluar pada 7 Februari 2026. Pakai tanggal itu atau sesudahnya, supaya harga pokoknya tidak berubah.',
  ],
  [
    'goods that were counted too few would change what sales cost',
    ({ api, sugar: itemId }) =>
      api.trade.stockTake({ ...head('2026-02-06'), countedBy: ['Sari', 'Budi'], lines: [{ itemId, counted: 12_000 }] }),
    'INVALID_INPUT',
    'Barang Gula pasir sudah keluar pada 7 Februari 2026. Pakai tanggal itu atau sesudahnya, supaya harga pokoknya tidak berubah.',
  ],
  [
    'a request comes again with other content',
    (it) => sell({ qty: 2_000 }, { requestId: it.used, date: '2026-02-07' })(it),
    'REQUEST_ID_REUSED',
    'Isian ini sudah pernah disimpan dengan isi lain. Buka formulir baru.',
  ],
  [
    'the purchase is taken back of which was sold',
    ({ api, bought: { entryId } }) => api.journal.reverse({ ...head(), entryId, reason: 'Salah' }),
    'NOT_ALLOWED',
    'Batalkan dulu bukti PJ-2026-0004, yang dicatat sesudahnya.',
  ],
  [
    'a count is signed by one',
    ({ api, sugar: itemId }) =>
      api.trade.stockTake({ ...head(), countedBy: ['Sari', 'sari'], lines: [{ itemId, counted: 8_000 }] }),
    'INVALID_INPUT',
    'Yang menghitung dua orang yang berbeda. Isi nama orang kedua.',
  ],
  [
    'more is bought at once than can be counted',
    ({ api, sugar: itemId }) =>
      api.trade.purchase({ ...head(), ...cash, lines: [{ itemId, qty: 9_000_000_000_000_000, amount: 1_00 }] }),
    'INVALID_INPUT',
    'Paling banyak 1.000.000.000.',
  ],
  [
    'more is taken into keeping at once than can be counted, in two lines',
    ({ api, chips: itemId }) =>
      api.trade.receiveConsignment({
        ...head(),
        lines: [9_000_000_000_000_000, 1].map((qty) => ({ itemId, qty })),
      }),
    'INVALID_INPUT',
    'Paling banyak 1.000.000.000.',
  ],
  [
    'an item is sold that does not exist',
    sell({ itemId: 'x' }),
    'INVALID_INPUT',
    'Yang disebut di sini tidak ditemukan. Pilih lagi.',
  ],
  [
    'the month is locked',
    ({ api, chips: itemId }) =>
      api.trade.receiveConsignment({ ...head('2026-01-31'), lines: [{ itemId, qty: 1_000 }] }),
    'PERIOD_CLOSED',
    'Bulan Januari 2026 sudah dikunci. Pakai tanggal di bulan yang terbuka, atau buka kuncinya dengan alasan.',
  ],
]

async function everything({ api }: Shop) {
  const [balances, goods, documents] = await Promise.all([
    api.ledger.trialBalance({ asOf: '2026-12-31' }),
    api.items.list(),
    api.trade.documents(),
  ])
  return { balances, goods, documents }
}

test.each(attempts)('refused where %s', async (_, attempt, code, sentence) => {
  const before = await everything(shop)
  const told = await refusalOf(attempt(shop))
  expect([told.code, told.message]).toEqual([code, sentence])
  expect(await everything(shop)).toEqual(before)
})

test('goods with a past stay when they are out of use: they are named, sold no more, and come into use again', async () => {
  const { api, chips: itemId } = shop
  await api.items.update({ itemId, active: false })
  expect(await refusalOf(shop.sell(itemId, 1, '2026-02-08'))).toMatchObject({ code: 'NOT_ALLOWED' })
  expect((await api.trade.stockCard({ itemId })).rows).toHaveLength(3)
  expect(await api.items.update({ itemId, active: true })).toMatchObject({ active: true })
})
