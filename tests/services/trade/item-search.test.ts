import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTradingBook, type TradingBook } from '../../support/trade.ts'

let book: TradingBook
beforeEach(async () => {
  book = await openTradingBook()
})
afterEach(() => book.close())

test('an item of the kind and owner asked for is found behind more than a page of others', async () => {
  for (let n = 1; n <= 31; n++) await book.item({ name: `Sirup rasa ${n}` })
  const kept = await book.item({ name: 'Sirup jahe', ownerMemberId: book.makerId, commissionPct: '10' })
  await book.item({ name: 'Sirup pala', ownerPartnerId: book.supplierId, commissionPct: '10' })
  const asked = { text: 'Sirup', kinds: ['consigned' as const], ownerMemberId: book.makerId, limit: 30 }
  expect((await book.api.items.list(asked)).rows.map(({ itemId }) => itemId)).toEqual([kept])
  const own = { text: 'Sirup', kinds: ['merchandise' as const, 'finished' as const], limit: 100 }
  expect((await book.api.items.list(own)).rows).toHaveLength(31)
})

test('the item of a whole barcode stands first, before more than a page of numbers with its digits, and comes once', async () => {
  for (let n = 1; n <= 12; n++) await book.item({ name: `Sabun 7 ${n}` })
  const read = await book.item({ name: 'Teh', barcode: '7' })
  for (const limit of [1, 5, 20]) {
    const found: string[] = []
    let cursor: string | null | undefined
    while (cursor !== null) {
      const page = await book.api.items.list({ text: '7', limit, ...(cursor !== undefined && { cursor }) })
      found.push(...page.rows.map(({ itemId }) => itemId))
      cursor = page.nextCursor
    }
    expect(found[0]).toBe(read)
    expect([found.length, new Set(found).size]).toEqual([13, 13])
  }
})
