import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killLoop } from './kill-loop.ts'
import { seeded } from './random.ts'

test('25 treasurers are killed in the middle of their work: what they were told is saved is there, whole', async () => {
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'lumbung-kill-')))
  const runs = folders.map((folder, index) => killLoop(folder, [13, 12][index] ?? 0, seeded(index + 1)))
  const [first, second] = await Promise.all(runs)
  for (const run of [first, second]) expect(run).toMatchObject({ lost: [], damaged: [], doubled: [] })
  expect((first?.acknowledged ?? 0) + (second?.acknowledged ?? 0)).toBeGreaterThan(25)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  expect(folders.some((folder) => existsSync(folder))).toBe(false)
})
