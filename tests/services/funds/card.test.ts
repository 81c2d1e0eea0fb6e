import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestId } from '../../support/book.ts'
import { type FundBook, openFundBook } from '../../support/funds.ts'

let book: FundBook
beforeEach(async () => {
  book = await openFundBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

test('the card of a fund has every voucher, and ends with what the list says', async () => {
  const { fundId, lines } = await book.fund()
  await book.receive(fundId, 10_000_000_00)
  const { entryId } = await book.spend(fundId, 4_000_000_00, { budgetLineId: lines[0] })
  await book.spend(fundId, 7_000_000_00, { budgetLineId: lines[1], approvedBy: 'Budi Santoso' })
  await book.receive(fundId, 3_000_000_00, '2026-04-01')
  const refund = { requestId: requestId(), date: '2026-05-01', fundId, amount: 500_000_00, cashAccount: '11203' }
  const back = await book.api.funds.refund(refund)
  const undo = { requestId: requestId(), date: '2026-05-02', reason: 'Salah catat' }
  await book.api.journal.reverse({ ...undo, entryId: back.entryId })
  await book.api.journal.reverse({ ...undo, requestId: requestId(), entryId })
  const { rows, balance } = await book.api.funds.card({ fundId })
  expect(
    rows.map((row) => [row.received, row.spent, row.refunded, row.balance].map((sen) => sen / 1_000_000_00)),
  ).toEqual([
    [10, 0, 0, 10],
    [0, 4, 0, 6],
    [0, 7, 0, -1],
    [3, 0, 0, 2],
    [0, 0, 0.5, 1.5],
    [0, 0, -0.5, 2],
    [0, -4, 0, 6],
  ])
  const fund = await book.api.funds.get({ fundId, asOf: '2026-12-31' })
  expect(fund).toMatchObject({ received: 13_000_000_00, spent: 7_000_000_00, refunded: 0, balance })
})

test('of a capital grant, what was bought of it is spent and the rest is left', async () => {
  const { fundId, lines } = await book.fund({ treatment: 'capital' })
  await book.receive(fundId, 5_000_000_00)
  await book.spend(fundId, 2_000_000_00, { budgetLineId: lines[0], account: '18104', assetId: book.asset() })
  const { rows, balance } = await book.api.funds.card({ fundId })
  expect(rows.map(({ received, spent }) => [received, spent])).toEqual([
    [5_000_000_00, 0],
    [0, 2_000_000_00],
  ])
  expect(balance).toBe((await book.api.funds.get({ fundId, asOf: '2026-12-31' })).balance)
})

test('what goes back to a donor by a journal by hand is given back, and not received less', async () => {
  const { fundId } = await book.fund()
  await book.receive(fundId, 10_000_000_00)
  const by = (one: string, other: string) =>
    book.api.journal.post({
      ...{ requestId: requestId(), date: '2026-04-01', description: 'Kembali ke donor' },
      lines: [
        { account: one, debit: 3_000_000_00, fundId },
        { account: other, credit: 3_000_000_00, fundId },
      ],
    })
  const { entryId } = await by('26101', '11203')
  const told = () => book.api.funds.report({ fundId, asOf: '2026-12-31' })
  expect(await told()).toMatchObject({ received: 10_000_000_00, refunded: 3_000_000_00, balance: 7_000_000_00 })
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-04-02', reason: 'Salah' })
  expect(await told()).toMatchObject({ received: 10_000_000_00, refunded: 0, balance: 10_000_000_00 })
  const received = await by('11203', '26101')
  await book.api.journal.reverse({
    ...{ requestId: requestId(), entryId: received.entryId, date: '2026-04-02', reason: 'Salah' },
  })
  expect(await told()).toMatchObject({ received: 10_000_000_00, refunded: 0, balance: 10_000_000_00 })
})
