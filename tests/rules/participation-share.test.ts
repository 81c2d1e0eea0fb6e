import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sen, sumSen } from '../../shared/rules/money.ts'
import { participationShares } from '../../shared/rules/participation-share.ts'

const step = fc.constantFrom(1, 100, 100_00, 1_000_00)
const held = fc.array(fc.record({ id: fc.uuid(), capital: fc.nat(9_000_000_000_00).map(sen) }), { maxLength: 30 })

test('the parts of modal penyertaan add up to their pool, in whole steps, nobody a step from the exact part', () => {
  fc.assert(
    fc.property(fc.nat(90_000_000), step, held, (steps, roundTo, holders) => {
      const pool = sen(steps * roundTo)
      const parts = participationShares(pool, holders, roundTo)
      const all = holders.reduce((sum, { capital }) => sum + BigInt(capital), 0n)
      expect(parts.map(({ id }) => id)).toEqual(holders.map(({ id }) => id))
      expect(sumSen(parts.map(({ amount }) => amount))).toBe(all === 0n ? 0 : pool)
      for (const { capital, amount } of parts) {
        expect(amount % roundTo).toBe(0)
        // |amount × all − pool × capital| < step × all, in whole numbers.
        const off = BigInt(amount) * all - BigInt(pool) * BigInt(capital)
        if (all > 0n) expect((off < 0n ? -off : off) < BigInt(roundTo) * all).toBe(true)
      }
    }),
  )
})

test('two holders share 2.437.500 by what each put in, the odd rupiah going to the larger fraction', () => {
  const holders = [18_000_000_00, 10_000_000_00].map((capital) => ({ capital: sen(capital) }))
  const parts = participationShares(sen(2_437_500_00), holders, 100)
  expect(parts.map(({ amount }) => amount / 100)).toEqual([1_566_964, 870_536])
})

test('nobody gets anything of nothing, nor of a pool nobody holds capital for', () => {
  expect(participationShares(sen(0), [{ capital: sen(5_00) }], 100)).toEqual([{ capital: 5_00, amount: 0 }])
  expect(participationShares(sen(1_000_00), [], 100)).toEqual([])
  expect(participationShares(sen(1_000_00), [{ capital: sen(0) }], 100)).toEqual([{ capital: 0, amount: 0 }])
})
