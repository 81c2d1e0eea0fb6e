import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  Exact,
  formatAmount,
  formatRupiah,
  formatStatementAmount,
  parseMoney,
  roundToSen,
  type Sen,
  sen,
  senMax,
  shareInSen,
  sumSen,
} from '../../shared/rules/money.ts'

const tooLarge = expect.objectContaining({ code: 'INVALID_INPUT', reason: 'amount_too_large' })

const anyAmount = fc.integer({ min: -senMax, max: senMax })

describe('amounts', () => {
  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, senMax + 1, -senMax - 1])(
    '%d is no amount of the ledger',
    (n) => {
      expect(() => sen(n)).toThrow('assertion failed')
    },
  )

  it('the bounds themselves are amounts', () => {
    expect([sen(senMax), sen(-senMax), sen(0)]).toEqual([9e15, -9e15, 0])
  })

  it('a total is exact even where numbers would round on the way', () => {
    expect(sumSen([senMax, senMax, -senMax, -senMax + 1])).toBe(1)
    expect(sumSen([])).toBe(0)
  })

  it('a total beyond the bound is refused, never rounded', () => {
    for (const total of [
      [senMax, 1],
      [-senMax, -1],
    ]) {
      expect(() => sumSen(total)).toThrow(tooLarge)
    }
  })
})

describe('rounding out of a formula', () => {
  it.each([
    ['half_up', '2.5', 1, 3],
    ['half_up', '-2.5', 1, -3],
    ['half_up', '2.4999999', 1, 2],
    ['down', '2.9', 1, 2],
    ['down', '-2.9', 1, -2],
    ['up', '2.1', 1, 3],
    ['up', '-2.1', 1, -3],
    ['down', '24000.1', 100, 24_000],
    ['half_up', '149.9', 100, 100],
    ['half_up', '150', 100, 200],
    ['up', '100.0001', 10_000, 10_000],
  ] as const)('%s: %s sen in steps of %d gives %d', (rounding, value, step, expected) => {
    expect(roundToSen(new Exact(value), rounding, step)).toBe(expected)
  })

  it('nothing that rounds to zero keeps a minus', () => {
    expect(Object.is(roundToSen(new Exact('-0.4'), 'half_up'), 0)).toBe(true)
  })

  it('a result beyond the bound is refused', () => {
    expect(() => roundToSen(new Exact(senMax).plus(1), 'down')).toThrow(tooLarge)
  })

  it('an amount times an amount by an amount loses nothing before the last division', () => {
    const third = new Exact(senMax).mul(senMax - 1).div(senMax)
    expect(roundToSen(third, 'down')).toBe(senMax - 1)
  })
})

describe('splitting an amount', () => {
  it.each([
    [100, [1, 1, 1], 1, [34, 33, 33]],
    [100, [0, 1, 0], 1, [0, 100, 0]],
    [-100, [1, 1, 1], 1, [-34, -33, -33]],
    [0, [1, 2], 1, [0, 0]],
    [1_000, [1, 1, 1], 100, [400, 300, 300]],
    [1_050, [1, 1, 1], 100, [400, 350, 300]],
    [50, [1, 1], 100, [50, 0]],
    [5, [3, 3, 2, 2], 1, [2, 1, 1, 1]],
  ])('%d by %j in steps of %d', (total, weights, step, expected) => {
    expect(allocate(sen(total), weights, step)).toEqual(expected)
  })

  it('the columns of the published surplus example come out to the rupiah', () => {
    const capital = allocate(sen(975_000_000), [145_000_000, 85_000_000, 230_000_000, 6_040_000_000], 100)
    const service = allocate(sen(1_218_750_000), [215_000_000, 0, 64_000_000, 5_821_000_000], 100)
    expect(capital).toEqual([21_750_000, 12_750_000, 34_500_000, 906_000_000])
    expect(service).toEqual([42_955_900, 0, 12_786_900, 1_163_007_200])
  })

  it('weights that are negative or all zero are a bug', () => {
    expect(() => allocate(sen(1), [0, 0])).toThrow('assertion failed')
    expect(() => allocate(sen(1), [2, -1])).toThrow('assertion failed')
    expect(() => allocate(sen(1), [])).toThrow('assertion failed')
  })

  it('parts add up to the whole, nobody is a step or more off, and no weight means no share', () => {
    const weight = fc.oneof(fc.nat(1000), fc.integer({ min: 0, max: senMax }), fc.constant(0))
    const weights = fc.array(weight, { minLength: 1, maxLength: 40 }).filter((list) => list.some((w) => w > 0))
    fc.assert(
      fc.property(anyAmount, weights, fc.constantFrom(1, 7, 100, 10_000), (total, list, step) => {
        const parts = allocate(total as Sen, list, step)
        const whole = list.reduce((sum, w) => sum + BigInt(w), 0n)
        expect(sumSen(parts)).toBe(total)
        for (const [index, part] of parts.entries()) {
          // |part - total·weight/whole| < step, in whole numbers.
          const off = BigInt(part) * whole - BigInt(total) * BigInt(list[index] ?? 0)
          expect((off < 0n ? -off : off) < BigInt(step) * whole).toBe(true)
          expect(Object.is(part, -0)).toBe(false)
          if (list[index] === 0) expect(part).toBe(0)
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe('money as printed', () => {
  it.each([
    [0, '0', 'Rp0', '-'],
    [100, '1', 'Rp1', '1'],
    [125_000_000, '1.250.000', 'Rp1.250.000', '1.250.000'],
    [125_000_050, '1.250.000,50', 'Rp1.250.000,50', '1.250.000,50'],
    [5, '0,05', 'Rp0,05', '0,05'],
    [-125_000_000, '-1.250.000', '-Rp1.250.000', '(1.250.000)'],
    [senMax, '90.000.000.000.000', 'Rp90.000.000.000.000', '90.000.000.000.000'],
    [99_900, '999', 'Rp999', '999'],
  ])('%d sen: %s, %s, in statements %s', (amount, plain, rupiah, statement) => {
    expect([formatAmount(amount), formatRupiah(amount), formatStatementAmount(amount)]).toEqual([
      plain,
      rupiah,
      statement,
    ])
  })

  it('other separators are for other readers', () => {
    expect(formatAmount(125_000_050, { thousands: ',', decimals: '.' })).toBe('1,250,000.50')
  })

  it('what is printed is read again as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: senMax }), (amount) => {
        expect(parseMoney(formatRupiah(amount))).toEqual({ amount })
        expect(parseMoney(formatAmount(amount))).toEqual({ amount })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('money as typed or pasted', () => {
  const million = 100_000_000
  it.each([
    '1.000.000',
    '1000000',
    'Rp 1.000.000,00',
    'Rp1.000.000,00',
    '1,000,000',
    '1,000,000.00',
    '1.000.000,0',
    'Rp. 1.000.000',
    'rp 1000000',
    'IDR 1,000,000',
    '1.000.000 rupiah',
    'Rp 1.000.000,-',
    'Rp1.000.000.-',
    'Rp 1.000.000,=',
    '1 000 000',
    '1\u00a0000\u00a0000',
    '1\u202f000\u202f000,00',
    '  1.000.000  ',
    '1.000.000\n',
    '01.000.000',
    '0001000000',
  ])('%j is one million', (text) => {
    expect(parseMoney(text)).toEqual({ amount: million })
  })

  it.each([
    ['1.000,50', 100_050],
    ['1,000.50', 100_050],
    ['1000,5', 100_050],
    ['1.000', 100_000],
    ['0', 0],
    ['10,00', 1_000],
    ['90.000.000.000.000', senMax],
    ['123', 12_300],
  ])('%s is %d sen', (text, amount) => {
    expect(parseMoney(text)).toEqual({ amount })
  })

  it.each([
    ['1,000', 'ambiguous'],
    ['1.50', 'ambiguous'],
    ['1.5', 'ambiguous'],
    ['1000.50', 'ambiguous'],
    ['1000.000', 'ambiguous'],
    ['1,0000', 'ambiguous'],
    ['1 000.50', 'ambiguous'],
    ['', 'empty'],
    ['   ', 'empty'],
    ['Rp', 'empty'],
    ['Rp ,-', 'empty'],
    ['-5', 'negative'],
    ['Rp -5', 'negative'],
    ['(1.000)', 'negative'],
    ['\u22121000', 'negative'],
    ['90.000.000.000.001', 'too_large'],
    ['9'.repeat(60), 'too_large'],
    ['1e3', 'not_a_number'],
    ['abc', 'not_a_number'],
    ['5 juta', 'not_a_number'],
    ['1.000.00', 'not_a_number'],
    ['1,000,00', 'not_a_number'],
    ['1.00.000', 'not_a_number'],
    ['1..000', 'not_a_number'],
    ['.500', 'not_a_number'],
    ['1,', 'not_a_number'],
    ['12 34', 'not_a_number'],
    ['1000\t2000', 'not_a_number'],
    ['1.000\n2.000', 'not_a_number'],
    ['1rp2', 'not_a_number'],
    ['10²', 'not_a_number'],
    ['½', 'not_a_number'],
    ['١٠٠٠', 'not_a_number'],
    ['=1+1', 'not_a_number'],
    ['1.000-2', 'not_a_number'],
    ['9'.repeat(10_000_000), 'not_a_number'],
  ])('%j is asked back: %s', (text, problem) => {
    expect(parseMoney(text)).toEqual({ problem })
  })

  it('whatever is typed gives an amount of the ledger or a question, and digits are never lost or added', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,- Rp'), maxLength: 20 })
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseMoney(text)
        if ('problem' in parsed) return true
        const digits = BigInt(text.replace(/[^0-9]/g, ''))
        const amount = BigInt(parsed.amount)
        // The digits as rupiah, or with one or two of them as decimals.
        return amount === digits * 100n || amount === digits * 10n || amount === digits
      }),
      { numRuns: 20_000 },
    )
  })
})

it('a share reckoned in whole numbers is the share reckoned in decimals, however it is rounded', () => {
  const whole = fc.integer({ min: 1, max: senMax })
  const asked = fc.record({
    ...{ amount: whole, whole, units: fc.integer({ min: 1, max: 52 }), rounding: fc.constantFrom(...roundings) },
    ...{ step: fc.constantFrom(1, 100, 50_000), part: fc.nat({ max: 1_000 }) },
  })
  fc.assert(
    fc.property(asked, ({ amount, whole: one, units, part: thousandths, rounding, step }) => {
      const all = BigInt(one) * BigInt(units)
      const part = (all * BigInt(thousandths)) / 1_000n
      const exact = new Exact(amount).mul(part.toString()).div(all.toString())
      const expected = () => roundToSen(exact, rounding, step)
      if (exact.plus(step).gt(senMax)) return
      expect(shareInSen(sen(amount), { part, whole: all }, rounding, step)).toBe(expected())
    }),
  )
})

const roundings = ['half_up', 'up', 'down'] as const
