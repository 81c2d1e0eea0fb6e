import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonthsToMonth } from '../../shared/calendar.ts'
import { type MandatorySavingsInput, mandatorySavings } from '../../shared/rules/mandatory-savings.ts'
import { sen } from '../../shared/rules/money.ts'

const tenThousand = sen(1_000_000)

function stand(more: Partial<MandatorySavingsInput> = {}) {
  return mandatorySavings({
    joinedOn: '2026-01-31',
    amounts: [{ from: '2020-01', amount: tenThousand }],
    paid: sen(0),
    asOf: '2026-03-01',
    ...more,
  })
}

describe('what is due', () => {
  it('counts the month of joining and the month of asking, whatever the day', () => {
    expect(stand()).toEqual({ due: 3_000_000, paid: 0, arrears: 3_000_000, monthsBehind: 3, paidUntil: null })
    expect(stand({ asOf: '2026-01-31' }).due).toBe(1_000_000)
  })

  it('is nothing before she joins', () => {
    expect(stand({ asOf: '2025-12-31' })).toEqual({ due: 0, paid: 0, arrears: 0, monthsBehind: 0, paidUntil: null })
  })

  it('starts with the first amount where the meeting decided later than she joined', () => {
    expect(stand({ joinedOn: '2019-05-05', asOf: '2020-02-10' }).due).toBe(2_000_000)
  })

  it('is nothing where no amount was ever decided', () => {
    expect(stand({ amounts: [] })).toEqual({ due: 0, paid: 0, arrears: 0, monthsBehind: 0, paidUntil: null })
  })

  it('takes each month at the amount in force in it, in whatever order the amounts are kept', () => {
    const amounts = [
      { from: '2026-03', amount: sen(1_500_000) },
      { from: '2020-01', amount: tenThousand },
      { from: '2026-02', amount: sen(1_200_000) },
    ]
    expect(stand({ amounts, asOf: '2026-04-30' }).due).toBe(1_000_000 + 1_200_000 + 1_500_000 + 1_500_000)
  })

  it('ends with the month before she left', () => {
    expect(stand({ leftOn: '2026-03-01', asOf: '2026-12-31' }).due).toBe(2_000_000)
    expect(stand({ leftOn: '2026-01-31', asOf: '2026-12-31' }).due).toBe(0)
    expect(stand({ leftOn: '2027-05-05', asOf: '2026-03-31' }).due).toBe(3_000_000)
  })
})

describe('what was paid', () => {
  it('covers the oldest month first', () => {
    expect(stand({ paid: sen(1_000_000) })).toMatchObject({ arrears: 2_000_000, monthsBehind: 2, paidUntil: '2026-01' })
    expect(stand({ paid: sen(3_000_000) })).toMatchObject({ arrears: 0, monthsBehind: 0, paidUntil: '2026-03' })
  })

  it('a month paid in part is a month behind', () => {
    expect(stand({ paid: sen(1_999_999) })).toMatchObject({ arrears: 1_000_001, monthsBehind: 2, paidUntil: '2026-01' })
  })

  it('paid over counts ahead, across the turn of the year and at a raised amount', () => {
    expect(stand({ paid: sen(13_000_000) })).toMatchObject({ arrears: 0, monthsBehind: 0, paidUntil: '2027-01' })
    const amounts = [
      { from: '2020-01', amount: tenThousand },
      { from: '2026-04', amount: sen(2_000_000) },
    ]
    expect(stand({ amounts, paid: sen(4_000_000) }).paidUntil).toBe('2026-03')
    expect(stand({ amounts, paid: sen(5_000_000) }).paidUntil).toBe('2026-04')
  })

  it('before the first month due it counts ahead too', () => {
    expect(stand({ asOf: '2025-12-31', paid: sen(2_000_000) }).paidUntil).toBe('2026-02')
  })

  it('months that cost nothing are neither behind nor paid ahead', () => {
    const amounts = [
      { from: '2020-01', amount: tenThousand },
      { from: '2026-02', amount: sen(0) },
    ]
    expect(stand({ amounts, paid: sen(5_000_000) })).toMatchObject({
      arrears: 0,
      monthsBehind: 0,
      paidUntil: '2026-03',
    })
    expect(stand({ amounts })).toMatchObject({ arrears: 1_000_000, monthsBehind: 3, paidUntil: null })
  })

  it('by one who left nothing counts ahead', () => {
    expect(stand({ leftOn: '2026-03-10', paid: sen(9_000_000) }).paidUntil).toBe('2026-02')
  })

  it('a fortune is not followed for ever', () => {
    expect(stand({ paid: sen(9_000_000_000_000_000), amounts: [{ from: '2020-01', amount: sen(1) }] }).paidUntil).toBe(
      addMonthsToMonth('2026-03', 1200),
    )
  })

  it('a negative sum paid is a bug', () => {
    expect(() => stand({ paid: sen(-1) })).toThrow('assertion failed')
  })
})

it('due less paid is what is behind, and paying exactly the arrears clears them', () => {
  const month = fc.integer({ min: 0, max: 80 }).map((n) => addMonthsToMonth('2020-01', n))
  const amounts = fc.uniqueArray(fc.record({ from: month, amount: fc.integer({ min: 1, max: 10_000_000 }).map(sen) }), {
    selector: ({ from }) => from,
    maxLength: 5,
  })
  fc.assert(
    fc.property(
      amounts,
      month,
      month,
      fc.integer({ min: 0, max: 100_000_000 }).map(sen),
      (list, joined, until, paid) => {
        const input = { joinedOn: `${joined}-15`, asOf: `${until}-15`, amounts: list, paid }
        const now = mandatorySavings(input)
        expect(now.arrears).toBe(Math.max(now.due - paid, 0))
        expect(now.monthsBehind > 0).toBe(now.arrears > 0)
        const cleared = mandatorySavings({ ...input, paid: sen(paid + now.arrears) })
        expect(cleared).toMatchObject({ arrears: 0, monthsBehind: 0, due: now.due })
        if (now.due > 0) expect((cleared.paidUntil ?? '') >= until).toBe(true)
      },
    ),
  )
})
