import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { putCash } from '../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const year = { from: '2026-01-01', to: '2026-12-31' }

test('money at a bank is counted from the debit side, whatever the chart says of an overdraft', async () => {
  const bank = {
    code: '11209',
    nameId: 'Bank rekening koran',
    type: 'asset',
    parent: '11000',
    cashFlow: 'cash',
  } as const
  await book.api.accounts.create({ ...bank, normal: 'credit' })
  await putCash(book, 70_000_00, '2025-12-31', '11209')
  await putCash(book, 30_000_00, '2026-01-02', '11209')
  const { totals } = await book.api.reports.run({ report: 'cashBook', params: { ...year, cashAccount: '11209' } })
  expect(totals).toMatchObject({ opening: 70_000_00, in: 30_000_00, out: 0, closing: 100_000_00 })
  const spent = { date: '2026-01-03', cashAccount: '11209', description: 'Listrik' }
  await book.api.cash.spend({ requestId: requestId(), ...spent, lines: [{ account: '52202', amount: 120_000_00 }] })
  const overdrawn = await book.api.reports.run({ report: 'cashBook', params: { ...year, cashAccount: '11209' } })
  expect(overdrawn.totals).toMatchObject({ out: 120_000_00, closing: -20_000_00 })
})
