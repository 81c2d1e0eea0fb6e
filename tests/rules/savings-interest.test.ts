import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, daysInMonth, isLeapYear, yearOf } from '../../shared/calendar.ts'
import { type Sen, sen } from '../../shared/rules/money.ts'
import { type SavingsInterestInput, savingsInterest, savingsInterestSum } from '../../shared/rules/savings-interest.ts'

/** The example of the domain notes, section 2.1: rate 6 % a year, January, four balances; rupiah × 100. */
const january: SavingsInterestInput = {
  from: '2026-01-01',
  to: '2026-01-31',
  opening: sen(40_000_000),
  movements: [
    { date: '2026-01-06', amount: sen(30_000_000) },
    { date: '2026-01-12', amount: sen(80_000_000) },
    { date: '2026-01-25', amount: sen(-50_000_000) },
  ],
  tiers: [{ from: sen(0), ratePctPerYear: '6' }],
  method: 'daily',
  dayBasis: '365',
  rounding: 'down',
}

function interest(more: Partial<SavingsInterestInput> = {}) {
  return savingsInterest({ ...january, ...more })
}

function rate(ratePctPerYear: string) {
  return [{ from: sen(0), ratePctPerYear }]
}

const refusal = (reason: string) => expect.objectContaining({ code: 'INVALID_INPUT', reason })

describe('the worked example of the domain notes', () => {
  it.each([
    ['lowest', 'twelfths', 40_000_000, 200_000],
    ['lowest', '365', 40_000_000, 203_800],
    ['daily', '365', 3_270_000_000, 537_500],
    ['average_daily', 'twelfths', 105_483_871, 527_400],
    ['average_of_balances', 'twelfths', 90_000_000, 450_000],
  ] as const)('%s balance by %s: base %d sen, interest %d sen', (method, dayBasis, base, amount) => {
    expect(interest({ method, dayBasis })).toMatchObject({ base, days: 31, interest: amount })
  })

  it('shows the four runs of equal balance', () => {
    expect(interest().steps).toEqual([
      { from: '2026-01-01', to: '2026-01-05', days: 5, balance: 40_000_000, interest: 32_877 },
      { from: '2026-01-06', to: '2026-01-11', days: 6, balance: 70_000_000, interest: 69_041 },
      { from: '2026-01-12', to: '2026-01-24', days: 13, balance: 150_000_000, interest: 320_548 },
      { from: '2026-01-25', to: '2026-01-31', days: 7, balance: 100_000_000, interest: 115_068 },
    ])
  })
})

describe('rounding', () => {
  it('the sum is rounded once, to whole rupiah, or kept to the sen', () => {
    expect(interest({ rounding: 'none' }).interest).toBe(537_534)
    expect(interest({ rounding: 'half_up' }).interest).toBe(537_500)
    expect(interest({ rounding: 'half_up', tiers: rate('6.001') }).interest).toBe(537_600)
    expect(interest({ rounding: 'down', tiers: rate('6.001') }).interest).toBe(537_600)
    expect(interest({ rounding: 'down', tiers: rate('6.0002') }).interest).toBe(537_500)
  })

  it('step by step, each step is rounded and the rounded ones are added', () => {
    const { interest: sum, steps } = interest({ roundingPerStep: true })
    expect(steps.map((step) => step.interest)).toEqual([32_800, 69_000, 320_500, 115_000])
    expect(sum).toBe(537_300)
    expect(interest({ roundingPerStep: true, rounding: 'half_up' }).interest).toBe(32_900 + 69_000 + 320_500 + 115_100)
  })

  it('step by step means nothing where one base is reckoned with', () => {
    for (const method of ['lowest', 'average_daily', 'average_of_balances'] as const) {
      expect(interest({ method, roundingPerStep: true })).toEqual(interest({ method }))
    }
  })

  it('a result just below a rupiah is cut even where it takes 25 digits to see that', () => {
    // 263119890109891 × 1.23456789 % / 365 lacks less than a billionth of a sen to a whole rupiah.
    const day = { from: '2026-01-01', to: '2026-01-01', movements: [], tiers: rate('1.23456789') }
    const opening = sen(263_119_890_109_891)
    expect(interest({ ...day, opening, method: 'lowest' }).interest).toBe(8_899_708_600)
  })

  it('exact results are not cut below themselves: a year of days is a whole year', () => {
    const year = { from: '2026-01-01', to: '2026-12-31', movements: [], opening: sen(100), tiers: rate('100') }
    for (const dayBasis of ['365', 'actual', 'twelfths'] as const) {
      for (const method of ['lowest', 'average_daily', 'daily', 'average_of_balances'] as const) {
        expect(interest({ ...year, dayBasis, method }).interest).toBe(100)
      }
    }
    expect(interest({ ...year, from: '2024-01-01', to: '2024-12-31', dayBasis: 'actual' }).interest).toBe(100)
  })
})

describe('day bases', () => {
  const lump = { movements: [], opening: sen(36_500_000_00), tiers: rate('10') }

  it('360 pays more than 365, and a leap year’s day is a 366th only by actual days', () => {
    const february = { ...lump, from: '2024-02-01', to: '2024-02-29' }
    expect(interest({ ...february, dayBasis: '365' }).interest).toBe(29_000_000)
    expect(interest({ ...february, dayBasis: '360' }).interest).toBe(29_402_700)
    expect(interest({ ...february, dayBasis: 'actual' }).interest).toBe(28_920_700)
    expect(interest({ ...february, dayBasis: 'twelfths' }).interest).toBe(30_416_600)
  })

  it('across the turn of a leap year each day counts by its own year', () => {
    const turn = interest({ ...lump, from: '2023-12-31', to: '2024-01-01', dayBasis: 'actual', rounding: 'none' })
    // Rp10.000 for the day of 2023 and 365/366 of it for the day of 2024.
    expect(turn.interest).toBe(1_000_000 + 997_268)
  })

  it('in twelfths every whole month earns the same, and days of a month their part of it', () => {
    for (const [from, to] of [
      ['2026-02-01', '2026-02-28'],
      ['2026-03-01', '2026-03-31'],
      ['2026-04-01', '2026-04-30'],
    ]) {
      expect(interest({ ...lump, from: from ?? '', to: to ?? '', dayBasis: 'twelfths' }).interest).toBe(30_416_600)
    }
    expect(interest({ ...lump, from: '2026-04-01', to: '2026-04-15', dayBasis: 'twelfths' }).interest).toBe(15_208_300)
    expect(interest({ ...lump, from: '2026-01-01', to: '2026-12-31', dayBasis: 'twelfths' }).interest).toBe(365_000_000)
  })
})

describe('what counts as a balance', () => {
  it('several movements a day count by the balance at the end of the day', () => {
    const day = [
      { date: '2026-01-10', amount: sen(-40_000_000) },
      { date: '2026-01-10', amount: sen(60_000_000) },
      { date: '2026-01-10', amount: sen(-10_000_000) },
    ]
    const { steps, base } = interest({ movements: day, method: 'average_of_balances' })
    expect(steps.map(({ from, balance }) => [from, balance])).toEqual([
      ['2026-01-01', 40_000_000],
      ['2026-01-10', 50_000_000],
    ])
    expect(base).toBe(45_000_000)
    expect(interest({ movements: day, method: 'lowest' }).base).toBe(40_000_000)
  })

  it('a day whose movements cancel out changes nothing', () => {
    const movements = [
      { date: '2026-01-10', amount: sen(5) },
      { date: '2026-01-10', amount: sen(-5) },
      { date: '2026-01-20', amount: sen(0) },
    ]
    expect(interest({ movements }).steps).toHaveLength(1)
  })

  it('the order in which movements are given does not matter', () => {
    expect(interest({ movements: [...january.movements].reverse() })).toEqual(interest())
  })

  it('a deposit on the first day: the opening balance counts or does not, as set', () => {
    const movements = [{ date: '2026-01-01', amount: sen(60_000_000) }]
    expect(interest({ movements, method: 'lowest' }).base).toBe(40_000_000)
    expect(interest({ movements, method: 'lowest', openingCounts: false }).base).toBe(100_000_000)
    expect(interest({ movements, method: 'average_of_balances' }).base).toBe(70_000_000)
    expect(interest({ movements, method: 'average_of_balances', openingCounts: false }).base).toBe(70_000_000)
    expect(interest({ movements, method: 'average_daily' }).base).toBe(100_000_000)
  })

  it('an opening balance that lasts beyond the first day is a balance of that day either way', () => {
    expect(interest({ method: 'lowest', openingCounts: false }).base).toBe(40_000_000)
  })

  it('a movement on the last day counts for that day alone', () => {
    const movements = [{ date: '2026-01-31', amount: sen(1_000_000) }]
    expect(interest({ movements }).base).toBe(40_000_000 * 31 + 1_000_000)
  })

  it('an account emptied and never used earns nothing', () => {
    expect(interest({ opening: sen(0), movements: [] })).toMatchObject({ base: 0, interest: 0 })
    expect(interest({ movements: [{ date: '2026-01-01', amount: sen(-40_000_000) }] }).interest).toBe(0)
  })
})

describe('tiers and minimum balance', () => {
  const tiers = [
    { from: sen(100_000_000), ratePctPerYear: '6' },
    { from: sen(50_000_000), ratePctPerYear: '3' },
  ]

  it('a tier applies from its balance on, to all of the balance, day by day for daily interest', () => {
    // 0 %, 3 % of 700.000 for 6 days, 6 % of 1.500.000 for 13 and of 1.000.000 for 7, to the sen.
    expect(interest({ tiers, rounding: 'none' }).steps.map((step) => step.interest)).toEqual([
      0, 34_521, 320_548, 115_068,
    ])
  })

  it('for the other methods the base chooses the tier', () => {
    expect(interest({ tiers, method: 'lowest', dayBasis: 'twelfths' }).interest).toBe(0)
    expect(interest({ tiers, method: 'average_of_balances', dayBasis: 'twelfths' }).interest).toBe(225_000)
    expect(interest({ tiers, method: 'average_daily', dayBasis: 'twelfths' }).interest).toBe(527_400)
  })

  it('exactly at the border the higher tier counts, one sen below the lower', () => {
    const flat = { movements: [], tiers, method: 'lowest', dayBasis: 'twelfths', rounding: 'none' } as const
    expect(interest({ ...flat, opening: sen(100_000_000) }).interest).toBe(500_000)
    expect(interest({ ...flat, opening: sen(99_999_999) }).interest).toBe(250_000)
  })

  it('a balance below the minimum earns nothing, at the minimum it earns', () => {
    const minimumBalance = sen(70_000_000)
    expect(interest({ minimumBalance, rounding: 'none' }).steps.map((step) => step.interest > 0)).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(interest({ minimumBalance, method: 'lowest' })).toMatchObject({ base: 40_000_000, interest: 0 })
    expect(interest({ minimumBalance: sen(40_000_000), method: 'lowest' }).interest).toBe(203_800)
    expect(interest({ minimumBalance: sen(90_000_001), method: 'average_of_balances' }).interest).toBe(0)
  })
})

describe('strange input', () => {
  it('a rate of zero gives nothing, one of a thousand ten times the balance in a year', () => {
    expect(interest({ tiers: rate('0') }).interest).toBe(0)
    expect(interest({ tiers: [] }).interest).toBe(0)
    const year = { from: '2026-01-01', to: '2026-12-31', movements: [], tiers: rate('1000') }
    expect(interest(year).interest).toBe(400_000_000)
  })

  it('one day is a period', () => {
    expect(interest({ from: '2026-01-06', to: '2026-01-06', movements: [] })).toMatchObject({
      days: 1,
      interest: 6_500,
    })
  })

  it.each(['2025-12-31', '2026-02-01'])('a movement of %s is outside January and refused by its place', (date) => {
    const movements = [...january.movements, { date, amount: sen(1) }]
    expect(() => interest({ movements })).toThrow(refusal('outside_period'))
    expect(() => interest({ movements })).toThrow(
      expect.objectContaining({ data: { issues: [{ path: ['movements', 3, 'date'], message: 'outside_period' }] } }),
    )
  })

  it('a period that ends before it begins is refused', () => {
    expect(() => interest({ to: '2025-12-31' })).toThrow(refusal('ends_before_it_begins'))
  })

  it('an overdrawn day is refused and named, not paid negative interest', () => {
    const movements = [
      { date: '2026-01-20', amount: sen(40_000_001) },
      { date: '2026-01-10', amount: sen(-40_000_001) },
    ]
    expect(() => interest({ movements })).toThrow(
      expect.objectContaining({ reason: 'balance_below_zero', data: expect.objectContaining({ date: '2026-01-10' }) }),
    )
  })

  it('figures beyond the ledger are refused', () => {
    const huge = { opening: sen(9e15), movements: [] }
    expect(() => interest({ ...huge, movements: [{ date: '2026-01-02', amount: sen(1) }] })).toThrow(
      refusal('amount_too_large'),
    )
    expect(() => interest({ ...huge, method: 'lowest', tiers: rate('1000'), to: '2099-12-31' })).toThrow(
      refusal('amount_too_large'),
    )
  })
})

describe('whatever the account', () => {
  const history = fc
    .record({
      from: fc.integer({ min: 0, max: 40_000 }).map((day) => addDays('1970-01-01', day)),
      length: fc.integer({ min: 0, max: 800 }),
      opening: fc.integer({ min: 0, max: 1e12 }),
      moves: fc.array(fc.record({ at: fc.nat(), amount: fc.integer({ min: -1e10, max: 1e10 }) }), { maxLength: 12 }),
      ratePct: fc.constantFrom('0', '0.75', '3', '6', '12.5', '1000'),
      dayBasis: fc.constantFrom('365', '360', 'actual', 'twelfths'),
      roundingPerStep: fc.boolean(),
    })
    .map(({ from, length, opening, moves, ratePct, ...rest }): SavingsInterestInput => {
      const movements: { date: string; amount: Sen }[] = []
      let reserve = opening
      for (const { at, amount } of moves) {
        // Withdrawals never exceed what the opening alone could pay, so that no order of days overdraws.
        const safe = Math.max(amount, -reserve)
        reserve += Math.min(safe, 0)
        movements.push({ date: addDays(from, at % (length + 1)), amount: sen(safe + 0) })
      }
      const to = addDays(from, length)
      return {
        ...rest,
        from,
        to,
        opening: sen(opening),
        movements,
        tiers: rate(ratePct),
        method: 'daily',
        rounding: 'none',
      }
    })

  /** Day by day, by hand, with whole-number fractions: an own way to the same figure. */
  function byHand(input: SavingsInterestInput): { sum: bigint; lowest: number } {
    const perYear = { '365': 365, '360': 360, actual: 0, twelfths: 0 }[input.dayBasis]
    const scale = 365n * 366n * 360n * 12n * 377_580n * 100n * 100n
    let [balance, sum, lowest] = [input.opening as number, 0n, input.opening as number]
    for (let day = input.from; day <= input.to; day = addDays(day, 1)) {
      for (const { date, amount } of input.movements) if (date === day) balance += amount
      lowest = Math.min(lowest, balance)
      const year = isLeapYear(yearOf(day)) ? 366 : 365
      const monthDays = daysInMonth(yearOf(day), Number(day.slice(5, 7)))
      const divisor = input.dayBasis === 'actual' ? year : input.dayBasis === 'twelfths' ? 12 * monthDays : perYear
      const ratePct = BigInt(Number(input.tiers[0]?.ratePctPerYear) * 100)
      sum += (BigInt(balance) * ratePct * scale) / (100n * 100n) / BigInt(divisor)
    }
    return { sum: (sum * 2n + scale) / (2n * scale), lowest }
  }

  it('daily interest is the sum of the days, each by its balance', () => {
    fc.assert(
      fc.property(history, (input) => {
        expect(savingsInterest({ ...input, roundingPerStep: false }).interest).toBe(Number(byHand(input).sum))
        expect(savingsInterest({ ...input, method: 'lowest' }).base).toBe(byHand(input).lowest)
      }),
      { numRuns: 300 },
    )
  })

  it('steps cover the period without gap, change at each border and add up within half a sen each', () => {
    const method = fc.constantFrom('lowest', 'average_daily', 'daily', 'average_of_balances')
    fc.assert(
      fc.property(history, method, (given, chosen) => {
        const input = { ...given, method: chosen }
        const { steps, days, interest: sum } = savingsInterest(input)
        expect(steps[0]?.from).toBe(input.from)
        expect(steps.at(-1)?.to).toBe(input.to)
        for (const [index, step] of steps.entries()) {
          const before = steps[index - 1]
          expect(step.days).toBe(daysBetween(step.from, step.to) + 1)
          if (before) expect([step.from, step.balance === before.balance]).toEqual([addDays(before.to, 1), false])
        }
        expect(steps.reduce((total, step) => total + step.days, 0)).toBe(days)
        const added = steps.reduce((total, step) => total + step.interest, 0)
        expect(Math.abs(added - sum)).toBeLessThanOrEqual(steps.length / 2 + 0.5)
      }),
      { numRuns: 500 },
    )
  })

  it('without its steps it comes to the same', () => {
    const method = fc.constantFrom('lowest', 'average_daily', 'daily', 'average_of_balances')
    const rounding = fc.constantFrom('down', 'half_up', 'none')
    fc.assert(
      fc.property(history, method, rounding, (given, chosen, rounded) => {
        const input = { ...given, method: chosen, rounding: rounded, roundingPerStep: false }
        const { base, interest } = savingsInterest(input)
        expect(savingsInterestSum(input)).toEqual({ base, interest })
      }),
      { numRuns: 500 },
    )
  })

  it('the lowest balance never earns more than the days do, and rounding down never more than not rounding', () => {
    fc.assert(
      fc.property(history, (input) => {
        const days = savingsInterest(input).interest
        expect(savingsInterest({ ...input, method: 'lowest' }).interest).toBeLessThanOrEqual(
          days + input.movements.length,
        )
        const down = savingsInterest({ ...input, rounding: 'down', roundingPerStep: false }).interest
        expect(down % 100).toBe(0)
        expect(down).toBeLessThanOrEqual(days + input.movements.length + 1)
      }),
      { numRuns: 300 },
    )
  })
})
