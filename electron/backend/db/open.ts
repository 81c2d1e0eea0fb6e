import { accessSync, constants, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { Refusal } from '../../../shared/errors.ts'
import { connect, makeDurable, openDatabase, settle } from './connection.ts'
import {
  copyBook,
  type FileHead,
  fileRefusal,
  hasUnfinishedWrite,
  holdFile,
  readFileHead,
  requireNotHeld,
} from './file.ts'
import { currentVersion } from './migrate.ts'
import { schemaDifferences } from './schema.ts'
import { sqliteTrouble } from './sqlite-trouble.ts'
import type { Tables } from './tables.ts'

/** A book's file with its connection. */
export interface OpenFile {
  readonly path: string
  readonly database: Database.Database
  readonly db: Kysely<Tables>
  /** A read-only file is looked at in a private copy; nothing reaches the original. */
  readonly isReadOnly: boolean
  close(): void
}

/** Refuses what this program must not open: no book, another program's, a newer one's. Touches nothing. */
export function requireOpenable(path: string): FileHead {
  const head = readFileHead(path)
  if (head.userVersion > currentVersion) {
    throw new Refusal('BOOK_NEWER', undefined, { path, version: head.userVersion, known: currentVersion })
  }
  return head
}

/** True where nothing may be written: a file marked read-only, a medium or a folder that takes nothing beside it. */
export function isMarkedReadOnly(path: string): boolean {
  return (statSync(path).mode & 0o222) === 0 || !mayWrite(path) || !mayWrite(dirname(path))
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A look at a book before it is opened: throws where it must stay closed. */
export type Look = (file: OpenFile) => Promise<void>

/**
 * Opens a book for writing, alone: a second program is refused BOOK_LOCKED. `look` sees the book first, in a way that
 * writes nothing, so a refused file keeps its bytes. Refuses NOT_A_BOOK, BOOK_NEWER, BOOK_DAMAGED.
 */
export async function openForWriting(path: string, look: Look): Promise<OpenFile> {
  const { isWal } = requireOpenable(path)
  if (isWal) requireNotOpenElsewhere(path)
  await lookAt(isWal || hasUnfinishedWrite(path) ? openPrivateCopy(path) : openForReading(path), look)
  const database = attempt(path, () => openDatabase(path))
  const letGo = holdFile(path)
  const close = (end: (database: Database.Database) => void) => {
    try {
      end(database)
    } finally {
      letGo()
    }
  }
  try {
    makeDurable(database)
    database.exec('BEGIN IMMEDIATE; COMMIT')
    const db = connect(database)
    return { path, database, db, isReadOnly: false, close: () => close(closeSettled) }
  } catch (error) {
    close((file) => file.close())
    throw sqliteTrouble(error)
  }
}

/** Opens a private copy for looking only: damaged, read-only and running books are never touched in place. */
export function openPrivateCopy(path: string): OpenFile {
  requireOpenable(path)
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
  const copy = join(folder, basename(path))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  try {
    copyBook(path, copy)
    const database = openDatabase(copy)
    const close = () => {
      database.close()
      forget()
    }
    return { path, database, db: connect(database), isReadOnly: true, close }
  } catch (error) {
    forget()
    throw sqliteTrouble(fileRefusal(error, path))
  }
}

/** Runs `look` and closes the file again, whatever it says. */
export async function lookAt<T>(file: OpenFile, look: (file: OpenFile) => Promise<T>): Promise<T> {
  try {
    await requireKnownSchema(file.database, file.path)
    return await look(file)
  } catch (error) {
    throw sqliteTrouble(error)
  } finally {
    file.close()
  }
}

/**
 * A closed book is one plain file: reading it leaves nothing beside it. On a connection that was opened for reading alone
 * SQLite's own check passes over what columns allow, so this one may write and is told not to.
 */
function openForReading(path: string): OpenFile {
  const database = attempt(path, () => openDatabase(path))
  database.pragma('query_only = ON')
  return { path, database, db: connect(database), isReadOnly: true, close: () => database.close() }
}

/** Refuses BOOK_LOCKED where any program has the book open: whoever moves it away would leave that one writing aside. */
export function requireClosed(path: string): void {
  if (!existsSync(path)) return
  requireNotHeld(path)
  requireNotOpenElsewhere(path)
}

/** A book with a log of writes is either running elsewhere (refused BOOK_LOCKED) or was left by a crash. */
function requireNotOpenElsewhere(path: string): void {
  const hadSharedMemory = existsSync(`${path}-shm`)
  const database = attempt(path, () => openDatabase(path, { readonly: true }))
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    const trouble = sqliteTrouble(error)
    if (trouble instanceof Refusal && trouble.code === 'BOOK_LOCKED')
      throw new Refusal('BOOK_LOCKED', undefined, { path })
  } finally {
    database.close()
    if (!hadSharedMemory) rmSync(`${path}-shm`, { force: true })
  }
}

async function requireKnownSchema(database: Database.Database, path: string): Promise<void> {
  const differences = await schemaDifferences(database)
  if (differences.length > 0)
    throw new Refusal('BOOK_DAMAGED', 'schema', { path, differences: differences.slice(0, 20) })
}

function attempt<T>(path: string, open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw fileRefusal(sqliteTrouble(error), path)
  }
}

function closeSettled(database: Database.Database): void {
  try {
    settle(database)
  } finally {
    database.close()
  }
}
