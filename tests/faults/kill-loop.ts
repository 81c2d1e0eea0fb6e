import { join } from 'node:path'
import { openApp } from '../../electron/backend/app.ts'
import { createBook } from '../../electron/backend/db/create.ts'
import { employ, savedRequests } from './orders.ts'
import { pick, type Random } from './random.ts'

/** What a run of kills found; a promise broken is a line of text with the number of the kill. */
export interface KillFindings {
  readonly kills: number
  readonly acknowledged: number
  /** Entries that were saved although nobody was told: "failed" does not mean "not saved". */
  readonly untold: number
  readonly lost: string[]
  readonly damaged: string[]
  readonly doubled: string[]
}

const making = { now: () => '2026-11-20T00:00:00.000Z', newId: () => crypto.randomUUID() }

/** Kills one treasurer after another in the middle of posting, all on one book, and looks after each what is there. */
export async function killLoop(
  folder: string,
  killsMax: number,
  random: Random,
  goesOn = () => true,
): Promise<KillFindings> {
  const [path, home] = [join(folder, 'koperasi.lumbung'), join(folder, 'home')]
  await createBook({ path, kind: 'real', cooperative: { name: 'Koperasi Uji', foundedOn: '2020-01-01' } }, making)
  const told = new Set<string>()
  const findings = { lost: [] as string[], damaged: [] as string[], doubled: [] as string[] }
  let present = 0
  let kill = 0
  for (; kill < killsMax && goesOn(); kill += 1) {
    for (const id of await workUntilKilled({ path, home, kill, random })) told.add(id)
    const looked = await lookAfter(path, home, told)
    present = looked.entries
    if (looked.damage) findings.damaged.push(`kill ${kill}: ${looked.damage}`)
    if (looked.missing.length > 0) findings.lost.push(`kill ${kill}: ${looked.missing.join(' ')}`)
    if (looked.entries !== looked.requests)
      findings.doubled.push(`kill ${kill}: ${looked.entries} of ${looked.requests}`)
  }
  return { kills: kill, acknowledged: told.size, untold: present - told.size, ...findings }
}

interface Shift {
  readonly path: string
  readonly home: string
  readonly kill: number
  readonly random: Random
}

/** Lets somebody work and kills her some moments after the first entry, or while she is still opening the book. */
async function workUntilKilled({ path, home, kill, random }: Shift): Promise<string[]> {
  const teller = employ({ path, home, name: `kill-${kill}`, entries: 100_000 })
  const isEarly = pick(random, 8) === 0
  await (isEarly ? new Promise((resolve) => setTimeout(resolve, 200 + pick(random, 300))) : teller.hears('saved'))
  await new Promise((resolve) => setTimeout(resolve, pick(random, 60)))
  teller.process.kill('SIGKILL')
  await teller.gone
  return savedRequests(teller.said)
}

async function lookAfter(path: string, home: string, told: ReadonlySet<string>) {
  const log = { bug: () => '000000', trouble: () => {} }
  try {
    const app = await openApp({ ...making, file: path, home, today: () => '2026-11-20', log })
    const ids = await app.read(({ db }) => db.selectFrom('request').select('id').execute())
    const entries = await app.read(({ db }) => db.selectFrom('journal_entry').select('seq').execute())
    const present = new Set(ids.map(({ id }) => id))
    const damage = app.alarms.map(({ detail }) => detail).join(', ')
    await app.close()
    return {
      damage,
      missing: [...told].filter((id) => !present.has(id)),
      entries: entries.length,
      requests: ids.length,
    }
  } catch (error) {
    return { damage: String(error), missing: [], entries: 0, requests: 0 }
  }
}
