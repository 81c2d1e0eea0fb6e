import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyFile } from '../../electron/backend/services/book/verify.ts'
import { refusalOf, requestId } from '../support/book.ts'
import { openTradingBook, type TradingBook } from '../support/trade.ts'
import { edit, placesOf } from './raw-book.ts'

/** Entries by hand, and with another program, on what somebody owes or is owed: nobody is owed less than nothing. */

let book: TradingBook
let itemId: string
beforeEach(async () => {
  book = await openTradingBook()
  const kept = { name: 'Keripik pisang', unitName: 'bungkus', priceOther: 50_000_00, commissionPct: '20' }
  itemId = await book.item({ ...kept, ownerMemberId: book.makerId })
  await book.api.trade.receiveConsignment({
    ...{ requestId: requestId(), date: '2026-02-01' },
    lines: [{ itemId, qty: 5_000 }],
  })
})
afterEach(() => book.close())

type Line = Parameters<TradingBook['api']['journal']['post']>[0]['lines'][number]

function post(date: string, ...lines: Line[]) {
  return book.api.journal.post({ requestId: requestId(), date, description: 'Jurnal', lines })
}

const cash = (amount: number): Line => ({ account: '11101', ...(amount > 0 ? { debit: amount } : { credit: -amount }) })

test('what a maker is owed for goods in keeping is not paid above what there is, by hand or as money out', async () => {
  await book.sell(itemId, 2)
  const owed = (debit: number): Line => ({ account: '22103', debit, memberId: book.makerId })
  const refused = {
    code: 'NOT_ALLOWED',
    data: { reason: 'owed_below_zero', available: 80_000_00, day: '2026-02-05', name: 'Anggota 0002' },
  }
  expect(await refusalOf(post('2026-02-05', owed(80_000_01), cash(-80_000_01)))).toMatchObject(refused)
  const line = { account: '22103', amount: 80_000_01, memberId: book.makerId }
  const out = { requestId: requestId(), date: '2026-02-05', cashAccount: '11101', description: 'Bayar', lines: [line] }
  expect(await refusalOf(book.api.cash.spend(out))).toMatchObject(refused)
  await post('2026-02-05', owed(80_000_00), cash(-80_000_00))
  expect(await book.balance('22103')).toBe(0)
})

test('nor before it was owed, though it is owed later', async () => {
  await book.sell(itemId, 2, '2026-02-10')
  const line: Line = { account: '22103', debit: 10_000_00, memberId: book.makerId }
  expect(await refusalOf(post('2026-02-09', line, cash(-10_000_00)))).toMatchObject({
    data: { reason: 'owed_below_zero', available: 0, day: '2026-02-09' },
  })
  await post('2026-02-10', line, cash(-10_000_00))
})

test('nor is more taken from what a member or a customer owes, or a supplier is owed, than stands there', async () => {
  const { memberId, supplierId } = book
  const cases: [Line, Line, string][] = [
    [
      { account: '14101', debit: 30_00, memberId },
      { account: '14101', credit: 30_01, memberId },
      'receivable_below_zero',
    ],
    [
      { account: '14102', debit: 30_00, partnerId: supplierId },
      { account: '14102', credit: 30_01, partnerId: supplierId },
      'receivable_below_zero',
    ],
    [
      { account: '22101', credit: 30_00, partnerId: supplierId },
      { account: '22101', debit: 30_01, partnerId: supplierId },
      'owed_below_zero',
    ],
    [{ account: '22102', credit: 30_00, memberId }, { account: '22102', debit: 30_01, memberId }, 'owed_below_zero'],
  ]
  for (const [more, less, reason] of cases) {
    await post('2026-03-01', more, cash(more.debit === undefined ? 30_00 : -30_00))
    const taken = post('2026-03-02', less, cash(less.debit === undefined ? 30_01 : -30_01))
    expect(await refusalOf(taken)).toMatchObject({ code: 'NOT_ALLOWED', data: { reason, available: 30_00 } })
  }
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true, problems: [] })
})

test('what was lent by hand is taken back only after what was paid on it, which is named', async () => {
  const { memberId } = book
  const lent = await post('2026-03-01', { account: '14101', debit: 30_00, memberId }, cash(-30_00))
  const paid = await post('2026-03-02', { account: '14101', credit: 10_00, memberId }, cash(10_00))
  const undo = (entryId: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-03', reason: 'Salah' })
  expect(await refusalOf(undo(lent.entryId))).toMatchObject({
    data: { reason: 'reverse_first', voucher: paid.voucher, available: 20_00 },
  })
  await undo(paid.entryId)
  await undo(lent.entryId)
  expect(await book.balance('14101')).toBe(0)
})

test('the order within a day is that of the book: what is owed later on a day is not paid before it, nor undone under it', async () => {
  const owed = (debit: number): Line => ({ account: '22103', debit, memberId: book.makerId })
  expect(await refusalOf(post('2026-02-05', owed(10_000_00), cash(-10_000_00)))).toMatchObject({
    data: { reason: 'owed_below_zero', available: 0, day: '2026-02-05' },
  })
  const { entryId } = await book.sell(itemId, 2, '2026-02-05')
  const paid = await post('2026-02-05', owed(80_000_00), cash(-80_000_00))
  const undo = book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-05', reason: 'Salah' })
  expect(await refusalOf(undo)).toMatchObject({ data: { reason: 'reverse_first', voucher: paid.voucher } })
  expect((await book.api.ledger.verify({})).problems).toEqual([])
})

test('a slip of an earlier day that is entered late is held against the ends of days, which have no hours', async () => {
  await book.sell(itemId, 2, '2026-02-04')
  const owed = (debit: number): Line => ({ account: '22103', debit, memberId: book.makerId })
  await post('2026-02-05', owed(70_000_00), cash(-70_000_00))
  await book.sell(itemId, 1, '2026-02-05')
  // In the order of the book the fifth would stand at -20.000 between its two entries; at its end there are 20.000.
  await post('2026-02-04', owed(30_000_00), cash(-30_000_00))
  expect(await book.balance('22103')).toBe(-20_000_00)
  expect(await refusalOf(post('2026-02-04', owed(20_000_01), cash(-20_000_01)))).toMatchObject({
    data: { reason: 'owed_below_zero' },
  })
  expect((await book.api.ledger.verify({})).problems).toEqual([])
})

test('a sale on credit is not taken back on a day on which what paid it is not made up for yet', async () => {
  const { memberId } = book
  const sugar = await book.item({ priceMember: 10_000_00 })
  await book.buy(sugar, 20, 100_000)
  const sell = (date: string) =>
    book.api.trade.sell({ requestId: requestId(), date, memberId, lines: [{ itemId: sugar, qty: 10_000 }] })
  const { entryId } = await sell('2026-03-01')
  const { total } = await sell('2026-03-20')
  const paid = await post('2026-03-10', { account: '14101', credit: total, memberId }, cash(total))
  const undo = (date: string) => book.api.journal.reverse({ requestId: requestId(), entryId, date, reason: 'Salah' })
  expect(await refusalOf(undo('2026-03-12'))).toMatchObject({
    data: { reason: 'reverse_first', voucher: paid.voucher, available: 0, day: '2026-03-12' },
  })
  await undo('2026-03-20')
  expect(await book.balance('14101')).toBe(0)
  expect((await book.api.ledger.verify({})).problems).toEqual([])
})

test('goods that come back after they were paid may leave their owner owing, and the proof allows just that', async () => {
  const { documentId } = await book.sell(itemId, 2)
  const owner = { memberId: book.makerId, cashAccount: '11101' }
  await book.api.trade.settleConsignor({ requestId: requestId(), date: '2026-02-10', ...owner })
  await book.api.trade.returnSale({
    ...{ requestId: requestId(), date: '2026-02-11', documentId, cashAccount: '11101' },
    lines: [{ n: 1, qty: 1_000 }],
  })
  expect(await book.balance('22103')).toBe(40_000_00)
  const line: Line = { account: '22103', debit: 1, memberId: book.makerId }
  expect(await refusalOf(post('2026-02-12', line, cash(-1)))).toMatchObject({
    data: { reason: 'owed_below_zero', available: 0 },
  })
  expect((await book.api.ledger.verify({})).problems).toEqual([])
  const spent = { account: '52601', amount: 1 }
  await book.api.cash.spend({
    ...{ requestId: requestId(), date: '2026-02-12', cashAccount: '11101', description: 'Plastik', lines: [spent] },
  })
  await book.desk.close()
  const places = placesOf(book)
  const path = places.copy()
  const proof = async () => (await verifyFile(path, places.home, '2026-11-20T02:00:00.000Z')).problems
  expect(await proof()).toEqual([])
  const last = 'seq = (SELECT max(seq) FROM journal_entry)'
  edit(path, `UPDATE journal_line SET account = '22103', member_id = '${book.makerId}' WHERE ${last} AND debit > 0`)
  expect(await proof()).toContainEqual(
    expect.objectContaining({
      kind: 'subledger',
      detail: 'what 0002 owes or is owed on 22103 is below zero on 2026-02-12',
    }),
  )
})

test('a return that was taken back itself allows nothing any more', async () => {
  const { documentId } = await book.sell(itemId, 2)
  const owner = { memberId: book.makerId, cashAccount: '11101' }
  await book.api.trade.settleConsignor({ requestId: requestId(), date: '2026-02-10', ...owner })
  const { entryId } = await book.api.trade.returnSale({
    ...{ requestId: requestId(), date: '2026-02-11', documentId, cashAccount: '11101' },
    lines: [{ n: 1, qty: 1_000 }],
  })
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-12', reason: 'Salah' })
  await post('2026-02-13', { account: '52601', debit: 1 }, cash(-1))
  expect((await book.api.ledger.verify({})).problems).toEqual([])
  await book.desk.close()
  const places = placesOf(book)
  const path = places.copy()
  const last = 'seq = (SELECT max(seq) FROM journal_entry)'
  edit(path, `UPDATE journal_line SET account = '22103', member_id = '${book.makerId}' WHERE ${last} AND debit > 0`)
  const { problems } = await verifyFile(path, places.home, '2026-11-20T02:00:00.000Z')
  const detail = 'what 0002 owes or is owed on 22103 is below zero on 2026-02-13'
  expect(problems).toContainEqual(expect.objectContaining({ kind: 'subledger', detail }))
})
