import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths } from '../../shared/calendar.ts'
import { loanClasses } from '../../shared/rules/allowance.ts'
import { type LoanOnDay, loanClassification } from '../../shared/rules/loan-classification.ts'
import { usualLoanPolicy } from '../../shared/rules/loan-policy.ts'
import { sen } from '../../shared/rules/money.ts'
import { keptClass, worseClass } from '../../shared/rules/restructured-class.ts'

const rupiah = (amount: number) => sen(amount * 100)

/** Due on the 10th from February on: 1.000.000 and 180.000 each time. */
const schedule = Array.from({ length: 12 }, (_, index) => ({
  ...{ dueOn: addMonths('2026-01-10', index + 1), principal: rupiah(1_000_000), interest: rupiah(180_000) },
}))
const paidOn = (...days: string[]) =>
  days.map((date) => ({ date, principal: rupiah(1_000_000), interest: rupiah(180_000) }))
const keptOn = (asOf: string, payments: ReturnType<typeof paidOn>) =>
  keptClass({ classBefore: 'doubtful', schedule, payments }, asOf)

test('a restructured loan keeps its class until the third instalment in a row is paid on time', () => {
  const payments = paidOn('2026-02-10', '2026-03-05', '2026-04-10')
  expect([keptOn('2026-01-31', []), keptOn('2026-04-09', payments), keptOn('2026-04-10', payments)]).toEqual([
    'doubtful',
    'doubtful',
    undefined,
  ])
  expect(keptOn('2026-12-31', payments)).toBe(undefined)
})

test('one that was late lets the count begin anew', () => {
  const late = paidOn('2026-02-10', '2026-03-11', '2026-04-10', '2026-05-10')
  expect(keptOn('2026-05-31', late)).toBe('doubtful')
  expect(keptOn('2026-06-10', [...late, ...paidOn('2026-06-10')])).toBe(undefined)
})

test('instalments paid ahead count from their payment on, and what was taken back does not count', () => {
  const ahead = [{ date: '2026-02-01', principal: rupiah(3_000_000), interest: rupiah(540_000) }]
  expect([keptOn('2026-01-31', ahead), keptOn('2026-02-01', ahead)]).toEqual(['doubtful', undefined])
  const back = [...ahead, { date: '2026-03-01', principal: rupiah(-3_000_000), interest: rupiah(-540_000) }]
  expect(keptOn('2026-04-30', back)).toBe('doubtful')
})

test('instalments that ask for nothing are no payments', () => {
  const [first, ...rest] = schedule
  const nothing = { ...first, dueOn: '2026-01-20', principal: rupiah(0), interest: rupiah(0) }
  const free = [nothing, { ...nothing, dueOn: '2026-01-25' }, { ...nothing, dueOn: '2026-01-30' }, first, ...rest]
  const on = (asOf: string, payments: ReturnType<typeof paidOn>) =>
    keptClass({ classBefore: 'doubtful', schedule: free.flatMap((row) => row ?? []), payments }, asOf)
  const payments = paidOn('2026-02-10', '2026-03-10', '2026-04-10')
  expect([on('2026-02-05', []), on('2026-04-09', payments), on('2026-04-10', payments)]).toEqual([
    'doubtful',
    'doubtful',
    undefined,
  ])
})

test('it is never better than its own arrears say', () => {
  expect([
    worseClass('loss', 'doubtful'),
    worseClass('current', 'doubtful'),
    worseClass('substandard', undefined),
  ]).toEqual(['loss', 'doubtful', 'substandard'])
})

test('by either preset no class of a restructured loan gets better while nobody pays', () => {
  const facts = fc.record({
    classBefore: fc.constantFrom(...loanClasses),
    paid: fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 4 })), { maxLength: 6 }),
    preset: fc.constantFrom('ksp_2009' as const, 'days_30_180_270' as const),
    from: fc.nat(400),
    later: fc.nat(300),
  })
  fc.assert(
    fc.property(facts, ({ classBefore, paid, preset, from, later }) => {
      const made = paid.filter(([day]) => day <= from)
      const times = Math.min(
        12,
        made.reduce((sum, [, count]) => sum + count, 0),
      )
      const payments = made.flatMap(([day, count]) =>
        Array.from({ length: count }, () => paidOn(addDays('2026-01-10', day))).flat(),
      )
      const loan: LoanOnDay = {
        ...{ id: 'a', schedule, collateral: sen(0), jointLiability: false, accrued: sen(0), repayment: 'instalments' },
        ...{ outstanding: rupiah(12_000_000 - times * 1_000_000), paidPrincipal: rupiah(times * 1_000_000) },
        ...{ paidInterest: rupiah(times * 180_000), continues: { classBefore, payments: payments.slice(0, 12) } },
      }
      const on = (days: number) => {
        const asOf = addDays('2026-01-10', days)
        const [row] = loanClassification([loan], { ...usualLoanPolicy, preset, asOf }).rows
        return loanClasses.indexOf(row?.class ?? 'current')
      }
      expect(on(from + later)).toBeGreaterThanOrEqual(on(from))
    }),
    { numRuns: 500 },
  )
})
