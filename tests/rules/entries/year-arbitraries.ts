import fc from 'fast-check'
import type { YearToCarry, YearToClose } from '../../../shared/rules/entries/year-closing.ts'
import { sen } from '../../../shared/rules/money.ts'

const date = fc.constantFrom('2025-12-31', '2026-01-01')
const net = fc.integer({ min: -50_000_000_00, max: 50_000_000_00 }).map(sen)

export const closing: fc.Arbitrary<YearToClose> = fc
  .record({
    date,
    balances: fc.uniqueArray(
      fc.record({
        account: fc.constantFrom('41101', '42101', '43101', '48101', '51201', '52101', '59101'),
        unit: fc.constantFrom('general', 'usp', 'shop'),
        net,
      }),
      { selector: ({ account, unit }) => `${account} ${unit}`, minLength: 1 },
    ),
  })
  .filter(({ balances }) => balances.some((one) => one.net !== 0))

export const carried: fc.Arbitrary<YearToCarry> = fc
  .record({
    date,
    results: fc.uniqueArray(fc.record({ unit: fc.constantFrom('general', 'usp', 'shop'), result: net }), {
      selector: ({ unit }) => unit,
      minLength: 1,
    }),
  })
  .filter(({ results }) => results.some(({ result }) => result !== 0))

/** What stands on either side of the entry that closes a year: the larger side of each unit. */
export function closed({ balances }: YearToClose): bigint {
  const units = Map.groupBy(balances, ({ unit }) => unit)
  return [...units.values()].reduce((sum, own) => {
    const costs = own.reduce((all, one) => all + BigInt(Math.max(0, one.net)), 0n)
    const income = own.reduce((all, one) => all + BigInt(Math.max(0, -one.net)), 0n)
    return sum + (costs > income ? costs : income)
  }, 0n)
}

export function moved({ results }: YearToCarry): bigint {
  return results.reduce((sum, { result }) => sum + BigInt(Math.abs(result)), 0n)
}
