import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyFile } from '../../electron/backend/services/book/verify.ts'
import { requestId } from '../support/book.ts'
import { openTradingBook } from '../support/trade.ts'
import { edit, placesOf } from './raw-book.ts'

/** Somebody changes with another program what goods are worth, or how they moved: checking the book tells. */

let places: ReturnType<typeof placesOf>
let items: Readonly<Record<'soldOut' | 'material' | 'kept' | 'salt', string>>

/** An item that came and went, one whose value was written up and down by hand, one that is only kept, one written up between two sales. */
beforeAll(async () => {
  const book = await openTradingBook()
  const soldOut = await book.item({ name: 'Gula' })
  const material = await book.item({ name: 'Singkong', kind: 'material' })
  const kept = await book.item({ name: 'Keripik', kind: 'consigned', ownerMemberId: book.makerId, commissionPct: '20' })
  await book.buy(soldOut, 10, 100_000, '2026-02-05')
  await book.sell(soldOut, 10, '2026-02-06')
  await book.buy(material, 10, 50_000, '2026-02-05')
  for (const [goods, other] of [
    ['debit', 'credit'],
    ['credit', 'debit'],
  ] as const) {
    const lines = [
      { account: '15103', itemId: material, [goods]: 10_000_00 },
      { account: '52303', [other]: 10_000_00 },
    ]
    await book.api.journal.post({ requestId: requestId(), date: '2026-02-10', description: 'Nilai', lines })
  }
  const salt = await book.item({ name: 'Garam' })
  await book.buy(salt, 10, 50_000, '2026-02-05')
  await book.sell(salt, 2, '2026-02-08')
  const lines = [
    { account: '15101', itemId: salt, debit: 8_000_00 },
    { account: '52303', credit: 8_000_00 },
  ]
  await book.api.journal.post({ requestId: requestId(), date: '2026-02-10', description: 'Ongkos angkut', lines })
  await book.sell(salt, 2, '2026-02-12')
  await book.desk.close()
  items = { soldOut, material, kept, salt }
  places = placesOf(book)
})
afterAll(() => places.remove())

const up = `(SELECT seq FROM journal_entry WHERE book = 'BM' AND number = 1) AND account = '15103'`
const down = `(SELECT seq FROM journal_entry WHERE book = 'BM' AND number = 2) AND account = '15103'`

const outOfTurn = /changes what goods are worth and cost in another order than their days/

/** What is done to the file, what is said of it, and the voucher to be named. */
const edits: readonly (readonly [name: string, sql: () => string, detail: RegExp, voucher: string | null])[] = [
  [
    'value is given to an item of which there is none',
    () => `UPDATE journal_line SET item_id = '${items.soldOut}', account = '15101' WHERE seq = ${up}`,
    /is worth something on 2026-02-10 and there is none/,
    null,
  ],
  [
    'more is written off an item than it is worth',
    () => `UPDATE journal_line SET credit = credit * 9 WHERE seq = ${down}`,
    /is worth less than nothing on 2026-02-10/,
    null,
  ],
  [
    'value moves to the account of another kind',
    () => `UPDATE journal_line SET account = '15101' WHERE seq = ${up}`,
    /has its value on an account that is not its own/,
    'BM-2026-0001',
  ],
  [
    'goods in keeping get a value',
    () => `UPDATE journal_line SET item_id = '${items.kept}' WHERE seq = ${up}`,
    /has its value on an account that is not its own/,
    'BM-2026-0001',
  ],
  [
    'a move forgets what it cost',
    () => `UPDATE stock_move SET line_no = NULL WHERE item_id = '${items.material}'`,
    /changes what goods are worth and none of them moved/,
    'PB-2026-0002',
  ],
  [
    'a purchase says another price than was booked',
    () => `UPDATE trade_line SET amount = amount + 1 WHERE item_id = '${items.material}'`,
    /moves goods at another cost than its lines say/,
    'PB-2026-0002',
  ],
  [
    'more goods are said to lie in the shop than came there',
    () => `UPDATE balance_stock SET qty = qty + 1000 WHERE item_id = '${items.salt}'`,
    /what is kept of B-0004 at shop differs from its moves/,
    null,
  ],
  [
    'goods that lie in the shop are said to lie nowhere',
    () => `DELETE FROM balance_stock WHERE item_id = '${items.material}'`,
    /what is kept of B-0002 at shop differs from its moves/,
    null,
  ],
  [
    'goods are said to lie where none ever were',
    () => `INSERT INTO balance_stock VALUES ('${items.kept}', 'shop', 5000, 0)`,
    /what is kept of B-0003 at shop differs from its moves/,
    null,
  ],
  [
    'an item is said to have moved at a cost more often than it did, as if its value was never changed by hand',
    () => `UPDATE balance_stock SET valued_moves = valued_moves + 1 WHERE item_id = '${items.salt}'`,
    /what is kept of B-0004 at shop differs from its moves/,
    null,
  ],
  [
    'what goods are worth is dated before some were sold',
    () => `UPDATE journal_entry SET date = '2026-02-07' WHERE book = 'BM' AND number = 3`,
    outOfTurn,
    'BM-2026-0003',
  ],
  [
    'a sale is dated before its goods were written up',
    () => `UPDATE stock_move SET date = '2026-02-09' WHERE item_id = '${items.salt}' AND date = '2026-02-12'`,
    outOfTurn,
    'PJ-2026-0003',
  ],
  [
    'a delivery is dated after a sale from it',
    () => `UPDATE stock_move SET date = '2026-02-09' WHERE item_id = '${items.salt}' AND qty > 0`,
    /moves goods in another order than their days/,
    'PJ-2026-0002',
  ],
]

for (const [name, sql, detail, voucher] of edits) {
  test(`${name}: it is found`, async () => {
    const path = places.copy()
    expect((await verifyFile(path, places.home, '2026-11-20T02:00:00.000Z')).problems).toEqual([])
    edit(path, sql())
    const { problems } = await verifyFile(path, places.home, '2026-11-20T02:00:00.000Z')
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'stock', voucher, detail: expect.stringMatching(detail) }),
    )
  })
}
