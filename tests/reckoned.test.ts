import { expect, test } from 'vitest'
import { once } from '../electron/backend/reckoned.ts'
import type { Reading } from '../electron/backend/work.ts'

const reading = (kept?: Reading['reckoned']): Reading => ({
  ...{ db: {} as Reading['db'], today: '2026-01-01' },
  ...(kept && { reckoned: kept }),
})

test('what one paper asks for twice is reckoned once, another question and another reckoning for themselves', async () => {
  const asked: string[] = []
  const reckoning = (name: string) => async (_: Reading, year: number) => asked.push(`${name} ${year}`)
  const [division, origin] = [reckoning('division'), reckoning('origin')]
  const paper = reading(new Map())
  for (const year of [2025, 2026, 2025]) await once(paper, division, year)
  await once(paper, origin, 2025)
  expect(asked).toEqual(['division 2025', 'division 2026', 'origin 2025'])
  await once(reading(new Map()), division, 2025)
  expect(asked.length).toBe(4)
})

test('where the book goes on, nothing is kept', async () => {
  let times = 0
  const count = async () => {
    times += 1
  }
  for (const year of [2025, 2025]) await once(reading(), count, year)
  expect(times).toBe(2)
})
