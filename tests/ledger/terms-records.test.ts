import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyFile } from '../../electron/backend/services/book/verify.ts'
import { requestId } from '../support/book.ts'
import { openTradingBook } from '../support/trade.ts'
import { edit, placesOf } from './raw-book.ts'

/** Funds, and documents of goods without an entry, are changed with another program: checking the book tells. */

let places: ReturnType<typeof placesOf>

/** Goods received in keeping, moved, given back and counted; a fund whose budget grew; and an entry after them. */
beforeAll(async () => {
  const book = await openTradingBook()
  const { trade, funds } = book.api
  const kept = await book.item({ name: 'Keripik', kind: 'consigned', ownerMemberId: book.makerId, commissionPct: '20' })
  const head = (date: string) => ({ requestId: requestId(), date })
  const lines = [{ itemId: kept, qty: 4_000 }]
  await trade.receiveConsignment({ ...head('2026-02-03'), lines })
  const { locationId } = await trade.createLocation({ name: 'Gudang' })
  await trade.transfer({ ...head('2026-02-04'), from: 'shop', to: locationId, lines: [{ itemId: kept, qty: 1_000 }] })
  const count = [{ itemId: kept, counted: 3_000 }]
  await trade.stockTake({ ...head('2026-02-05'), countedBy: ['Sari', 'Budi'], lines: count })
  const { fundId, budget } = await funds.create({
    ...{ name: 'Pelatihan', donor: 'Yayasan', purpose: 'Pelatihan', treatment: 'activity' },
    ...{ from: '2026-01-01', to: '2026-12-31', budget: [{ name: 'Narasumber', amount: 5_000_000_00 }] },
  })
  const [line] = budget
  const grown = [{ budgetLineId: line?.budgetLineId ?? '', name: 'Narasumber', amount: 6_000_000_00 }]
  await funds.update({ fundId, budget: grown, approvedBy: 'Budi Santoso' })
  await funds.receive({ ...head('2026-03-01'), fundId, amount: 5_000_000_00, cashAccount: '11203' })
  await book.desk.close()
  places = placesOf(book)
})
afterAll(() => places.remove())

async function foundAfter(change: string) {
  const path = places.copy()
  const look = async () => (await verifyFile(path, places.home, '2026-11-20T02:00:00.000Z')).problems
  expect(await look()).toEqual([])
  edit(path, change)
  return (await look()).map(({ kind, voucher, detail }) => [kind, voucher, detail])
}

const fund = 'the terms of fund D-001 are not those that were recorded'

test.each([
  [
    'the day goods were received',
    "UPDATE trade_document SET date = '2026-02-13' WHERE code LIKE 'TT%'",
    'TT-2026-0001 is not as it was recorded',
  ],
  [
    'where goods were moved to',
    "UPDATE trade_document SET to_location_id = location_id WHERE code LIKE 'PD%'",
    'PD-2026-0001 is not as it was recorded',
  ],
  [
    'what a count found that agreed',
    'UPDATE trade_line SET counted = 9000 WHERE counted = 3000',
    'SO-2026-0001 is not as it was recorded',
  ],
  [
    'who counted',
    "UPDATE trade_document SET counted_by = '[]' WHERE code LIKE 'SO%'",
    'SO-2026-0001 is not as it was recorded',
  ],
  ['what a budget line was planned to be', 'UPDATE fund_budget SET planned = planned + 1', fund],
  ['until when an agreement runs', "UPDATE fund_terms SET ends_on = '2027-12-31'", fund],
  ['what a fund may be spent on', "UPDATE fund_terms SET restriction = 'Apa saja'", fund],
  ['the name of a budget line', "UPDATE budget_line SET name = 'Lainnya'", fund],
])('%s is changed: it is found', async (_, change, detail) => {
  expect(await foundAfter(change)).toContainEqual(['altered', null, detail])
})

test.each([
  ['who approved a budget', "UPDATE terms_record SET approved_by = 'Siapa saja' WHERE approved_by IS NOT NULL"],
  [
    'a fund together with its record',
    `UPDATE fund_budget SET planned = 700000000;
      UPDATE terms_record SET content = replace(content, '600000000', '700000000')`,
  ],
  ['that a budget ever grew', 'DELETE FROM terms_record WHERE approved_by IS NOT NULL'],
])('%s is changed: the entry written next tells', async (_, change) => {
  const problems = await foundAfter(change)
  const detail = 'the terms it put in force are not those it was written with'
  expect(problems).toContainEqual(['altered', 'BBM-2026-0001', detail])
})

test('a record is neither changed nor slipped in between', async () => {
  const book = await openTradingBook()
  const { database } = book.desk.app().file
  await book.api.funds.create({
    ...{ name: 'Pelatihan', donor: 'Yayasan', purpose: 'Pelatihan', treatment: 'activity' },
    ...{ from: '2026-01-01', to: '2026-12-31', budget: [{ name: 'Narasumber', amount: 1_00 }] },
  })
  expect(() => database.exec('DELETE FROM terms_record')).toThrow('never deleted')
  expect(() => database.exec("UPDATE terms_record SET content = '[]'")).toThrow('never changed')
  const slip = (seq: number, entrySeq: number) => () =>
    database.exec(`INSERT INTO terms_record (seq, entry_seq, subject, subject_id, content, made_by, made_at)
      VALUES (${seq}, ${entrySeq}, 'fund', 'f', '[]', 'x', '2026-01-01')`)
  expect(slip(7, 2)).toThrow('records follow one another')
  expect(slip(2, 1)).toThrow('sealed by the entry that is written next')
  await book.close()
})
