import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/calendar.ts'
import { sen } from '../../shared/rules/money.ts'
import {
  earlyWithdrawalCost,
  freeSavings,
  type LockedSavings,
  lastUnlockDay,
  nextUnlockDay,
} from '../../shared/rules/savings-lock.ts'

describe('the day on which savings open', () => {
  test.each([
    ['2027-03-10', '2027-03-09', undefined, '2027-03-10'],
    ['2027-03-10', '2027-03-10', '2027-03-10', undefined],
    ['07-01', '2026-06-30', '2025-07-01', '2026-07-01'],
    ['07-01', '2026-07-01', '2026-07-01', '2027-07-01'],
    ['02-29', '2026-03-01', '2026-02-28', '2027-02-28'],
    ['02-29', '2028-02-28', '2027-02-28', '2028-02-29'],
    [null, '2026-03-01', undefined, undefined],
  ] as const)('%s seen on %s', (unlocksOn, date, last, next) => {
    expect([lastUnlockDay(unlocksOn, date), nextUnlockDay(unlocksOn, date)]).toEqual([last, next])
  })

  test('a yearly day always lies behind and ahead, never more than a leap year away', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
    fc.assert(
      fc.property(day, day, (date, some) => {
        const [last = '', next = ''] = [lastUnlockDay(some.slice(5), date), nextUnlockDay(some.slice(5), date)]
        expect(last <= date && date < next && next <= addDays(last, 367)).toBe(true)
      }),
    )
  })
})

const savings: LockedSavings = {
  lock: 'until_date',
  unlocksOn: '07-01',
  date: '2026-09-01',
  hasPurpose: false,
  balance: sen(1_000_000_00),
  savedSinceUnlock: sen(300_000_00),
}

describe('what is free to take', () => {
  test.each([
    ['everything of savings without a lock', { lock: 'none' }, 1_000_000_00],
    ['nothing of savings kept until exit', { lock: 'until_exit' }, 0],
    ['what lay there on the yearly day', {}, 700_000_00],
    ['everything after a single day', { unlocksOn: '2026-07-01' }, 1_000_000_00],
    ['nothing before it', { unlocksOn: '2026-09-02' }, 0],
    ['nothing while no day is set', { unlocksOn: null }, 0],
    ['nothing without a purpose', { lock: 'until_purpose' }, 0],
    ['everything with one', { lock: 'until_purpose', hasPurpose: true }, 1_000_000_00],
    ['never less than nothing', { savedSinceUnlock: sen(1_200_000_00) }, 0],
  ] as [string, Partial<LockedSavings>, number][])('%s', (_, change, free) => {
    expect(freeSavings({ ...savings, ...change })).toBe(free)
  })
})

describe('what an early withdrawal costs', () => {
  const early = { early: sen(400_000_00), locked: sen(1_000_000_00), interest: sen(25_555_00) }
  test('a percentage of what is taken, rounded down to the rupiah', () => {
    const taken = { ...early, early: sen(33_333_00), rule: 'penalty_pct', pct: '2.5' } as const
    expect(earlyWithdrawalCost(taken)).toEqual({ penalty: 833_00, forfeited: 0 })
  })

  test('or the interest of the part that is taken', () => {
    const taken = { ...early, rule: 'forfeit_interest', pct: null } as const
    expect(earlyWithdrawalCost(taken)).toEqual({ penalty: 0, forfeited: 10_222_00 })
    expect(earlyWithdrawalCost({ ...taken, early: sen(1_000_000_00) })).toEqual({ penalty: 0, forfeited: 25_555_00 })
    expect(earlyWithdrawalCost({ ...taken, interest: sen(3_000_000_00) })).toEqual({
      penalty: 0,
      forfeited: 400_000_00,
    })
  })

  test('never more than is taken', () => {
    const taken = { ...early, rule: 'penalty_pct', pct: '100' } as const
    expect(earlyWithdrawalCost(taken)).toEqual({ penalty: 400_000_00, forfeited: 0 })
  })
})
