import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closing } from '../../../../shared/text/id/closing.ts'

const folder = join(import.meta.dirname, '../../../../electron/backend/services/closing/checklist')
const sources = ['month', 'year', 'cash-steps', 'run-steps', 'stock-count'].map((name) =>
  readFileSync(join(folder, `${name}.ts`), 'utf8'),
)

test('every step that may not be needed says why', () => {
  const written = sources.join('\n')
  const named = [...written.matchAll(/step\('(\w+)', (?:\w+ === .+ \? )?'not_needed'/g)].map(([, key]) => key)
  expect(named.length).toBeGreaterThan(12)
  const told = Object.keys(closing.steps.notNeeded)
  for (const key of named) expect(told).toContain(key)
  expect(Object.keys(closing.steps.title)).toEqual(expect.arrayContaining(told))
})
