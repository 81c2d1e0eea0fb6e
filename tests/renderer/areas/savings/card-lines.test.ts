import { expect, test } from 'vitest'
import { cardLines } from '../../../../renderer/areas/savings/card-lines.ts'

const row = {
  entryId: 'e1',
  date: '2026-11-20',
  voucher: 'BKM-2026-0001',
  description: 'Setoran',
  deposit: 100,
  withdrawal: 0,
  balance: 600,
  reverses: null,
  reversedBy: null,
}

test('a card that goes on from another one begins with what stood there', () => {
  expect(cardLines({ opening: 500, rows: [row] })).toEqual([
    { key: 'opening', row: undefined, balance: 500 },
    { key: 'e1', row, balance: 600 },
  ])
})

test('a new card begins with its first deposit', () => {
  expect(cardLines({ opening: 0, rows: [row] }).map(({ key }) => key)).toEqual(['e1'])
})
