import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '../../shared/calendar.ts'
import { loanClasses } from '../../shared/rules/allowance.ts'
import { type CollectibilityInput, collectibility } from '../../shared/rules/collectibility.ts'
import { loanSchedule } from '../../shared/rules/loan-schedule.ts'
import { sen } from '../../shared/rules/money.ts'

const rupiah = (amount: number) => sen(amount * 100)

/** A loan of twelve months from 10 January 2026: due on the 10th, 1.000.000 and 180.000 each time. */
const monthly = instalments(12, 1)

function instalments(count: number, every: number) {
  return Array.from({ length: count }, (_, index) => ({
    dueOn: addMonths('2026-01-10', (index + 1) * every),
    principal: rupiah(1_000_000),
    interest: rupiah(180_000),
  }))
}

function standing(asOf: string, change: Partial<CollectibilityInput> = {}) {
  const usual = { preset: 'ksp_2009', schedule: monthly, payments: [], repayment: 'instalments' } as const
  return collectibility({ ...usual, ...change, asOf })
}

const classOn = (asOf: string, change: Partial<CollectibilityInput> = {}) => standing(asOf, change).class

describe('by days', () => {
  const preset = 'days_30_180_270'

  it.each([
    ['2026-02-10', 'current', 0],
    ['2026-03-12', 'current', 30],
    ['2026-03-13', 'substandard', 31],
    ['2026-08-09', 'substandard', 180],
    ['2026-08-10', 'doubtful', 181],
    ['2026-11-07', 'doubtful', 270],
    ['2026-11-08', 'loss', 271],
  ])('on %s the loan is %s, %i days overdue', (asOf, loanClass, daysOverdue) => {
    expect(standing(asOf, { preset })).toMatchObject({ class: loanClass, daysOverdue })
  })
})

describe('by the rule of 2009', () => {
  it.each([
    ['2026-05-10', 'current'],
    ['2026-05-11', 'substandard'],
    ['2026-08-10', 'substandard'],
    ['2026-08-11', 'loss'],
  ])('a monthly loan nobody pays is on %s %s', (asOf, loanClass) => {
    expect(classOn(asOf)).toBe(loanClass)
  })

  it('weekly instalments are judged after one and two months, half-yearly ones after six and twelve', () => {
    const weekly = Array.from({ length: 26 }, (_, week) => ({
      ...{ dueOn: addDays('2026-01-10', 7 * (week + 1)), principal: rupiah(100_000), interest: sen(0) },
    }))
    expect([classOn('2026-02-17', { schedule: weekly }), classOn('2026-02-18', { schedule: weekly })]).toEqual([
      'current',
      'substandard',
    ])
    expect(classOn('2026-03-18', { schedule: weekly })).toBe('loss')
    const halfYearly = { schedule: instalments(4, 6) }
    expect([classOn('2026-07-11', halfYearly), classOn('2027-01-10', halfYearly)]).toEqual(['current', 'substandard'])
    const principalOnly = { schedule: halfYearly.schedule.map((row) => ({ ...row, interest: sen(0) })) }
    expect([classOn('2027-01-10', principalOnly), classOn('2027-01-11', principalOnly)]).toEqual([
      'current',
      'substandard',
    ])
  })

  it('on the day something falls due nothing of it is overdue', () => {
    expect(standing('2026-02-10')).toMatchObject({ daysOverdue: 0, overduePrincipal: 0, overdueInterest: 0 })
    const overdue = { daysOverdue: 1, overduePrincipal: rupiah(1_000_000), overdueInterest: rupiah(180_000) }
    expect(standing('2026-02-11')).toMatchObject(overdue)
  })

  it('collateral of exactly three quarters is enough, a sen less is not', () => {
    // Of 12.000.000 and seven times 180.000.
    const enough = rupiah(9_945_000)
    expect(classOn('2026-08-11', { collateral: enough })).toBe('doubtful')
    expect(classOn('2026-08-11', { collateral: sen(enough - 1) })).toBe('loss')
  })

  it('weekly interest is worse than substandard only after three months, weekly principal after two', () => {
    const schedule = Array.from({ length: 20 }, (_, week) => ({
      ...{ dueOn: addDays('2026-01-07', 7 * week), principal: rupiah(100_000), interest: rupiah(2_000) },
    }))
    const classes = (paid: 'principal' | 'interest') =>
      ['2026-02-07', '2026-02-08', '2026-03-07', '2026-03-08', '2026-04-07', '2026-04-08'].map((asOf) =>
        classOn(asOf, { schedule, payments: [{ date: '2026-01-06', [paid]: rupiah(2_000_000) }] }),
      )
    const late = 'substandard'
    expect(classes('principal')).toEqual(['current', late, late, late, late, 'loss'])
    expect(classes('interest')).toEqual(['current', late, late, 'loss', 'loss', 'loss'])
  })

  it('collateral of three quarters of the debt makes what is worse doubtful, for 21 months', () => {
    const enough = { collateral: rupiah(20_000_000) }
    expect(classOn('2026-08-11', enough)).toBe('doubtful')
    expect(classOn('2028-05-10', enough)).toBe('doubtful')
    expect(classOn('2028-05-11', enough)).toBe('loss')
    expect(classOn('2026-08-11', { collateral: rupiah(9_000_000) })).toBe('loss')
  })

  it('a loan repaid at once is judged by its interest, and once it matured by its debt', () => {
    const bullet = { repayment: 'bullet', schedule: [...instalments(6, 1)] } as const
    const schedule = bullet.schedule.map((row, index) => ({ ...row, principal: rupiah(index === 5 ? 6_000_000 : 0) }))
    const paid = [{ date: '2026-07-01', amount: rupiah(6 * 180_000) }]
    const asOf = (day: string) => classOn(day, { ...bullet, schedule, payments: paid })
    expect([asOf('2026-07-10'), asOf('2026-07-11'), asOf('2026-10-10'), asOf('2026-10-11')]).toEqual([
      'current',
      'substandard',
      'substandard',
      'loss',
    ])
    expect(classOn('2026-05-11', { ...bullet, schedule })).toBe('substandard')
  })
})

describe('payments', () => {
  it('cover the oldest instalment, its interest first', () => {
    const payments = [{ date: '2026-02-10', amount: rupiah(500_000) }]
    expect(standing('2026-03-20', { payments })).toMatchObject({
      overduePrincipal: rupiah(680_000 + 1_000_000),
      overdueInterest: rupiah(180_000),
      daysOverdue: 38,
    })
  })

  it('that come split cover principal and interest apart', () => {
    const payments = [{ date: '2026-02-10', principal: rupiah(1_000_000) }]
    expect(standing('2026-02-11', { payments })).toMatchObject({
      overduePrincipal: 0,
      overdueInterest: rupiah(180_000),
    })
  })

  it('after the day asked for do not count', () => {
    const payments = [{ date: '2026-06-01', amount: rupiah(20_000_000) }]
    expect([classOn('2026-05-31', { payments }), classOn('2026-06-01', { payments })]).toEqual([
      'substandard',
      'current',
    ])
  })
})

it('a class never gets better while nobody pays, and more collateral never makes it worse', () => {
  const loan = fc.record({
    months: fc.integer({ min: 1, max: 36 }),
    method: fc.constantFrom('flat' as const, 'declining' as const, 'bullet' as const),
    preset: fc.constantFrom('ksp_2009' as const, 'days_30_180_270' as const),
    collateral: fc.integer({ min: 0, max: 15_000_000 }).map(rupiah),
    paid: fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 3_000_000 })), {
      maxLength: 6,
    }),
    from: fc.integer({ min: 0, max: 900 }),
    later: fc.integer({ min: 1, max: 400 }),
  })
  fc.assert(
    fc.property(loan, ({ months, method, paid, from, later, ...rest }) => {
      const rate = { ratePct: '1.5', per: 'month' as const }
      const { rows } = loanSchedule({ principal: rupiah(10_000_000), months, method, rate, disbursedOn: '2026-01-31' })
      const schedule = rows.map(({ dueOn, principal, interest }) => ({ dueOn: dueOn ?? '', principal, interest }))
      const payments = paid
        .filter(([day]) => day <= from)
        .map(([day, amount]) => ({ date: addDays('2026-01-31', day), amount: rupiah(amount) }))
      const repayment = method === 'bullet' ? ('bullet' as const) : ('instalments' as const)
      const place = (days: number, collateral = rest.collateral) => {
        const asOf = addDays('2026-01-31', days)
        return loanClasses.indexOf(collectibility({ ...rest, collateral, schedule, payments, repayment, asOf }).class)
      }
      expect(place(from + later)).toBeGreaterThanOrEqual(place(from))
      expect(place(from, sen(rest.collateral + 5_000_000_00))).toBeLessThanOrEqual(place(from))
    }),
    { numRuns: 1000 },
  )
})
