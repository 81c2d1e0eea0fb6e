import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'
import { addMember, deposit, openSavings, putCash, withdraw } from '../support/counter.ts'

/** What a picture says is what the page says: the screen only draws it. */

let book: TestBook
let savingsAccountId: string
let memberId: string
beforeAll(async () => {
  book = await openTestBook({ kind: 'practice', cooperative: { village: 'Sumberejo', phone: '0281' } })
  memberId = await addMember(book)
  await book.api.members.update({ memberId, nationalId: '3302261708800001' })
  savingsAccountId = await openSavings(book, memberId)
  await putCash(book, 1_000_000_00)
  await deposit(book, savingsAccountId, 250_000_00)
  await withdraw(book, savingsAccountId, 50_000_00)
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const card = () => book.api.reports.picture({ report: 'savingsCard', params: { savingsAccountId } })

test('a savings card has its head, its rows and its balance, and no column nothing stands in', async () => {
  const picture = await card()
  expect(picture).toMatchObject({
    name: 'Kartu Simpanan SS-0001 Koperasi Uji.png',
    head: ['Koperasi Uji', 'Sumberejo · Telp. 0281'],
    title: 'Kartu Simpanan',
  })
  expect(picture.particulars[0]).toEqual({ title: 'Anggota', text: 'Anggota 0001' })
  const [table] = picture.tables
  expect(table?.columns).toEqual([
    { title: 'Tanggal', isFigure: false },
    { title: 'No. bukti', isFigure: false },
    { title: 'Uraian', isFigure: false },
    { title: 'Setoran', isFigure: true },
    { title: 'Penarikan', isFigure: true },
    { title: 'Saldo', isFigure: true },
  ])
  expect(table?.rows.map(({ isSum, cells }) => [isSum, ...cells.slice(3)])).toEqual([
    [false, '250.000', '', '250.000'],
    [false, '', '50.000', '200.000'],
    [true, '250.000', '50.000', ''],
    [true, '', '', '200.000'],
  ])
})

test('a practice book says so on it, and every picture carries the code to check it by', async () => {
  const { mark, warnings, code } = await card()
  expect([mark, warnings]).toEqual(['LATIHAN', ['LATIHAN: bukan catatan koperasi yang sebenarnya']])
  const { rows } = await book.api.journal.list({ order: 'newest', limit: 1 })
  expect(code).toContain(rows[0]?.hash.slice(0, 8))
})

test('a slip says for what and how much, in figures and words, without any account', async () => {
  const { rows } = await book.api.journal.list({ text: 'Penarikan' })
  const entryId = rows[0]?.entryId ?? ''
  const picture = await book.api.reports.picture({ report: 'receipt', params: { entryId }, language: 'id' })
  expect(picture.tables).toEqual([])
  expect(picture.particulars.map(({ text }) => text)).toEqual([
    ...['Anggota 0001', '0001', 'Penarikan simpanan sukarela', 'Rp50.000', 'lima puluh ribu rupiah'],
    ...['SS-0001 · Simpanan sukarela', 'Rp200.000'],
  ])
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-01-07', reason: 'Salah' })
  const after = await book.api.reports.picture({ report: 'receipt', params: { entryId } })
  expect(after.mark).toBe('DIBATALKAN')
})

test('a long card shows its newest rows and says how many came before', async () => {
  const account = await openSavings(book, await addMember(book, '0002'))
  for (let day = 1; day <= 45; day += 1) await deposit(book, account, 1_000_00, '2026-02-01')
  const { tables } = await book.api.reports.picture({ report: 'savingsCard', params: { savingsAccountId: account } })
  expect(tables[0]?.rows).toHaveLength(40)
  expect(tables[0]?.omitted).toBe('7 baris sebelumnya tidak ditampilkan.')
  expect(tables[0]?.rows.at(-1)?.cells.at(-1)).toBe('45.000')
})

describe('a picture leaves the house', () => {
  test('so no identity number stands on one', async () => {
    expect(JSON.stringify(await card())).not.toContain('3302261708800001')
  })

  test('and there is none of papers that are not a member’s card or slip', async () => {
    const asked = { report: 'memberRegister', params: { asOf: '2026-11-20' } } as never
    expect((await refusalOf(book.api.reports.picture(asked))).code).toBe('INVALID_INPUT')
  })
})
