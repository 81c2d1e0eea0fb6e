import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { openApp } from '../../electron/backend/app.ts'
import { createBook } from '../../electron/backend/db/create.ts'
import { employ, savedRequests } from './orders.ts'

const hasStrace = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'strace')))

/** True where single calls to the operating system can be made to fail. */
export const canInject = process.platform === 'linux' && hasStrace

/** One failure: which call, with what error, from which time on (`5+`) or only then (`5`). */
export interface Injection {
  readonly call: 'fsync' | 'pwrite64'
  readonly error: 'EIO' | 'ENOSPC'
  readonly when: string
}

export interface AfterFailure {
  /** What she said while the disk failed. */
  readonly said: readonly string[]
  readonly exit: number | null
  /** Acknowledged entries that were not there afterwards, and requests that stand twice or not at all once resent. */
  readonly missing: readonly string[]
  readonly entries: number
  readonly alarms: readonly string[]
}

const making = { now: () => '2026-11-20T00:00:00.000Z', newId: () => crypto.randomUUID() }

/**
 * Lets a treasurer work on a disk that fails, and on a sound one do the same once more, as she would who was told that it
 * failed: same requests, same content.
 */
export async function workOnFailingDisk(folder: string, entries: number, injection: Injection): Promise<AfterFailure> {
  const [path, home] = [join(folder, 'koperasi.lumbung'), join(folder, 'home')]
  await createBook({ path, kind: 'real', cooperative: { name: 'Koperasi Uji', foundedOn: '2020-01-01' } }, making)
  const { call, error, when } = injection
  const under = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e']
  const orders = { path, home, name: 'entry', entries }
  const failing = employ(orders, { under: [...under, `inject=${call}:error=${error}:when=${when}`] })
  const { code } = await failing.gone
  const told = savedRequests(failing.said)
  const there = await requestsIn(path, home)
  const again = employ(orders)
  await again.gone
  const { ids, entries: count, alarms } = await requestsIn(path, home)
  const missing = [
    ...told.filter((id) => !there.ids.includes(id)),
    ...savedRequests(again.said).filter((id) => !ids.includes(id)),
  ]
  return { said: failing.said, exit: code, missing, entries: count, alarms: [...there.alarms, ...alarms] }
}

async function requestsIn(file: string, home: string) {
  const log = { bug: () => '000000', trouble: () => {} }
  const app = await openApp({ ...making, file, home, today: () => '2026-11-20', log })
  try {
    const ids = (await app.read(({ db }) => db.selectFrom('request').select('id').execute())).map(({ id }) => id)
    const entries = await app.read(({ db }) => db.selectFrom('journal_entry').select('seq').execute())
    return { ids, entries: entries.length, alarms: app.alarms.map(({ detail }) => detail) }
  } finally {
    await app.close()
  }
}
