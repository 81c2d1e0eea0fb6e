import fc from 'fast-check'
import type { SurplusDecision, SurplusPayment } from '../../../shared/rules/entries/surplus-distribution.ts'
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

const share = fc.record({ memberId: fc.uuid().map((id) => `member-${id}`), amount: fc.nat(5_000_000_00) })

const card = fc.record({ borrowingId: fc.uuid(), amount: fc.nat(5_000_000_00) })

/** What units carried forward is what goes to funds and members; one unit may have lost. */
export const decision: fc.Arbitrary<SurplusDecision> = fc
  .record({
    date,
    year: fc.constant(2025),
    lost: fc.nat(900_000_00),
    components: fc.array(fc.record({ account: fc.constantFrom('34101', '25104'), amount: fc.nat(9_000_000_00) })),
    members: fc.array(share, { maxLength: 20 }),
    participation: fc.array(card, { maxLength: 5 }),
  })
  .map(({ lost, ...decided }) => {
    const given = [...decided.components, ...decided.members, ...decided.participation]
    const whole = given.reduce((sum, { amount }) => sum + amount, 0)
    const carried = [
      { unit: 'usp', result: whole + lost },
      { unit: 'shop', result: -lost },
    ]
    return { ...decided, carried }
  })
  .filter(({ components, members, participation }) =>
    [...components, ...members, ...participation].some(({ amount }) => amount > 0),
  )

export function taken({ carried: results }: SurplusDecision): bigint {
  return BigInt(results[0]?.result ?? 0)
}

const savings = fc.record({
  savingsAccountId: fc.uuid(),
  memberId: fc.uuid(),
  account: fc.constantFrom('21101', '31102'),
  unit: fc.constantFrom('general', 'usp'),
})

export const payment: fc.Arbitrary<SurplusPayment> = fc
  .record({
    date,
    year: fc.constant(2025),
    cashAccount: fc.option(fc.constantFrom('11101', '11201'), { nil: undefined }),
    paid: fc.array(fc.record({ memberId: fc.uuid(), amount: fc.integer({ min: 1, max: 5_000_000_00 }), savings }), {
      minLength: 1,
      maxLength: 20,
    }),
  })
  // Where money goes out in cash, nobody's savings are named.
  .map(({ paid: all, ...rest }) => ({
    ...rest,
    paid: rest.cashAccount === undefined ? all : all.map(({ savings: _savings, ...one }) => one),
  }))

export function paid({ paid: all }: SurplusPayment): bigint {
  return all.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
}
