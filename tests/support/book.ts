import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { router } from '../../electron/backend/api/index.ts'
import { createBook } from '../../electron/backend/db/create.ts'
import type { BookKind } from '../../electron/backend/db/tables.ts'
import { Desk } from '../../electron/backend/desk.ts'
import type { Log } from '../../electron/backend/log.ts'
import type { Actor } from '../../electron/backend/work.ts'
import type { CooperativeInput } from '../../shared/contract/cooperative.ts'

/** The day it is in tests, unless a test says otherwise. */
export const today = '2026-11-20'
export const treasurer: Actor = { id: 'treasurer', role: 'treasurer' }

export interface TestBook {
  readonly api: RouterClient<typeof router>
  readonly desk: Desk
  readonly path: string
  readonly folder: string
  /** Bugs that were logged, with their error: a test that expects none asserts that this is empty. */
  readonly bugs: unknown[]
  /** The same book through another role. */
  as(actor: Actor): RouterClient<typeof router>
  /** Closes and opens it again, as a new start of the program does. */
  reopen(): Promise<void>
  close(): Promise<void>
}

interface TestBookOptions {
  readonly kind?: BookKind
  readonly cooperative?: Partial<CooperativeInput>
  readonly today?: string
  /** The moment, UTC ISO text, asked anew each time. */
  readonly now?: () => string
  /** Makes the backups nobody thinks of, as where people sit. */
  readonly keepsBackups?: boolean
}

/** A new book on a real file in a folder of its own, through the real router; close() removes it. */
export async function openTestBook(options: TestBookOptions = {}): Promise<TestBook> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-test-'))
  const path = join(folder, 'koperasi.lumbung')
  const bugs: unknown[] = []
  const log: Log = {
    bug: (_, error) => {
      bugs.push(error)
      return '000000'
    },
    trouble: () => {},
  }
  const newId = () => crypto.randomUUID()
  const now = options.now ?? (() => '2026-11-20T01:00:00.000Z')
  const cooperative = { name: 'Koperasi Uji', foundedOn: '2020-01-01', ...options.cooperative }
  await createBook({ path, kind: options.kind ?? 'real', cooperative }, { now, newId })
  const home = join(folder, 'home')
  const clock = () => options.today ?? today
  const desk = new Desk({
    home,
    now,
    today: clock,
    newId,
    log,
    folder,
    canSwitch: false,
    keepsBackups: options.keepsBackups ?? false,
    program: 'test',
    makeSample: noSample,
  })
  await desk.open(path)
  const as = (actor: Actor) => createRouterClient(router, { context: { desk, actor, language: 'id' } })
  return {
    api: as(treasurer),
    desk,
    path,
    folder,
    bugs,
    as,
    reopen: async () => {
      await desk.open(path)
    },
    close: async () => {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function noSample(): Promise<string> {
  throw new Error('tests of the sample make their own')
}

/** What a call was refused with; a call that succeeds or breaks is an error of the test. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; message: string; data: Record<string, unknown> }> {
  try {
    await call
  } catch (error) {
    const { code, message, data } = error as { code: string; message: string; data: Record<string, unknown> }
    return { code, message, data }
  }
  throw new Error('the call was not refused')
}

let requests = 0
/** A request id that no test used before. */
export function requestId(): string {
  requests += 1
  return `request-${requests}`
}
