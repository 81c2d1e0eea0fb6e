import { expect, test } from 'vitest'
import { router } from '../../electron/backend/api/index.ts'
import { calculators } from '../../shared/contract/calculators.ts'
import { contract } from '../../shared/contract/index.ts'

const names = (areas: Record<string, object>) =>
  Object.entries(areas).flatMap(([area, verbs]) => Object.keys(verbs).map((verb) => `${area}.${verb}`))

test('every procedure of the contract is implemented, and nothing besides', () => {
  expect(names(router).sort()).toEqual(names(contract).sort())
})

test('every procedure names the roles that may call it', () => {
  const nobody = Object.entries(contract).flatMap(([area, verbs]) =>
    Object.entries(verbs)
      .filter(([, procedure]) => procedure['~orpc'].meta.roles.length === 0)
      .map(([verb]) => `${area}.${verb}`),
  )
  expect(nobody).toEqual([])
})

test('every calculator is offered at every door, with its own schemas', () => {
  expect(Object.keys(contract.calc).sort()).toEqual(Object.keys(calculators).sort())
  for (const [name, { input, output }] of Object.entries(calculators)) {
    const { inputSchema, outputSchema } = contract.calc[name as keyof typeof calculators]['~orpc']
    expect([inputSchema === input, outputSchema === output], name).toEqual([true, true])
  }
})
