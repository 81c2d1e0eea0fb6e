import { describe, expect, test } from 'vitest'
import {
  dayBases,
  interestRoundings,
  lacksDay,
  savingsFieldOf,
  savingsInput,
  savingsMethods,
  usualSavings,
  withMovement,
} from '../../../../renderer/areas/calculator/savings-values.ts'
import { runCalculator } from '../../../../shared/contract/calculators.ts'

const empty = usualSavings('2026-01')
const [line] = empty.lines
if (!line) throw new Error('the form begins with a line')
const both = { ...line, date: '2026-01-06', deposit: 300_000_00, withdrawal: 50_000_00 }
const typed = { ...empty, opening: 400_000_00, lines: [both, { ...line, key: '2' }] }

test('nothing is asked while there is no money', () => {
  expect(savingsInput(empty)).toBeUndefined()
  expect(savingsInput({ ...typed, rate: null })).toBeUndefined()
  expect(savingsInput({ ...empty, lines: [both] })).toMatchObject({ opening: 0 })
})

test('a line with money in and out is two movements, an empty one none', () => {
  expect(savingsInput(typed)?.movements).toEqual([
    { date: '2026-01-06', amount: 300_000_00 },
    { date: '2026-01-06', amount: -50_000_00 },
  ])
})

test('the opening balance is asked about only where the lowest balance counts', () => {
  expect(savingsInput(typed)).toHaveProperty('openingCounts', true)
  expect(savingsInput({ ...typed, method: 'daily' })).not.toHaveProperty('openingCounts')
})

test('money without a day says so and is not reckoned', () => {
  const undated = { ...both, date: null }
  expect(lacksDay(undated)).toBe(true)
  expect(lacksDay(line)).toBe(false)
  expect(savingsInput({ ...typed, lines: [undated] })?.movements).toEqual([])
})

test('a movement that was refused is marked at its line', () => {
  const second = { ...line, key: '2', date: '2026-02-01', deposit: 1_00 }
  expect(savingsFieldOf({ ...typed, lines: [both, second] }, 'movements.2.date')).toBe('2.date')
  expect(savingsFieldOf(typed, 'ratePctPerYear')).toBe('rate')
  expect(savingsFieldOf(typed, 'movements')).toBe('movements')
})

describe('the lines', () => {
  test('one that is empty always waits at the end', () => {
    const after = withMovement(empty.lines, { ...line, deposit: 100 }, '2')
    expect(after.map(({ key, deposit }) => [key, deposit])).toEqual([
      ['1', 100],
      ['2', null],
    ])
    expect(withMovement(after, { ...line, deposit: 200 }, '3').map(({ key }) => key)).toEqual(['1', '2'])
  })
})

test('every choice of the screen is one the calculator knows', () => {
  for (const method of savingsMethods) {
    for (const dayBasis of dayBases) {
      for (const rounding of interestRoundings) {
        const input = savingsInput({ ...typed, method, dayBasis, rounding })
        expect(runCalculator('savingsInterest', input, { today: '2026-11-20' })).toMatchObject({ days: 31 })
      }
    }
  }
})
