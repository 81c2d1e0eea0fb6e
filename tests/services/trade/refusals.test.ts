import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { addMember } from '../../support/counter.ts'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

/** What the shop refuses, each time with the book as it was. */

let book: TradingBook
let itemId: string
beforeEach(async () => {
  book = await openTradingBook()
  itemId = await book.item()
  await book.buy(itemId, 10, 100_000, '2026-02-01')
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const cash = { cashAccount: '11101' }
const day = '2026-02-05'
const head = (date = day) => ({ requestId: requestId(), date })

async function refuses(attempt: Promise<unknown>, code: string, reason?: string): Promise<void> {
  const before = (await book.api.journal.list({})).rows.length
  const told = await refusalOf(attempt)
  const issues = (told.data.issues ?? []) as { message: string }[]
  expect([told.code, told.data.reason ?? issues[0]?.message]).toEqual([code, reason ?? undefined])
  expect((await book.api.journal.list({})).rows).toHaveLength(before)
}

test('a member buys as one from the day she joined until the day she leaves', async () => {
  const memberId = await addMember(book, '0009', '2026-02-04')
  const sell = (date: string) =>
    book.api.trade.sell({ ...head(date), ...cash, memberId, lines: [{ itemId, qty: 1_000 }] })
  await refuses(sell('2026-02-03'), 'INVALID_INPUT', 'not_a_member_then')
  expect(await sell('2026-02-04')).toMatchObject({ isMember: true })
  await book.api.members.exit({ ...head('2026-02-10'), memberId, reason: 'moved' })
  await refuses(sell('2026-02-10'), 'NOT_ALLOWED', 'no_member_any_more')
})

test('a maker sells to the cooperative and brings goods into keeping while she is a member', async () => {
  const memberId = await addMember(book, '0009', '2026-02-04')
  const keptId = await book.item({ name: 'Keripik', commissionPct: '20', ownerMemberId: memberId })
  const { trade, members } = book.api
  const buy = (date: string) =>
    trade.purchase({ ...head(date), ...cash, memberId, lines: [{ itemId, qty: 1_000, amount: 10_000_00 }] })
  const receive = (date: string) => trade.receiveConsignment({ ...head(date), lines: [{ itemId: keptId, qty: 1_000 }] })
  for (const attempt of [buy, receive]) {
    await refuses(attempt('2026-02-03'), 'INVALID_INPUT', 'not_a_member_then')
    await attempt('2026-02-04')
  }
  await members.exit({ ...head('2026-02-10'), memberId, reason: 'moved' })
  for (const attempt of [buy, receive]) {
    await attempt('2026-02-09')
    await refuses(attempt('2026-02-10'), 'NOT_ALLOWED', 'no_member_any_more')
  }
  await refuses(book.item({ ownerMemberId: memberId, commissionPct: '20' }), 'NOT_ALLOWED', 'no_member_any_more')
  await trade.returnConsignment({ ...head('2026-02-11'), lines: [{ itemId: keptId, qty: 1_000 }] })
})

test('more is not paid than the basket comes to, nor kept of it by a marketplace', async () => {
  const lines = [{ itemId, qty: 1_000 }]
  const { trade } = book.api
  await refuses(
    trade.sell({ ...head(), ...cash, memberId: book.memberId, paid: 18_000_01, lines }),
    'INVALID_INPUT',
    'paid_above_total',
  )
  const market = { ...head(), channel: 'marketplace' as const, partnerId: book.marketplaceId, lines }
  await refuses(trade.sell({ ...market, fee: 18_000_01 }), 'INVALID_INPUT', 'paid_above_total')
})

test('a sale comes back on its day or later, while it stands, and is taken back before its return is', async () => {
  const sale = await book.sell(itemId, 4, day)
  const back = (date: string) =>
    book.api.trade.returnSale({ ...head(date), ...cash, documentId: sale.documentId, lines: [{ n: 1, qty: 1_000 }] })
  const undo = (entryId: string) => book.api.journal.reverse({ ...head('2026-02-08'), entryId, reason: 'Salah' })
  await refuses(back('2026-02-04'), 'INVALID_INPUT', 'date_before_document')
  const returned = await back('2026-02-06')
  await refuses(undo(sale.entryId), 'NOT_ALLOWED', 'reverse_first')
  await undo(returned.entryId)
  await undo(sale.entryId)
  await refuses(back('2026-02-08'), 'ALREADY_REVERSED')
})

test('goods that were found are worth what the others are, not what the newest cost', async () => {
  await book.buy(itemId, 10, 300_000, '2026-02-02')
  const lines = [{ itemId, counted: 21_000 }]
  const found = await book.api.trade.stockTake({ ...head(), countedBy: ['Sari', 'Budi'], lines })
  expect(found.value).toBe(20_000_00)
})

test('a price below zero and less than a thousandth of goods are refused where they stand', async () => {
  const { trade } = book.api
  const sell = (line: object) => trade.sell({ ...head(), ...cash, lines: [{ itemId, qty: 1_000, ...line }] })
  for (const line of [{ price: -1 }, { qty: 0.5 }, { qty: 0 }, { qty: -1 }]) {
    expect(await refusalOf(sell(line))).toMatchObject({ code: 'INVALID_INPUT' })
  }
})

test('who is out of use is still paid what was sold for her', async () => {
  const { partnerId } = await book.api.partners.create({ name: 'Bu Tuti', kind: 'maker' })
  const kept = await book.item({ kind: 'consigned', ownerPartnerId: partnerId, commissionPct: '20' })
  await book.api.trade.receiveConsignment({ ...head(), lines: [{ itemId: kept, qty: 2_000 }] })
  await book.sell(kept, 1, day)
  await book.api.partners.update({ partnerId, active: false })
  const settle = () => book.api.trade.settleConsignor({ ...head(), ...cash, partnerId })
  expect(await settle()).toMatchObject({ owed: 0 })
  await refuses(settle(), 'ALREADY_DONE', 'nothing_owed')
})
