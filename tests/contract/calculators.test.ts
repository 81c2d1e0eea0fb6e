import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type CalculatorName, calculators, runCalculator } from '../../shared/contract/calculators.ts'
import { Refusal } from '../../shared/errors.ts'

const host = { today: '2026-06-15' }

/** One call as the doors make it; the problems of a refusal as `path: word`. */
function calc(name: CalculatorName, input: unknown): unknown {
  try {
    return runCalculator(name, input, host)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const issues = refusal.data.issues as { path: string[]; message: string }[]
    expect([refusal.code, refusal.reason]).toEqual(['INVALID_INPUT', issues[0]?.message])
    return issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  }
}

const account = {
  month: '2026-01',
  opening: 40_000_000,
  movements: [{ date: '2026-01-06', amount: 30_000_000 }],
  ratePctPerYear: '6',
  method: 'lowest',
  dayBasis: 'twelfths',
  rounding: 'down',
}

describe('words', () => {
  it.each([
    [{ amount: 125_000_000, currency: true }, 'satu juta dua ratus lima puluh ribu rupiah'],
    [{ amount: 100_000 }, 'seribu'],
    [{ amount: 100_000, currency: false }, 'seribu'],
    [{ amount: -1_100, currency: true }, 'min sebelas rupiah'],
    [{ amount: 0, currency: true }, 'nol rupiah'],
    [{ number: '12.234' }, 'dua belas koma dua tiga empat'],
    [{ number: '10', ordinal: true }, 'kesepuluh'],
    [{ number: '10', ordinal: false }, 'sepuluh'],
  ])('%j is "%s"', (input, text) => {
    expect(calc('words', input)).toEqual({ text })
  })

  it.each([
    [{}, ['amount: required']],
    [{ currency: true }, ['amount: required']],
    [{ ordinal: true }, ['number: required']],
    [{ amount: 1, number: '1' }, ['number: not_together']],
    [{ amount: 1, ordinal: true }, ['ordinal: not_together']],
    [{ number: '1', currency: true }, ['amount: required', 'number: not_together']],
    [{ amount: 1.5 }, ['amount: not_whole']],
    [{ amount: '1' }, ['amount: not_whole']],
    [{ amount: 9e15 + 1 }, ['amount: amount_too_large']],
    [{ number: 1 }, ['number: not_string']],
    [{ number: '1,5' }, ['number: not_a_number']],
    [{ number: '0', ordinal: true }, ['number: not_an_ordinal']],
    [{ number: `1${'0'.repeat(18)}` }, ['number: too_long']],
    [{ number: '1'.repeat(10_000_000) }, ['number: too_long']],
    [{ amount: 1, colour: 'red', size: 2 }, ['colour: unknown_key', 'size: unknown_key']],
    [null, [': not_object']],
    ['10', [': not_object']],
  ])('%j is refused: %j', (input, problems) => {
    expect(calc('words', input)).toEqual(problems)
  })
})

describe('memberIdNumber', () => {
  it('judges the age at the day asked about, today where none is given', () => {
    const nationalId = '3501010101080001'
    expect(calc('memberIdNumber', { nationalId })).toMatchObject({ birthDate: '2008-01-01' })
    expect(calc('memberIdNumber', { nationalId, asOf: '2024-12-31' })).toMatchObject({ birthDate: '1908-01-01' })
  })

  it.each([
    [{}, ['nationalId: required']],
    [{ nationalId: 3501010101080001 }, ['nationalId: not_string']],
    [{ nationalId: '3501010101080001', sex: 'F' }, ['sex: not_in_list']],
    [{ nationalId: '3501010101080001', birthDate: '2008-02-30' }, ['birthDate: not_a_date']],
    [{ nationalId: '3501010101080001', asOf: 'today' }, ['asOf: not_a_date']],
    [{ nationalId: '1'.repeat(100) }, ['nationalId: too_long']],
  ])('%j is refused: %j', (input, problems) => {
    expect(calc('memberIdNumber', input)).toEqual(problems)
  })

  it('a number of the wrong length is an answer, not a refusal', () => {
    expect(calc('memberIdNumber', { nationalId: '' })).toMatchObject({ valid: false, reasons: ['length'] })
  })
})

describe('savingsInterest', () => {
  it('takes a month or a first and a last day, one rate or tiers', () => {
    const { month, ratePctPerYear, ...rest } = account
    const days = { ...rest, from: '2026-01-01', to: '2026-01-31' }
    const answer = { base: 40_000_000, days: 31, interest: 200_000 }
    expect(calc('savingsInterest', account)).toMatchObject(answer)
    expect(calc('savingsInterest', { ...days, ratePctPerYear })).toMatchObject(answer)
    expect(calc('savingsInterest', { ...rest, month, tiers: [{ from: 0, ratePctPerYear }] })).toMatchObject(answer)
  })

  it.each([
    [{ month: undefined }, ['month: required']],
    [{ month: undefined, from: '2026-01-01' }, ['to: required']],
    [{ from: '2026-01-01' }, ['from: not_together']],
    [{ month: undefined, from: '2026-02-01', to: '2026-01-31' }, ['to: ends_before_it_begins']],
    [{ month: '2026-13' }, ['month: not_a_month']],
    [{ ratePctPerYear: undefined }, ['ratePctPerYear: required']],
    [{ tiers: [{ from: 0, ratePctPerYear: '1' }] }, ['tiers: not_together']],
    [{ ratePctPerYear: undefined, tiers: [] }, ['tiers: required']],
    [
      {
        ratePctPerYear: undefined,
        tiers: [
          { from: 5, ratePctPerYear: '1' },
          { from: 5, ratePctPerYear: '2' },
        ],
      },
      ['tiers: given_twice'],
    ],
    [{ ratePctPerYear: undefined, tiers: [{ from: -1, ratePctPerYear: '1' }] }, ['tiers.0.from: amount_negative']],
    [{ ratePctPerYear: '-1' }, ['ratePctPerYear: not_a_rate']],
    [{ ratePctPerYear: 6 }, ['ratePctPerYear: not_a_rate']],
    [{ ratePctPerYear: '1000.5' }, ['ratePctPerYear: rate_too_large']],
    [{ opening: -1 }, ['opening: amount_negative']],
    [{ opening: undefined }, ['opening: required']],
    [{ movements: [{ date: '2026-01-06', amount: -40_000_001 }] }, ['movements: balance_below_zero']],
    [{ movements: [{ date: '2026-02-06', amount: 1 }] }, ['movements.0.date: outside_period']],
    [{ movements: [{ date: '2026-01-32', amount: 1 }] }, ['movements.0.date: not_a_date']],
    [{ movements: [{ date: '2026-01-06', amount: 0.5 }] }, ['movements.0.amount: not_whole']],
    [{ movements: [{ date: '2026-01-06', amount: 1, memo: '' }] }, ['movements.0.memo: unknown_key']],
    [{ movements: Array(20_001).fill({ date: '2026-01-06', amount: 1 }) }, ['movements: too_many']],
    [{ method: 'highest' }, ['method: not_in_list']],
    [{ dayBasis: 365 }, ['dayBasis: not_in_list']],
    [{ rounding: 'up' }, ['rounding: not_in_list']],
    [{ roundingPerStep: 'yes' }, ['roundingPerStep: not_boolean']],
    [{ minimumBalance: -1 }, ['minimumBalance: amount_negative']],
    [{ opening: 9e15, method: 'daily' }, [': amount_too_large']],
  ])('with %j it is refused: %j', (more, problems) => {
    expect(calc('savingsInterest', { ...account, ...more })).toEqual(problems)
  })

  it('eleven centuries in one period still come out', () => {
    const { month: _, ...rest } = account
    const answer = calc('savingsInterest', {
      ...rest,
      from: '1900-01-01',
      to: '2999-12-31',
      movements: [],
      rounding: 'none',
    })
    expect(answer).toMatchObject({ days: 401_767, interest: 40_000_000 * 66 })
  })
})

describe('savingsInterestTax', () => {
  it('answers tax, net, rate and warnings', () => {
    expect(calc('savingsInterestTax', { grossInMonth: 30_000_000, memberKind: 'individual' })).toEqual({
      tax: 3_000_000,
      net: 27_000_000,
      ratePct: '10',
      warnings: [],
    })
  })

  it.each([
    [{ grossInMonth: -1, memberKind: 'individual' }, ['grossInMonth: amount_negative']],
    [{ grossInMonth: 1, memberKind: 'cooperative' }, ['memberKind: not_in_list']],
    [{ memberKind: 'other' }, ['grossInMonth: required']],
  ])('%j is refused: %j', (input, problems) => {
    expect(calc('savingsInterestTax', input)).toEqual(problems)
  })
})

describe('every calculator', () => {
  const names = Object.keys(calculators) as CalculatorName[]

  it.each(names)('%s has JSON Schemas for what it takes and gives', (name) => {
    const { input, output } = calculators[name]
    expect(z.toJSONSchema(input, { io: 'input' })).toMatchObject({ type: 'object', additionalProperties: false })
    expect(z.toJSONSchema(output)).toMatchObject({ type: 'object' })
  })

  it('the JSON Schema tells which keys exclude each other', () => {
    expect(z.toJSONSchema(calculators.savingsInterest.input, { io: 'input' }).allOf).toEqual([
      {
        anyOf: [
          { required: ['month'], properties: { from: false, to: false } },
          { required: ['from', 'to'], properties: { month: false } },
        ],
      },
      {
        anyOf: [
          { required: ['ratePctPerYear'], properties: { tiers: false } },
          { required: ['tiers'], properties: { ratePctPerYear: false } },
        ],
      },
    ])
  })

  it.each(names)('%s refuses what it does not know, and never fails on anything', (name) => {
    const key = fc.constantFrom('amount', 'number', 'nationalId', 'month', 'opening', 'movements', 'grossInMonth', 'x')
    const input = fc.oneof(fc.anything(), fc.dictionary(key, fc.anything()))
    fc.assert(
      fc.property(input, (anything) => {
        expect(calc(name, anything)).toBeTypeOf('object')
      }),
      { numRuns: 500 },
    )
    expect(calc(name, { constructor: 1 })).toContain('constructor: unknown_key')
  })
})

describe('loanSchedule', () => {
  const loan = { principal: 1_200_000_000, months: 12, ratePctPerMonth: '1.5', method: 'flat' }

  it('answers rows, totals and what the loan really costs', () => {
    const { rows, ...rest } = calc('loanSchedule', loan) as { rows: unknown[] }
    expect(rows[0]).toEqual({
      ...{ n: 1, dueOn: null, opening: 1_200_000_000, principal: 100_000_000 },
      ...{ interest: 18_000_000, payment: 118_000_000, closing: 1_100_000_000 },
    })
    expect(rest).toEqual({
      totals: { principal: 1_200_000_000, interest: 216_000_000, payment: 1_416_000_000 },
      flatPctPerMonth: '1.5',
      effectivePctPerMonth: '2.643',
    })
  })

  it.each([
    [{ ...loan, months: undefined }, ['months: required']],
    [{ ...loan, payment: 5 }, ['payment: not_together']],
    [{ ...loan, ratePctPerYear: '18' }, ['ratePctPerYear: not_together']],
    [{ ...loan, ratePctPerMonth: undefined }, ['ratePctPerMonth: required']],
    [{ ...loan, principal: 0 }, ['principal: amount_not_positive']],
    [{ ...loan, principal: 10.5 }, ['principal: not_whole']],
    [{ ...loan, months: 601 }, ['months: too_large']],
    [{ ...loan, months: 0 }, ['months: too_small']],
    [{ ...loan, ratePctPerMonth: '1000.5' }, ['ratePctPerMonth: rate_too_large']],
    [{ ...loan, ratePctPerMonth: '-1' }, ['ratePctPerMonth: not_a_rate']],
    [{ ...loan, disbursedOn: '2026-02-30' }, ['disbursedOn: not_a_date']],
    [{ ...loan, interval: { unit: 'month', every: 0 } }, ['interval.every: too_small']],
    [{ ...loan, principal: 500, months: 12 }, ['principal: principal_too_small']],
  ])('refuses %j with %j', (input, problems) => {
    expect(calc('loanSchedule', input)).toEqual(problems)
  })
})

describe('collectibility', () => {
  const schedule = [{ dueOn: '2026-02-10', principal: 100_000_00, interest: 1_500_00 }]
  const asked = { preset: 'days_30_180_270', asOf: '2026-03-13', schedule, payments: [], repayment: 'instalments' }

  it('takes the rows of a schedule as they are, and payments whole or split', () => {
    const late = { class: 'substandard', daysOverdue: 31, overduePrincipal: 100_000_00, overdueInterest: 1_500_00 }
    expect(calc('collectibility', asked)).toEqual(late)
    const { rows } = calc('loanSchedule', {
      ...{ principal: 100_000_00, months: 1, ratePctPerMonth: '1.5', method: 'flat', disbursedOn: '2026-01-10' },
    }) as { rows: unknown[] }
    expect(calc('collectibility', { ...asked, schedule: rows })).toEqual(late)
    const payments = [{ date: '2026-02-10', interest: 1_500_00 }]
    expect(calc('collectibility', { ...asked, payments })).toEqual({ ...late, overdueInterest: 0 })
    expect(calc('collectibility', { ...asked, payments: [{ date: '2026-02-10', amount: 101_500_00 }] })).toEqual({
      ...{ class: 'current', daysOverdue: 0, overduePrincipal: 0, overdueInterest: 0 },
    })
  })

  it.each([
    [{ ...asked, schedule: [] }, ['schedule: required']],
    [{ ...asked, payments: [{ date: '2026-02-10' }] }, ['payments.0.amount: required']],
    [{ ...asked, payments: [{ date: '2026-02-10', amount: 1, principal: 1 }] }, ['payments.0.principal: not_together']],
    [{ ...asked, preset: 'ksp_2010' }, ['preset: not_in_list']],
    [{ ...asked, schedule: [{ ...schedule[0], dueOn: null }] }, ['schedule.0.dueOn: not_a_date']],
  ])('refuses %j with %j', (input, problems) => {
    expect(calc('collectibility', input)).toEqual(problems)
  })
})

describe('allowance', () => {
  const loans = [{ id: 'A', outstanding: 100_000_00, class: 'substandard', collateral: 40_000_00 }]

  it('takes the usual percentages unless others are given', () => {
    const usual = { rows: [{ id: 'A', base: 60_000_00, pct: '10', allowance: 6_000_00 }], total: 6_000_00 }
    expect(calc('allowance', { loans })).toEqual({ ...usual, riskWeighted: 50_000_00 })
    expect(calc('allowance', { loans, preset: 'ppap_0_5_10_50_100' })).toMatchObject(usual)
    const percentages = { current: '1', substandard: '20', doubtful: '60', loss: '100' }
    expect(calc('allowance', { loans, percentages })).toMatchObject({ total: 12_000_00 })
  })

  it.each([
    [{ loans, preset: 'ppap_0_5_10_50_100', percentages: {} }, 'percentages.current: required'],
    [{ loans: [...loans, ...loans] }, 'loans.1.id: given_twice'],
    [{ loans: [{ ...loans[0], class: 'bad' }] }, 'loans.0.class: not_in_list'],
    [{ loans: [{ ...loans[0], outstanding: -1 }] }, 'loans.0.outstanding: amount_negative'],
  ])('refuses %j with %s', (input, problem) => {
    expect((calc('allowance', input) as string[])[0]).toBe(problem)
  })
})
