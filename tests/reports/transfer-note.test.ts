import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf, requestId } from '../support/book.ts'
import { openShopBook, type ShopBook } from './shop-book.ts'

let book: ShopBook
beforeAll(async () => {
  book = await openShopBook()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const run = (documentId: string) => book.api.reports.run({ report: 'transferNote', params: { documentId } })

test('goods for a shop that sells for us go with a paper that says whose they stay, and who carried and took them', async () => {
  const { title, particulars, columns, rows, notes, signers } = await run(book.documents.sentOut)
  expect(title).toBe('Surat Jalan Titip Jual')
  expect(particulars).toMatchObject([
    { text: 'Toko' },
    { text: 'Etalase Warung Bu Sri (Warung Bu Sri)' },
    { key: 'note' },
  ])
  expect(columns.map(({ kind }) => kind)).not.toContain('money')
  expect(rows).toMatchObject([{ item: 'Emas', qty: 3_000 }])
  expect(notes[0]).toContain('tetap milik koperasi sampai laku')
  expect(signers).toMatchObject([
    { role: 'Yang menyerahkan', name: null },
    { role: 'Yang membawa' },
    { role: 'Yang menerima', name: 'Warung Bu Sri' },
  ])
})

test('what was not sold comes back with the same paper, signed the other way round', async () => {
  const { title, signers } = await run(book.documents.cameBack)
  expect(title).toBe('Surat Jalan Pengembalian Titip Jual')
  expect(signers?.map(({ name }) => name)).toEqual(['Warung Bu Sri', null, null])
})

test('between two of our own places it says that no money moves, and says so when it was taken back', async () => {
  const { locationId: to } = await book.api.trade.createLocation({ name: 'Gudang' })
  const id = requestId()
  const lines = [{ itemId: book.gold, qty: 1_000 }]
  const { documentId } = await book.api.trade.transfer({ requestId: id, date: '2026-05-06', from: 'shop', to, lines })
  expect(await run(documentId)).toMatchObject({
    title: 'Surat Jalan',
    notes: ['Barang hanya berpindah tempat. Tidak ada uang yang bergerak.'],
  })
  await book.api.requests.undo({ requestId: requestId(), undoes: id, date: '2026-05-06', reason: 'Salah tempat' })
  expect((await run(documentId)).particulars.map(({ key }) => key)).toContain('reversedBy')
})

test('any other document has no such paper', async () => {
  expect(await refusalOf(run(book.documents.received))).toMatchObject({ code: 'NOT_FOUND' })
})
