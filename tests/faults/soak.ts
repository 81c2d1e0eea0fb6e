import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canInject, type Injection, workOnFailingDisk } from './io-errors.ts'
import { killLoop } from './kill-loop.ts'
import { cutPower, type Findings, record } from './power-cut.ts'
import { pick, seeded } from './random.ts'
import { canRecord } from './record.ts'

/**
 * The long proof, `npm run soak`: first three broken programs, each of which must be found, then the sound one for half
 * an hour. `--seed N` repeats a run, `--minutes N` makes it shorter.
 */

const option = (name: string, otherwise: number) => {
  const place = process.argv.indexOf(`--${name}`)
  return place < 0 ? otherwise : Number(process.argv[place + 1])
}
const say = (line: string) => process.stdout.write(`${line}\n`)
const started = performance.now()
const minutes = option('minutes', 30)
const seed = option('seed', Math.floor(performance.timeOrigin % 1_000_000))
let failures = 0

function judge(what: string, isKept: boolean, detail: unknown = ''): void {
  if (!isKept) failures += 1
  const after = `${String(Math.floor((performance.now() - started) / 1000)).padStart(5)} s`
  say(`${after}  ${isKept ? 'kept  ' : 'BROKEN'}  ${what}${isKept ? '' : ` ${JSON.stringify(detail).slice(0, 2_000)}`}`)
}

const hasTimeLeft = (share: number) => performance.now() - started < minutes * 60_000 * share

say(`seed ${seed}; the same again: npm run soak -- --seed ${seed}`)
if (!canRecord) say('SKIPPED: power cuts need Linux and a C compiler (apt-get install gcc libc6-dev)')
if (!canInject) say('SKIPPED: failing disks need strace (apt-get install strace)')

/** A harness that finds nothing proves nothing. */
async function findTheBroken(): Promise<void> {
  const broken = [
    { name: 'acknowledges before it commits', days: { entries: 30, breaks: 'acknowledges early' }, sign: 'lost' },
    { name: 'does not wait for the disk', days: { entries: 30, breaks: 'syncs less' }, sign: 'lost' },
    {
      name: 'forgets to sync its witness',
      days: { entries: 30, staysMs: 3_500, deafTo: 'witness' },
      sign: 'witnessBehind',
    },
  ] as const
  for (const { name, days, sign } of broken) {
    const recording = await record(days)
    const findings = await cutPower(recording, 100, seeded(seed))
    judge(`a program that ${name} is found (${findings[sign].length} of 100 cuts)`, findings[sign].length > 0)
    recording.remove()
  }
}

const cutsPerSeed = 10_000
const cutsPerRecording = 500

async function cutForLong(run: number): Promise<void> {
  const total: Findings = { cuts: 0, lost: [], damaged: [], falseAlarms: [], witnessBehind: [] }
  const random = seeded(seed + run)
  let cuts = 0
  while (cuts < cutsPerSeed && hasTimeLeft(0.2 * (run + 1))) {
    const days = 1 + pick(random, 4)
    const recording = await record({
      days,
      entries: 10 + pick(random, 60),
      pauseMs: pick(random, 4),
      staysMs: pick(random, 3_000),
    })
    const findings = await cutPower(recording, cutsPerRecording, random)
    for (const kind of ['lost', 'damaged', 'falseAlarms', 'witnessBehind'] as const) total[kind].push(...findings[kind])
    cuts += cutsPerRecording
    recording.remove()
  }
  const { lost, damaged, falseAlarms, witnessBehind } = total
  const isKept = [lost, damaged, falseAlarms, witnessBehind].every((found) => found.length === 0)
  judge(
    `${cuts} power cuts with seed ${seed + run}: none lost, none damaged, no false alarm, no witness behind`,
    isKept,
    total,
  )
}

async function killForLong(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-soak-'))
  const findings = await killLoop(folder, 1_000, seeded(seed), () => hasTimeLeft(0.85))
  const { lost, damaged, doubled, acknowledged, untold, kills } = findings
  const isKept = lost.length + damaged.length + doubled.length === 0
  judge(
    `${kills} kills, ${acknowledged} entries acknowledged, ${untold} saved untold: none lost, none damaged`,
    isKept,
    findings,
  )
  rmSync(folder, { recursive: true, force: true })
}

async function failForLong(): Promise<void> {
  const random = seeded(seed + 99)
  const found: unknown[] = []
  let tried = 0
  while (tried < 200 && hasTimeLeft(1)) {
    const folder = mkdtempSync(join(tmpdir(), 'lumbung-soak-'))
    const injection: Injection = {
      call: pick(random, 2) === 0 ? 'fsync' : 'pwrite64',
      error: pick(random, 3) === 0 ? 'ENOSPC' : 'EIO',
      when: `${1 + pick(random, 90)}${pick(random, 2) === 0 ? '+' : ''}`,
    }
    const after = await workOnFailingDisk(folder, 8, injection)
    if (after.missing.length > 0 || after.entries !== 8 || after.alarms.length > 0) found.push({ injection, after })
    rmSync(folder, { recursive: true, force: true })
    tried += 1
  }
  judge(`${tried} failing syncs and writes: none double, none missing`, found.length === 0, found)
}

if (canRecord) {
  await findTheBroken()
  for (const run of [0, 1, 2]) await cutForLong(run)
}
await killForLong()
if (canInject) await failForLong()
say(failures === 0 ? `all kept, seed ${seed}` : `${failures} promises broken, seed ${seed}`)
process.exit(failures === 0 ? 0 : 1)
