import { expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'

test('every procedure says what it takes, so that an unknown key is refused and a list of them can be printed', () => {
  const silent = Object.entries(contract).flatMap(([area, verbs]) =>
    Object.entries(verbs).flatMap(([verb, procedure]) => {
      const { inputSchema } = (procedure as { '~orpc': { inputSchema?: unknown } })['~orpc']
      return inputSchema === undefined ? [`${area}.${verb}`] : []
    }),
  )
  expect(silent).toEqual([])
})
