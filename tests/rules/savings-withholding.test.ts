import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sen, sumSen } from '../../shared/rules/money.ts'
import { savingsInterestTax } from '../../shared/rules/savings-interest-tax.ts'
import { withheldNow, withTax } from '../../shared/rules/savings-withholding.ts'

const nothing = { gross: sen(0), tax: sen(0) }

describe('tax on interest paid in a month (accounting.md section 2.2)', () => {
  test.each([
    ['at the limit nothing', nothing, [240_000_00], [0], 0],
    ['a rupiah above it a tenth of all', nothing, [240_001_00], [24_000_00], 0],
    ['summed over two accounts', nothing, [200_000_00, 100_000_00], [20_000_00, 10_000_00], 0],
    ['with what was paid earlier', { gross: sen(100_000_00), tax: sen(0) }, [200_000_00], [30_000_00], 0],
    ['less what was kept earlier', { gross: sen(300_000_00), tax: sen(30_000_00) }, [50_000_00], [5_000_00], 0],
    ['never more than is paid now', { gross: sen(240_000_00), tax: sen(0) }, [10_000_00], [10_000_00], 15_000_00],
    ['nothing of nothing', { gross: sen(240_001_00), tax: sen(0) }, [0], [0], 24_000_00],
  ])('%s', (_, before, now, taxes, short) => {
    expect(
      withheldNow(
        before,
        now.map((amount) => sen(amount)),
      ),
    ).toEqual({ taxes, short })
  })

  test('is spread in whole rupiah over the accounts and adds up, whatever they earned', () => {
    const rupiah = fc.integer({ min: 0, max: 500_000 }).map((amount) => sen(amount * 100))
    fc.assert(
      fc.property(fc.array(rupiah, { minLength: 1, maxLength: 6 }), (now) => {
        const { taxes, short } = withheldNow(nothing, now)
        const { tax } = savingsInterestTax({ grossInMonth: sumSen(now), memberKind: 'individual' })
        expect([sumSen(taxes), short]).toEqual([tax, 0])
        for (const [index, part] of taxes.entries()) {
          expect(part % 100).toBe(0)
          expect(part).toBeLessThanOrEqual(now[index] ?? 0)
        }
      }),
    )
  })

  test('paid in two parts is the same as paid at once, unless the second is too small to bear it', () => {
    const rupiah = fc.integer({ min: 0, max: 400_000 }).map((amount) => sen(amount * 100))
    fc.assert(
      fc.property(rupiah, rupiah, (first, second) => {
        const early = withheldNow(nothing, [first]).taxes[0] ?? sen(0)
        const late = withheldNow({ gross: first, tax: early }, [second])
        const { tax } = savingsInterestTax({ grossInMonth: sumSen([first, second]), memberKind: 'individual' })
        expect(early + (late.taxes[0] ?? 0) + late.short).toBe(tax)
      }),
    )
  })
})

test('every member stands alone, and rows keep their order', () => {
  const rows = [
    { memberId: 'ani', gross: sen(200_000_00) },
    { memberId: 'budi', gross: sen(200_000_00) },
    { memberId: 'ani', gross: sen(100_000_00) },
  ]
  expect(withTax(rows, new Map([['budi', { gross: sen(40_000_00), tax: sen(0) }]]))).toEqual({
    rows: [
      { memberId: 'ani', gross: 200_000_00, tax: 20_000_00, net: 180_000_00 },
      { memberId: 'budi', gross: 200_000_00, tax: 0, net: 200_000_00 },
      { memberId: 'ani', gross: 100_000_00, tax: 10_000_00, net: 90_000_00 },
    ],
    short: 0,
  })
})
