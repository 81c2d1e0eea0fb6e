import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sen } from '../../shared/rules/money.ts'
import { principalSavingsDue } from '../../shared/rules/principal-savings.ts'

const amounts = [
  { from: '2024-01', amount: sen(100_000_00) },
  { from: '2020-01', amount: sen(50_000_00) },
]

function due(joinedOn: string, paid = 0, asOf = '2026-11-20') {
  return principalSavingsDue({ joinedOn, amounts, paid: sen(paid), asOf })
}

test('pokok is the amount in force in the month of joining', () => {
  expect(due('2023-12-31')).toBe(50_000_00)
  expect(due('2024-01-01')).toBe(100_000_00)
  expect(due('2026-05-10')).toBe(100_000_00)
})

test('who joined before any amount was known owes the first one', () => {
  expect(due('2015-06-01')).toBe(50_000_00)
})

test('what was paid is taken off, never more than all', () => {
  expect(due('2024-02-01', 30_000_00)).toBe(70_000_00)
  expect(due('2024-02-01', 100_000_00)).toBe(0)
  expect(due('2024-02-01', 250_000_00)).toBe(0)
})

test('an amount that holds from a later month on is not due yet', () => {
  const later = [{ from: '2027-01', amount: sen(75_000_00) }]
  expect(principalSavingsDue({ joinedOn: '2026-02-01', amounts: later, paid: sen(0), asOf: '2026-12-31' })).toBe(0)
  expect(principalSavingsDue({ joinedOn: '2026-02-01', amounts: later, paid: sen(0), asOf: '2027-01-01' })).toBe(
    75_000_00,
  )
})

test('without any amount nothing is due', () => {
  expect(principalSavingsDue({ joinedOn: '2026-02-01', amounts: [], paid: sen(0), asOf: '2026-12-31' })).toBe(0)
})

test('the order in which amounts were written down does not matter', () => {
  const list = fc.uniqueArray(
    fc.record({
      from: fc.constantFrom('2020-01', '2021-06', '2024-01', '2026-11'),
      amount: fc.nat(1_000_000_00).map(sen),
    }),
    { selector: ({ from }) => from },
  )
  fc.assert(
    fc.property(list, fc.constantFrom('2019-05-01', '2021-06-30', '2024-02-29'), (some, joinedOn) => {
      const of = (these: typeof some) =>
        principalSavingsDue({ joinedOn, amounts: these, paid: sen(0), asOf: '2026-11-20' })
      expect(of(some.toReversed())).toBe(of(some))
    }),
  )
})

test('paid in parts, a part falls due each month from joining on, the last makes it whole', () => {
  const owed = (asOf: string, paid = 0) =>
    principalSavingsDue({ joinedOn: '2024-03-20', amounts, paid: sen(paid), asOf, instalments: 3 })
  expect(['2024-02-28', '2024-03-01', '2024-04-30', '2024-05-01', '2026-01-01'].map((day) => owed(day))).toEqual([
    0, 33_334_00, 66_667_00, 100_000_00, 100_000_00,
  ])
  expect(owed('2024-04-30', 40_000_00)).toBe(26_667_00)
  expect(owed('2024-04-30', 70_000_00)).toBe(0)
})

test('parts never come to more than the whole, and grow month by month', () => {
  const whole = fc.integer({ min: 0, max: 1e9 }).map((amount) => sen(amount))
  fc.assert(
    fc.property(whole, fc.integer({ min: 1, max: 60 }), (amount, instalments) => {
      const months = Array.from({ length: 61 }, (_, month) => 2024 * 12 + month)
      const owed = months.map((month) => {
        const asOf = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`
        const known = [{ from: '2020-01', amount }]
        return principalSavingsDue({ joinedOn: '2024-01-31', amounts: known, paid: sen(0), asOf, instalments })
      })
      expect(owed).toEqual(owed.toSorted((a, b) => a - b))
      expect(owed[instalments - 1]).toBe(amount)
      expect(owed.at(-1)).toBe(amount)
    }),
    { numRuns: 50 },
  )
})
