import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import type Database from 'better-sqlite3'
import { router } from '../../electron/backend/api/index.ts'
import type { App } from '../../electron/backend/app.ts'
import { makeDurable, openDatabase } from '../../electron/backend/db/connection.ts'
import { Desk } from '../../electron/backend/desk.ts'
import type { Log } from '../../electron/backend/log.ts'
import { treasurer } from '../../electron/backend/work.ts'
import { lastYear, setAside } from './large-book.ts'

export const today = `${lastYear}-12-31`

/** A book as a door has it open, on a copy of its own. */
export interface OpenBook {
  readonly api: RouterClient<typeof router>
  readonly app: App
  readonly path: string
  /** Closes it and opens it again, as the next morning does; answers how long the opening took, in milliseconds. */
  reopen(): Promise<number>
  close(): Promise<void>
}

/** Any bug ends the bench: a fast wrong answer scores nothing. */
const log: Log = {
  bug: (procedure, error) => {
    throw new Error(`bug in ${procedure}`, { cause: error })
  },
  trouble: (what, code) => {
    throw new Error(`trouble with ${what}: ${code}`)
  },
}

/** Opens a copy of a book through the same desk and router as every door. */
export async function openCopy(book: string): Promise<OpenBook> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-bench-'))
  const path = join(folder, 'koperasi.lumbung')
  copyFileSync(book, path)
  const now = () => `${today}T01:00:00.000Z`
  const desk = new Desk({
    home: join(folder, 'home'),
    now,
    today: () => today,
    newId: () => crypto.randomUUID(),
    log,
    folder,
    canSwitch: false,
    keepsBackups: false,
    program: 'bench',
    makeSample: async () => path,
  })
  await desk.open(path)
  return {
    api: createRouterClient(router, { context: { desk, actor: treasurer, language: 'id' } }),
    get app() {
      return desk.app()
    },
    path,
    reopen: async () => {
      await desk.close()
      const start = performance.now()
      await desk.open(path)
      return performance.now() - start
    },
    close: async () => {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface BareTables {
  readonly database: Database.Database
  close(): void
}

/** The same tables with their indexes, and nothing that guards them: WAL, FULL, exclusive, no triggers, no foreign keys. */
export function openBare(book: string): BareTables {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-bench-'))
  const path = join(folder, 'bare.db')
  copyFileSync(book, path)
  const database = openDatabase(path)
  setAside(database)
  makeDurable(database)
  database.pragma('foreign_keys = OFF')
  return {
    database,
    close: () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
