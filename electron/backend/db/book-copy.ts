import { mkdtempSync, rmSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { Refusal } from '../../../shared/errors.ts'
import { connect, openDatabase, settle } from './connection.ts'
import { fileRefusal } from './file.ts'
import type { OpenFile } from './open.ts'
import { sqliteTrouble } from './sqlite-trouble.ts'
import type { Tables } from './tables.ts'

/** Pages (4 MB) that are copied at a time; between two pieces other calls are answered. */
const pagesAtATime = 1_000

/** A copy of an open book, for one reader in another thread. */
export interface BookCopy {
  readonly path: string
  forget(): void
}

/**
 * Copies an open book piece by piece, while other calls are answered: SQLite carries what they write into what was copied
 * already, so that the copy is the book of one moment, that of its last piece. An open book is locked against every other
 * connection, this program's own too; what is long to read is read from such a copy. Refuses CANCELLED, DISK_FULL.
 */
export async function copyOpenBook({ database }: OpenFile, signal?: AbortSignal): Promise<BookCopy> {
  const folder = newFolder()
  const path = join(folder, 'book')
  const disk = new SlowDisk(path)
  const heed = () => {
    if (signal?.aborted) throw new Refusal('CANCELLED')
  }
  const progress = () => {
    heed()
    return disk.isReady() ? pagesAtATime : 0
  }
  try {
    while (!(await isCopied(database, path, progress))) {
      heed()
      await pause(writingMs)
    }
    await disk.leave()
    return { path, forget: () => forget(folder) }
  } catch (error) {
    await disk.leave()
    forget(folder)
    throw sqliteTrouble(error)
  }
}

/** How long a writer is given before the copying is tried anew. */
const writingMs = 5

/**
 * False where somebody was writing as it began: SQLite does not look at the book then, so that no page is left to copy
 * because none was seen.
 */
async function isCopied(database: Database.Database, path: string, progress: () => number): Promise<boolean> {
  const { totalPages } = await database.backup(path, { progress })
  return totalPages > 0
}

function newFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'lumbung-'))
  } catch (error) {
    throw fileRefusal(error, tmpdir())
  }
}

/**
 * SQLite waits for the disk when the last piece is written, and everybody with it: seconds, where a slow disk has all of
 * the file to write by then. So each piece is sent to the disk beside the program, and the next one waits for that.
 */
class SlowDisk {
  readonly #path: string
  #isWritten = false
  #isKeeping = false
  #keeping: Promise<void> = Promise.resolve()

  constructor(path: string) {
    this.#path = path
  }

  /** False from when a piece was written until the disk has it; then the next may be written. */
  isReady(): boolean {
    if (this.#isKeeping) return false
    this.#isWritten = !this.#isWritten
    if (!this.#isWritten) return true
    this.#isKeeping = true
    this.#keeping = this.#keep().finally(() => {
      this.#isKeeping = false
    })
    return false
  }

  async leave(): Promise<void> {
    await this.#keeping
  }

  async #keep(): Promise<void> {
    try {
      const file = await open(this.#path, 'r+')
      await file.datasync().finally(() => file.close())
    } catch {
      // The copy is read once and thrown away: whether it is on the disk matters to nobody but who waits for it.
    }
  }
}

/** Windows removes no file that is open: a reader that was stopped needs a moment to let go of it. */
function forget(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    void rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }).catch(() => {})
  }
}

/**
 * Opens a copy for reading it once. Where the system allows it the file is removed at once and lives as long as it is
 * open, so that no crash leaves names and amounts behind.
 */
export function openBookCopy(path: string): { database: Database.Database; db: Kysely<Tables> } {
  const database = openDatabase(path)
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('synchronous = OFF')
    settle(database)
    database.pragma('query_only = ON')
    if (process.platform !== 'win32') forget(dirname(path))
    return { database, db: connect(database) }
  } catch (error) {
    database.close()
    throw error
  }
}
