import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../shared/errors.ts'
import { type LoanScheduleInput, loanSchedule } from '../../shared/rules/loan-schedule.ts'
import { sen } from '../../shared/rules/money.ts'

const rupiah = (amount: number) => sen(amount * 100)
const perMonth = (ratePct: string) => ({ ratePct, per: 'month' as const })
const loan: LoanScheduleInput = { principal: rupiah(12_000_000), months: 12, rate: perMonth('1.5'), method: 'flat' }

function schedule(change: Partial<LoanScheduleInput> = {}) {
  return loanSchedule({ ...loan, ...change })
}

/** Principal, interest and payment of one instalment in rupiah; -1 is the last. */
function row(change: Partial<LoanScheduleInput>, at: number) {
  const found = schedule(change).rows.at(at)
  return found && [found.principal / 100, found.interest / 100, found.payment / 100]
}

/** The field and the word a schedule is refused with. */
function refusal(change: Partial<LoanScheduleInput>): string {
  try {
    schedule(change)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [issue] = error.data.issues as { path: string[]; message: string }[]
    return `${issue?.path.join('.')}: ${issue?.message}`
  }
  return 'not refused'
}

describe('twelve million over twelve months at 1,5 %', () => {
  it('flat: the same instalment every month', () => {
    expect(row({}, 0)).toEqual([1_000_000, 180_000, 1_180_000])
    expect(row({}, -1)).toEqual([1_000_000, 180_000, 1_180_000])
    expect(schedule().totals.interest).toBe(rupiah(2_160_000))
    expect(schedule().flatPctPerMonth).toBe('1.5')
    expect(schedule().effectivePctPerMonth).toBe('2.643')
  })

  it('declining: interest falls with what is owed', () => {
    expect(row({ method: 'declining' }, 1)).toEqual([1_000_000, 165_000, 1_165_000])
    expect(row({ method: 'declining' }, -1)).toEqual([1_000_000, 15_000, 1_015_000])
    expect(schedule({ method: 'declining' }).totals.interest).toBe(rupiah(1_170_000))
    expect(schedule({ method: 'declining' }).flatPctPerMonth).toBe('0.8125')
    expect(schedule({ method: 'declining' }).effectivePctPerMonth).toBe('1.5')
  })

  it('annuity: equal payments, the last takes what rounding left', () => {
    expect(row({ method: 'annuity' }, 0)).toEqual([920_160, 180_000, 1_100_160])
    expect(row({ method: 'annuity' }, -1)).toEqual([1_083_901, 16_259, 1_100_160])
    expect(schedule({ method: 'annuity' }).totals.interest).toBe(rupiah(1_201_920))
  })

  it('bullet: interest every month, everything else at the end', () => {
    expect(row({ method: 'bullet' }, 0)).toEqual([0, 180_000, 180_000])
    expect(row({ method: 'bullet' }, -1)).toEqual([12_000_000, 180_000, 12_180_000])
  })

  it('a rate a year is twelve rates a month', () => {
    expect(schedule({ rate: { ratePct: '18', per: 'year' } })).toEqual(schedule())
  })
})

describe('rounding', () => {
  it('up to Rp100 puts the difference into the last instalment', () => {
    const change = {
      principal: rupiah(5_000_000),
      months: 7,
      rate: perMonth('0'),
      roundTo: rupiah(100),
      rounding: 'up' as const,
    }
    expect(schedule(change).rows.map(({ payment }) => payment / 100)).toEqual([...Array(6).fill(714_300), 714_200])
  })

  it('of the whole payment leaves interest to the rupiah and gives principal the rest', () => {
    const change = { method: 'annuity' as const, principal: rupiah(5_000_000), roundPaymentTo: rupiah(100) }
    expect(row(change, 0)).toEqual([383_400, 75_000, 458_400])
    expect(row(change, 1)).toEqual([389_151, 69_249, 458_400])
    expect(row(change, -1)).toEqual([451_625, 6_774, 458_399])
  })

  it('to the sen keeps book, none shows each figure of the formula', () => {
    const change = { principal: rupiah(12_000), months: 4, rate: perMonth('2'), method: 'annuity' as const }
    expect(row({ ...change, roundTo: sen(1) }, 1)).toEqual([2969.72, 181.77, 3151.49])
    expect(row({ ...change, rounding: 'none' }, 1)).toEqual([2969.71, 181.77, 3151.49])
  })
})

describe('grace', () => {
  it('of principal: interest is paid, principal is spread over the rest', () => {
    expect(row({ gracePrincipalMonths: 2 }, 1)).toEqual([0, 180_000, 180_000])
    expect(row({ gracePrincipalMonths: 2 }, 2)).toEqual([1_200_000, 180_000, 1_380_000])
    expect(schedule({ gracePrincipalMonths: 2 }).rows).toHaveLength(12)
  })

  it('of everything: nothing is paid, and its interest falls due with the first instalment after', () => {
    expect(row({ graceAllMonths: 3 }, 2)).toEqual([0, 0, 0])
    expect(row({ graceAllMonths: 3 }, 3)).toEqual([1_333_333, 720_000, 2_053_333])
    expect(schedule({ graceAllMonths: 3 }).totals.interest).toBe(rupiah(2_160_000))
  })

  it('of everything: three thirds of a rupiah that fall due together are a whole one', () => {
    const tenAYear = { ratePct: '10', per: 'year' as const }
    const change = {
      principal: rupiah(40_000),
      months: 4,
      rate: tenAYear,
      graceAllMonths: 2,
      rounding: 'down' as const,
    }
    expect(row({ ...change, method: 'declining' }, 2)).toEqual([20_000, 1_000, 21_000])
    const six = { ...change, principal: rupiah(80_000), months: 7, graceAllMonths: 5, rounding: 'up' as const }
    expect(row({ ...six, method: 'declining' }, 5)).toEqual([40_000, 4_000, 44_000])
  })

  it('makes a harvest loan: everything on one day', () => {
    const change = { method: 'bullet' as const, months: 6, graceAllMonths: 5 }
    expect(schedule(change).rows.map(({ payment }) => payment / 100)).toEqual([0, 0, 0, 0, 0, 13_080_000])
    const atOnce = { method: 'bullet' as const, months: 6, interval: { unit: 'month' as const, every: 6 } }
    expect(schedule(atOnce).rows.map(({ payment }) => payment / 100)).toEqual([13_080_000])
  })
})

it('without rounding half a sen is shown as a whole one, after however many instalments', () => {
  const change = { principal: sen(1_204_177_315), months: 24, rounding: 'none' as const }
  expect(schedule(change).rows[11]?.closing).toBe(602_088_658)
})

describe('a principal of one step for each instalment', () => {
  const smallest = { principal: rupiah(12), rate: perMonth('0'), method: 'flat' as const }

  it('is just enough', () => {
    expect(schedule(smallest).rows.map(({ principal }) => principal)).toEqual(Array.from({ length: 12 }, () => 100))
  })

  it('is asked only of instalments that pay any', () => {
    const six = { ...smallest, principal: rupiah(6), gracePrincipalMonths: 6 }
    expect(schedule(six).rows.map(({ principal }) => principal / 100)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
  })
})

describe('a fixed payment', () => {
  it('gives the number of instalments', () => {
    const { rows } = schedule({ months: undefined, payment: rupiah(1_100_160), method: 'annuity' })
    expect([rows.length, rows.at(-1)?.payment]).toEqual([12, rupiah(1_100_160)])
    expect(schedule({ months: undefined, payment: rupiah(3_000_000), method: 'declining' }).rows).toHaveLength(5)
  })

  it('below the interest is refused, for the loan would never end', () => {
    expect(refusal({ months: undefined, payment: rupiah(180_000), method: 'annuity' })).toBe(
      'payment: payment_below_interest',
    )
    expect(refusal({ months: undefined, payment: rupiah(180_001), method: 'flat' })).toBe(
      'payment: too_many_instalments',
    )
    expect(refusal({ payment: rupiah(180_000), method: 'bullet' })).toBe('payment: not_together')
  })
})

describe('days', () => {
  it('a loan of the 31st falls due at the ends of months, leap years too', () => {
    const { rows } = schedule({ disbursedOn: '2027-12-31' })
    expect(rows.slice(0, 4).map(({ dueOn }) => dueOn)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'])
  })

  it('a first day of its own is kept', () => {
    const { rows } = schedule({ disbursedOn: '2026-01-20', firstDueOn: '2026-03-05' })
    expect(rows.slice(0, 2).map(({ dueOn }) => dueOn)).toEqual(['2026-03-05', '2026-04-05'])
  })

  it('weeks are 52 a year', () => {
    const weekly = { interval: { unit: 'week' as const, every: 1 }, disbursedOn: '2026-01-05' }
    const { rows } = schedule(weekly)
    expect([rows.length, rows[0]?.dueOn, rows.at(-1)?.dueOn]).toEqual([52, '2026-01-12', '2027-01-04'])
    expect(rows[0]?.interest).toBe(rupiah(41_538))
    expect(schedule({ ...weekly, months: 3 }).rows).toHaveLength(13)
    expect(schedule({ ...weekly, months: 3 }).flatPctPerMonth).toBe('1.5')
  })

  it('counted by days, February costs less than January', () => {
    const { rows } = schedule({ method: 'declining', dayCount: 'actual_365', disbursedOn: '2026-01-01' })
    expect(rows[0]?.interest).toBe(rupiah(183_452))
    expect(rows[1]?.interest).toBe(rupiah(151_890))
  })

  it('counted by days, a flat loan still costs interest on all of it', () => {
    const change = { months: 3, disbursedOn: '2026-01-01', dayCount: 'actual_365' as const }
    // 12.000.000 × 18 % for 31, 28 and 31 days of 365.
    expect(schedule(change).rows.map(({ interest }) => interest / 100)).toEqual([183_452, 165_699, 183_452])
  })

  it('without any they are not known', () => {
    expect(schedule().rows[0]?.dueOn).toBeNull()
  })
})

it.each<[string, Partial<LoanScheduleInput>, string]>([
  ['a principal below one step an instalment', { principal: sen(1_199) }, 'principal: principal_too_small'],
  [
    'rounding that pays the loan too early',
    { principal: rupiah(1_300), roundTo: rupiah(100), rounding: 'up', months: 12 },
    'roundTo: rounding_shortens',
  ],
  [
    'a payment rounded so far up',
    { principal: rupiah(1_200_000), roundPaymentTo: rupiah(500_000), rounding: 'up' },
    'roundPaymentTo: rounding_shortens',
  ],
  [
    'a payment rounded below its interest',
    { principal: rupiah(100_000), roundPaymentTo: rupiah(50_000), rounding: 'down' },
    'roundPaymentTo: payment_below_interest',
  ],
  ['grace as long as the loan', { gracePrincipalMonths: 12 }, 'gracePrincipalMonths: grace_too_long'],
  ['full grace as long as the loan', { graceAllMonths: 12 }, 'graceAllMonths: grace_too_long'],
  [
    'quarters that do not fill the months',
    { months: 10, interval: { unit: 'month', every: 3 } },
    'months: not_divisible',
  ],
  [
    'a first day before the payout',
    { disbursedOn: '2026-05-01', firstDueOn: '2026-05-01' },
    'firstDueOn: first_due_too_early',
  ],
  ['days to be counted from nowhere', { dayCount: 'actual_360' }, 'disbursedOn: required'],
  [
    'interest beyond what the book can hold',
    { principal: sen(9_000_000_000_000_000), rate: perMonth('1000') },
    ': amount_too_large',
  ],
])('refuses %s', (_, change, word) => {
  expect(refusal(change)).toBe(word)
})

it.each(['0', '1000'])('a rate of %s percent a month over 1 and over 600 months has a schedule', (ratePct) => {
  for (const method of ['flat', 'declining', 'annuity', 'bullet'] as const) {
    for (const months of [1, 600]) {
      const { rows, totals } = schedule({ method, months, rate: perMonth(ratePct) })
      expect([rows.length, totals.principal, rows.at(-1)?.closing]).toEqual([months, rupiah(12_000_000), 0])
    }
  }
})

describe('every schedule that is not refused', () => {
  const anyLoan = fc.record({
    principal: fc.integer({ min: 100_00, max: 2_000_000_000_00 }).map(sen),
    months: fc.integer({ min: 1, max: 120 }),
    ratePct: fc.integer({ min: 0, max: 500 }).map((hundredths) => String(hundredths / 100)),
    per: fc.constantFrom('month' as const, 'year' as const),
    method: fc.constantFrom('flat' as const, 'declining' as const, 'annuity' as const, 'bullet' as const),
    rounding: fc.constantFrom('half_up' as const, 'up' as const, 'down' as const, 'none' as const),
    roundTo: fc.constantFrom(1, 100, 100_00, 500_00, 1_000_00).map(sen),
    roundPaymentTo: fc.option(fc.constantFrom(100_00, 500_00).map(sen), { nil: undefined }),
    gracePrincipalMonths: fc.integer({ min: 0, max: 6 }),
    graceAllMonths: fc.integer({ min: 0, max: 6 }),
    interval: fc.constantFrom({ unit: 'month' as const, every: 1 }, { unit: 'week' as const, every: 2 }),
    disbursedOn: fc.constantFrom('2024-02-29', '2026-01-31', '2026-08-17'),
    dayCount: fc.constantFrom('months' as const, 'actual_365' as const, 'actual_360' as const),
  })

  it('sums to the loan, never owes less than nothing, and has all its instalments', () => {
    let schedules = 0
    const holds = fc.property(anyLoan, ({ ratePct, per, ...input }) => {
      let found: ReturnType<typeof loanSchedule>
      try {
        found = loanSchedule({ ...input, rate: { ratePct, per } })
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
        return
      }
      schedules += 1
      const { rows, totals } = found
      const count = input.interval.unit === 'month' ? input.months : Math.max(1, Math.round((input.months * 52) / 24))
      expect(rows).toHaveLength(count)
      expect(rows.reduce((sum, { principal }) => sum + principal, 0)).toBe(input.principal)
      expect(totals.principal).toBe(input.principal)
      expect(rows[0]?.opening).toBe(input.principal)
      for (const [index, { n, opening, principal, interest, payment, closing, dueOn }] of rows.entries()) {
        expect(n).toBe(index + 1)
        expect(Math.min(opening, principal, interest, payment, closing)).toBeGreaterThanOrEqual(0)
        expect((dueOn ?? '') > (rows[index - 1]?.dueOn ?? input.disbursedOn)).toBe(true)
        expect(opening).toBe(rows[index - 1]?.closing ?? input.principal)
        if (input.rounding === 'none') continue
        expect(closing).toBe(opening - principal)
        expect(payment).toBe(principal + interest)
      }
      expect(rows.at(-1)?.closing).toBe(0)
    })
    fc.assert(holds, { numRuns: 1000 })
    expect(schedules).toBeGreaterThan(300)
  })

  it('costs nothing at 0 % and what it says at declining balances', () => {
    expect(schedule({ rate: perMonth('0') }).effectivePctPerMonth).toBe('0')
    expect(schedule({ method: 'declining', rate: perMonth('2') }).effectivePctPerMonth).toBe('2')
  })
})
