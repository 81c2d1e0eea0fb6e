import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { assert } from '../../../shared/errors.ts'
import { bookDialect } from './dialect.ts'
import { nativeBinding } from './native-binding.ts'
import type { Tables } from './tables.ts'

/** How long another program's lock is waited for before the book counts as open elsewhere. */
const lockWaitMs = 5_000

interface ConnectOptions {
  readonly readonly?: boolean
  readonly create?: boolean
}

/** Opens the raw file; its settings are still SQLite's own. */
export function openDatabase(
  path: string,
  { readonly = false, create = false }: ConnectOptions = {},
): Database.Database {
  const binding = nativeBinding()
  const database = new Database(path, {
    readonly,
    fileMustExist: !create,
    timeout: lockWaitMs,
    ...(binding ? { nativeBinding: binding } : {}),
  })
  guard(database)
  return database
}

export function memoryDatabase(): Database.Database {
  return openDatabase(':memory:', { create: true })
}

/**
 * What protects us from the content of a file: no function or view of its own runs, and damaged cells are noticed. What
 * SQLite sets aside while it works stays in memory: temporary files would carry names and amounts, and slow every entry.
 */
function guard(database: Database.Database): void {
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('recursive_triggers = ON')
  database.pragma('temp_store = MEMORY')
}

/**
 * Makes a connection one that a ledger may be written through, and reads every setting back: SQLite's default for a
 * reopened WAL file loses acknowledged entries in a power cut (promises.md, findings 1 and 2).
 */
export function makeDurable(database: Database.Database): void {
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('secure_delete = ON')
  for (const [setting, expected] of Object.entries(durableSettings)) {
    const value = database.pragma(setting, { simple: true })
    assert(value === expected, `${setting} is ${expected}, not ${String(value)}`)
  }
}

/** The settings a ledger needs on every open, as SQLite reads them back. */
export const durableSettings = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  locking_mode: 'exclusive',
  secure_delete: 1,
  busy_timeout: lockWaitMs,
} as const

/** Folds the log of writes back into the file and leaves one plain file, readable on any medium by any SQLite tool. */
export function settle(database: Database.Database): void {
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.pragma('journal_mode = DELETE')
}

/** Kysely over an open file. */
export function connect(database: Database.Database): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: bookDialect(database) })
}
