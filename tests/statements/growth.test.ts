import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonthsToMonth, lastDayOfMonth } from '../../shared/calendar.ts'
import { type FigureName, type GrowthFacts, growth, type MonthMovement } from '../../shared/statements/growth.ts'

const months = ['2025-12', '2026-01', '2026-02']

function moved(month: string, type: MonthMovement['type'], net: number, more: Partial<MonthMovement> = {}) {
  return { month, type, net, isSavings: false, isClosing: false, ...more }
}

function series(facts: Partial<GrowthFacts>, figure: FigureName): number[] {
  const found = growth({ months, asOf: '2026-12-31', movements: [], members: [], ...facts }).find(
    (one) => one.figure === figure,
  )
  return found?.series.map(({ amount }) => amount) ?? []
}

describe('figures of growth', () => {
  test('assets carry what lies before the first month, own capital is what is not owed', () => {
    const movements = [
      moved('2024-12', 'asset', 1_000_00),
      moved('2024-12', 'equity', -1_000_00),
      moved('2026-01', 'asset', 500_00),
      moved('2026-01', 'liability', -500_00),
    ]
    expect(series({ movements }, 'assets')).toEqual([1_000_00, 1_500_00, 1_500_00])
    expect(series({ movements }, 'own_capital')).toEqual([1_000_00, 1_000_00, 1_000_00])
  })

  test('savings are all accounts of members, whether they count as debt or as capital', () => {
    const movements = [
      moved('2025-12', 'equity', -100_00, { isSavings: true }),
      moved('2026-02', 'liability', -50_00, { isSavings: true }),
      moved('2026-02', 'liability', -900_00),
    ]
    expect(series({ movements }, 'savings')).toEqual([100_00, 100_00, 150_00])
  })

  test('the surplus begins anew each year, and closing a year does not take it away', () => {
    const movements = [
      moved('2025-11', 'income', -300_00),
      moved('2025-12', 'expense', 100_00),
      moved('2025-12', 'income', 200_00, { isClosing: true }),
      moved('2026-02', 'income', -70_00),
    ]
    expect(series({ movements }, 'surplus')).toEqual([200_00, 0, 70_00])
  })

  test('a member counts from the day she joined to the day before she left', () => {
    const members = [
      { joinedOn: '2025-12-31', leftOn: null },
      { joinedOn: '2026-01-01', leftOn: '2026-02-28' },
    ]
    expect(series({ members }, 'members')).toEqual([1, 2, 1])
    expect(series({ members, asOf: '2026-02-27' }, 'members')).toEqual([1, 2, 2])
  })

  test('value and before are the last and the first month shown', () => {
    const [assets] = growth({ months, asOf: '2026-02-28', movements: [moved('2026-02', 'asset', 5_00)], members: [] })
    expect(assets).toMatchObject({ figure: 'assets', value: 5_00, before: 0 })
  })

  test('no month shown gives zeros instead of an error', () => {
    expect(
      growth({ months: [], asOf: '2026-02-28', movements: [moved('2026-02', 'asset', 5_00)], members: [] })[0],
    ).toEqual({
      figure: 'assets',
      value: 0,
      before: 0,
      series: [],
    })
  })

  test('every figure equals what a plain sum over all movements gives', () => {
    const types = ['asset', 'liability', 'equity', 'income', 'expense'] as const
    const movement = fc.record({
      month: fc.integer({ min: -30, max: 16 }).map((ahead) => addMonthsToMonth('2025-01', ahead)),
      type: fc.constantFrom(...types),
      net: fc.integer({ min: -1_000_00, max: 1_000_00 }),
      isSavings: fc.boolean(),
      isClosing: fc.boolean(),
    })
    const shown = Array.from({ length: 13 }, (_, index) => addMonthsToMonth('2025-04', index))
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 60 }), (movements) => {
        const sum = (keep: (one: MonthMovement) => boolean) =>
          movements.filter(keep).reduce((total, { net }) => total + net, 0)
        const facts = { months: shown, movements }
        expect(series(facts, 'assets')).toEqual(
          shown.map((month) => sum((one) => one.type === 'asset' && one.month <= month)),
        )
        expect(series(facts, 'surplus')).toEqual(
          shown.map(
            (month) =>
              0 -
              sum(
                ({ type, isClosing, month: at }) =>
                  (type === 'income' || type === 'expense') &&
                  !isClosing &&
                  at.slice(0, 4) === month.slice(0, 4) &&
                  `${at}-31` <= `${lastDayOfMonth(month).slice(0, 7)}-31`,
              ),
          ),
        )
      }),
    )
  })
})
