import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutPower, type Recording, record } from './power-cut.ts'
import { seeded } from './random.ts'
import { canRecord } from './record.ts'

/**
 * The power goes at any moment of some working days; what the disk may hold then is opened with the program's own
 * start-up. A killed process cannot show this: what it wrote is still in the machine's memory.
 */

const seed = 20_261_120
const recordings: Partial<Record<'sound' | 'early' | 'unsynced' | 'deaf', Recording>> = {}

beforeAll(async () => {
  if (!canRecord) return
  const [sound, early, unsynced, deaf] = await Promise.all([
    record({ days: 4, entries: 15, staysMs: 150 }),
    record({ entries: 20, breaks: 'acknowledges early' }),
    record({ entries: 20, breaks: 'syncs less' }),
    record({ entries: 20, staysMs: 3_200, deafTo: 'witness' }),
  ])
  Object.assign(recordings, { sound, early, unsynced, deaf })
})
afterAll(() => {
  for (const recording of Object.values(recordings)) recording.remove()
})

function recordingOf(name: keyof typeof recordings): Recording {
  const recording = recordings[name]
  if (!recording) throw new Error(`${name} was not recorded`)
  return recording
}

test.skipIf(!canRecord)(
  'after 200 power cuts every acknowledged entry is there, whole, and nobody cries wolf',
  async () => {
    const findings = await cutPower(recordingOf('sound'), 200, seeded(seed))
    expect(findings).toEqual({ cuts: 200, lost: [], damaged: [], falseAlarms: [], witnessBehind: [] })
  },
)

describe('the same cuts find a program', () => {
  test.skipIf(!canRecord)('that acknowledges before it has committed', async () => {
    expect((await cutPower(recordingOf('early'), 40, seeded(seed))).lost).not.toEqual([])
  })

  test.skipIf(!canRecord)('that does not wait for the disk', async () => {
    expect((await cutPower(recordingOf('unsynced'), 40, seeded(seed))).lost).not.toEqual([])
  })

  test.skipIf(!canRecord)('whose witness is not synced', async () => {
    expect((await cutPower(recordingOf('deaf'), 60, seeded(seed))).witnessBehind).not.toEqual([])
  })
})
