import { expect, test } from 'vitest'
import { ownMovements } from '../../../../renderer/areas/members/own-movements.ts'

test("a meeting's voucher counts with this member's part of it, from all of her cards", () => {
  const own = ownMovements([
    { entryId: 'meeting', deposit: 50_000, withdrawal: 0 },
    { entryId: 'counter', deposit: 0, withdrawal: 20_000 },
    { entryId: 'meeting', deposit: 25_000, withdrawal: 0 },
  ])
  expect(own.get('meeting')).toEqual({ deposit: 75_000, withdrawal: 0 })
  expect(own.get('counter')).toEqual({ deposit: 0, withdrawal: 20_000 })
})
