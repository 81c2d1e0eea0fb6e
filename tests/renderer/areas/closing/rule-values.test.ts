import { expect, test } from 'vitest'
import { ruleInput, ruleValues } from '../../../../renderer/areas/closing/rule/rule-values.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { usualBylaw } from '../../../../shared/rules/surplus-bylaw.ts'
import { shu } from '../../../../shared/text/id/shu.ts'

const inForce = { fromYear: null, bylaw: usualBylaw } as Answers['closing']['bylaw']
const nameOf = (key: string) => (shu.part as Readonly<Record<string, string>>)[key] ?? key

test('a rule nobody changed is sent as it came, whatever its parts are called on the screen', () => {
  expect(ruleInput(ruleValues(inForce, 2026, nameOf))).toEqual({ fromYear: 2026, bylaw: usualBylaw })
})

test('a part that gets another name is known by that name', () => {
  const values = ruleValues(inForce, 2026, nameOf)
  const shares = values.shares.map((share, at) => (at === 0 ? { ...share, name: 'Cadangan pasar' } : share))
  expect(ruleInput({ ...values, shares }).bylaw.shares[0]?.key).toBe('Cadangan pasar')
})

test('what goes to a fund names no business, and a weight that is empty does not count', () => {
  const values = ruleValues(inForce, 2026, nameOf)
  const shares = values.shares.map((share) => ({
    ...share,
    ...(share.key === 'service' && { weights: { ...share.weights, purchases: null } }),
    ...(share.key === 'capital' && { to: '34101' as const }),
  }))
  const [, capital, service] = ruleInput({ ...values, shares }).bylaw.shares
  expect(capital).not.toHaveProperty('bases')
  expect(service?.bases?.map(({ basis }) => basis)).toEqual(['loan_interest', 'commission'])
})
