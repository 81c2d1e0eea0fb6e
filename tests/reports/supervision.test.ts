import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../support/book.ts'
import { openShuBook, type ShuBook } from './shu-book.ts'

let book: ShuBook
beforeAll(async () => {
  book = await openShuBook()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const told = (year: number) => book.api.reports.run({ report: 'supervisionIndicators', params: { year } })

test.each([2025, 2026])('the indicators of %i are made of what its statements say', async (year) => {
  const { rows, date } = await told(year)
  const of = (indicator: string) => {
    const row = rows.find((one) => one.indicator === indicator)
    return [row?.part, row?.whole]
  }
  const balance = await book.api.reports.run({ report: 'balanceSheet', params: { asOf: date } })
  const surplus = await book.api.reports.run({ report: 'surplus', params: { from: `${year}-01-01`, to: date } })
  const { assets, equity } = balance.totals
  expect(of('Ekuitas : jumlah aset')).toEqual([equity, assets])
  expect(of('SHU setelah pajak : jumlah aset')).toEqual([surplus.totals.surplus, assets])
  expect(of('SHU setelah pajak : ekuitas')).toEqual([surplus.totals.surplus, equity])
})

test('what was spent on education of members counts, from the fund for it and beyond', async () => {
  const spent = async () =>
    (await told(2026)).rows.find(({ indicator }) => String(indicator).startsWith('Pengeluaran'))?.part
  const before = Number(await spent())
  const lines = [
    { account: '53104', debit: 40_000_00 },
    { account: '25104', debit: 10_000_00 },
    { account: '11101', credit: 50_000_00 },
  ]
  await book.api.journal.post({ requestId: 'pelatihan', date: '2026-11-19', description: 'Pelatihan anggota', lines })
  expect(await spent()).toBe(before + 50_000_00)
})

test('a year without entries has no indicators', async () => {
  expect(await refusalOf(told(2019))).toMatchObject({ code: 'INVALID_INPUT', data: { reason: 'no_entries_in_year' } })
})
