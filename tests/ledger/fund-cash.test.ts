import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf, requestId } from '../support/book.ts'
import { type FundBook, openFundBook } from '../support/funds.ts'

/** Cash that moved by hand for a fund and does not say so: the report to the donor knows whose it is. */

let book: FundBook
let fundId: string
beforeEach(async () => {
  book = await openFundBook()
  ;({ fundId } = await book.fund())
  await book.receive(fundId, 30_000_000_00)
})
afterEach(async () => {
  expect((await book.api.ledger.verify({})).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

type Line = Parameters<FundBook['api']['journal']['post']>[0]['lines'][number]

const post = (lines: Line[]) =>
  book.api.journal.post({ requestId: requestId(), date: '2026-05-01', description: 'Jurnal', lines })
const told = () => book.api.funds.report({ fundId })

test('what goes back by a journal entry is given back, and is no longer on the bank account', async () => {
  await post([
    { account: '26101', fundId, debit: 1_000_000_00 },
    { account: '11203', credit: 1_000_000_00 },
  ])
  expect(await told()).toMatchObject({
    ...{ received: 30_000_000_00, refunded: 1_000_000_00, balance: 29_000_000_00 },
    bank: { balance: 29_000_000_00, ofFund: 29_000_000_00, rest: 0 },
  })
})

test('so is what goes back by money out, until it is taken back', async () => {
  const lines = [{ account: '26101', amount: 1_000_000_00, fundId }]
  const move = { date: '2026-05-01', cashAccount: '11203', description: 'Dikembalikan', lines }
  const { entryId } = await book.api.cash.spend({ requestId: requestId(), ...move })
  expect(await told()).toMatchObject({ refunded: 1_000_000_00, bank: { ofFund: 29_000_000_00, rest: 0 } })
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-05-02', reason: 'Salah' })
  expect(await told()).toMatchObject({ refunded: 0, bank: { ofFund: 30_000_000_00, rest: 0 } })
})

test('what came by money in lies there for its fund', async () => {
  const lines = [{ account: '26101', amount: 2_000_000_00, fundId }]
  const move = { date: '2026-05-01', cashAccount: '11203', description: 'Tahap kedua', lines }
  await book.api.cash.receive({ requestId: requestId(), ...move })
  expect(await told()).toMatchObject({ received: 32_000_000_00, bank: { ofFund: 32_000_000_00, rest: 0 } })
})

test('money that is lent on goes back by hand as well', async () => {
  const lentOn = await book.fund({ treatment: 'revolving' })
  await book.receive(lentOn.fundId, 10_000_000_00)
  await post([
    { account: '26102', fundId: lentOn.fundId, debit: 1_000_000_00 },
    { account: '11203', credit: 1_000_000_00 },
  ])
  expect(await book.api.funds.report({ fundId: lentOn.fundId })).toMatchObject({
    ...{ received: 10_000_000_00, refunded: 1_000_000_00 },
    bank: { ofFund: 9_000_000_00, ofOtherFunds: 30_000_000_00, rest: 0 },
  })
})

test('spending by hand, some of it still to be paid, takes from the account what was paid', async () => {
  await post([
    { account: '58201', fundId, debit: 1_000_000_00 },
    { account: '11203', credit: 900_000_00 },
    { account: '23102', credit: 100_000_00 },
    { account: '26101', fundId, debit: 1_000_000_00 },
    { account: '48202', fundId, credit: 1_000_000_00 },
  ])
  expect(await told()).toMatchObject({ spent: 1_000_000_00, refunded: 0, bank: { ofFund: 29_100_000_00, rest: 0 } })
})

test('cash of which nobody can say whose it is, is refused with what to do', async () => {
  const { fundId: otherId } = await book.fund({ name: 'Bantuan benih' })
  await book.receive(otherId, 5_000_000_00)
  const both: Line[] = [
    { account: '26101', fundId, debit: 1_000_000_00 },
    { account: '26101', fundId: otherId, debit: 500_000_00 },
  ]
  const refusal = await refusalOf(post([...both, { account: '11203', credit: 1_500_000_00 }]))
  expect(refusal).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'fund_cash_unnamed' } })
  expect(refusal.message).toBe(
    'Baris kas belum menyebut dananya. Sebutkan Pelatihan perempuan pada baris kas, atau catat dengan bukti tersendiri.',
  )
  const withIncome: Line[] = [
    { account: '11203', debit: 3_000_000_00 },
    { account: '26101', fundId, credit: 2_000_000_00 },
    { account: '43101', credit: 1_000_000_00 },
  ]
  expect(await refusalOf(post(withIncome))).toMatchObject({ data: { reason: 'fund_cash_unnamed', fundId } })
  await post([
    ...both,
    { account: '11203', fundId, credit: 1_000_000_00 },
    { account: '11203', fundId: otherId, credit: 500_000_00 },
  ])
  expect(await told()).toMatchObject({
    refunded: 1_000_000_00,
    bank: { ofFund: 29_000_000_00, ofOtherFunds: 4_500_000_00, rest: 0 },
  })
})
