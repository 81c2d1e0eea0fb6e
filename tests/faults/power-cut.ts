import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '../../electron/backend/app.ts'
import { createBook } from '../../electron/backend/db/create.ts'
import { Refusal } from '../../shared/errors.ts'
import { Disk } from './disk.ts'
import { employ, type Orders } from './orders.ts'
import { pick, type Random } from './random.ts'
import { type DiskEvent, makeRecorder, readRecord } from './record.ts'

/** The disk is simulated, so the files themselves may lie in memory, where there is a place for that. */
const ground = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Some days of work, written down, and the disk as it was before them. */
export interface Recording {
  readonly folder: string
  readonly path: string
  readonly home: string
  readonly events: readonly DiskEvent[]
  readonly before: () => Disk
  remove(): void
}

interface Days extends Pick<Orders, 'entries' | 'days' | 'pauseMs' | 'staysMs' | 'breaks'> {
  /** Syncs of paths with this text are left out, as if the program had forgotten them. */
  readonly deafTo?: string
  /** Another script than the treasurer's own. */
  readonly script?: string
}

const making = { now: () => '2026-11-20T00:00:00.000Z', newId: () => crypto.randomUUID() }

/** Lets a treasurer work for some days with every request to the disk written down. */
export async function record({ deafTo, script, ...days }: Days): Promise<Recording> {
  const apart = mkdtempSync(join(ground, 'lumbung-record-'))
  const folder = mkdtempSync(join(ground, 'lumbung-cut-'))
  const [path, home] = [join(folder, 'koperasi.lumbung'), join(folder, 'home')]
  await createBook({ path, kind: 'real', cooperative: { name: 'Koperasi Uji', foundedOn: '2020-01-01' } }, making)
  const disk = Disk.of(folder)
  const acknowledgements = join(folder, 'acknowledgements')
  const env = {
    LD_PRELOAD: makeRecorder(apart),
    RECORD_BELOW: folder,
    RECORD_ACK: acknowledgements,
    RECORD_TO: join(apart, 'record'),
    ...(deafTo === undefined ? {} : { RECORD_DEAF: deafTo }),
  }
  const teller = employ(
    { path, home, name: 'entry', acknowledgements, ...days },
    { env, ...(script === undefined ? {} : { script }) },
  )
  const { code } = await teller.gone
  if (code !== 0) throw new Error(`the treasurer left with ${code}: ${teller.said.join('\n')}`)
  const events = readRecord(join(apart, 'record'))
  const remove = () => {
    for (const place of [apart, folder]) rmSync(place, { recursive: true, force: true })
  }
  return { folder, path, home, events, before: () => disk.copy(), remove }
}

/** What a run of cuts found; a promise broken is a line of text with the number of the cut. */
export interface Findings {
  readonly cuts: number
  readonly lost: string[]
  readonly damaged: string[]
  readonly falseAlarms: string[]
  readonly witnessBehind: string[]
}

/** Cuts the power at moments of the recording and looks each time at what is left, with the program's own start-up. */
export async function cutPower(recording: Recording, cuts: number, random: Random): Promise<Findings> {
  const disk = recording.before()
  const moments = Array.from({ length: cuts }, () => pick(random, recording.events.length)).sort((a, b) => a - b)
  const findings: Findings = { cuts, lost: [], damaged: [], falseAlarms: [], witnessBehind: [] }
  let next = 0
  for (const [cut, moment] of moments.entries()) {
    for (; next <= moment; next += 1) disk.apply(recording.events[next] as DiskEvent)
    disk.cut(random)
    await inspectRuins(recording, moment, `cut ${cut} after event ${moment}`, findings)
  }
  return findings
}

async function inspectRuins(recording: Recording, moment: number, cut: string, findings: Findings): Promise<void> {
  const { path: file, home } = recording
  const known = acknowledged(recording.events.slice(0, moment + 1))
  const witnessed = witnessedSeq(home)
  const log = { bug: () => '000000', trouble: () => {} }
  try {
    const app = await openApp({ ...making, file, home, today: () => '2026-11-20', log })
    const rows = await app.read(({ db }) => db.selectFrom('request').select('id').execute())
    const present = new Set(rows.map(({ id }) => id))
    const missing = known.requests.filter(({ id }) => !present.has(id))
    if (missing.length > 0) findings.lost.push(`${cut}: ${missing.map(({ id }) => id).join(' ')}`)
    if (app.alarms.length > 0) findings.falseAlarms.push(`${cut}: ${app.alarms.map(({ detail }) => detail).join(', ')}`)
    await app.close()
  } catch (error) {
    const shown = error instanceof Refusal ? `${error.code} ${JSON.stringify(error.data)}` : String(error)
    findings.damaged.push(`${cut}: ${shown}`)
  }
  const due = known.requests.filter(({ at }) => at < known.now - witnessLagMaxMs).length
  if (witnessed < due) findings.witnessBehind.push(`${cut}: at ${witnessed} of ${due}`)
}

/** The witness follows within a second; a busy machine gets another. */
const witnessLagMaxMs = 2_000

/** The requests that were acknowledged, with their moment, and the moment of the cut. */
function acknowledged(events: readonly DiskEvent[]) {
  const requests = events.flatMap((event) =>
    event.kind === 'acknowledge' && event.text.startsWith('saved ')
      ? [{ id: event.text.trim().split(' ')[1] ?? '', at: event.at }]
      : [],
  )
  return { requests, now: events.at(-1)?.at ?? 0 }
}

/** The newest entry any readable witness on the disk speaks of. */
function witnessedSeq(home: string): number {
  try {
    const folder = join(home, 'witness')
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
    const places = files.flatMap((name) => Object.values(JSON.parse(readFileSync(join(folder, name), 'utf8')).places))
    return Math.max(0, ...(places as { seq: number }[]).map(({ seq }) => seq))
  } catch {
    return 0
  }
}
