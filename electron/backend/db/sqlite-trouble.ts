import { Refusal } from '../../../shared/errors.ts'

/** The code SQLite gave an error (`SQLITE_FULL`), if it is SQLite's. */
export function sqliteCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined
}

/**
 * Trouble outside the program, as a refusal: BOOK_LOCKED, DISK_FULL, DISK_ERROR, READ_ONLY, BOOK_DAMAGED, NOT_A_BOOK.
 * A constraint or a trigger that fires is a bug of ours and stays what it is.
 */
export function sqliteTrouble(error: unknown): unknown {
  const code = sqliteCode(error)
  if (code === undefined) return error
  if (code === 'SQLITE_BUSY' || code.startsWith('SQLITE_BUSY_') || code === 'SQLITE_LOCKED')
    return new Refusal('BOOK_LOCKED')
  if (code === 'SQLITE_FULL') return new Refusal('DISK_FULL')
  if (code === 'SQLITE_READONLY' || code.startsWith('SQLITE_READONLY_')) return new Refusal('READ_ONLY')
  if (code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_CANTOPEN_')) return new Refusal('READ_ONLY', 'file')
  if (code === 'SQLITE_CORRUPT' || code.startsWith('SQLITE_CORRUPT_')) return new Refusal('BOOK_DAMAGED')
  if (code === 'SQLITE_NOTADB') return new Refusal('NOT_A_BOOK')
  if (isDiskError(code)) return new Refusal('DISK_ERROR')
  return error
}

/** True where the disk itself failed: what was written last is unknown until the book is opened again. */
export function isDiskError(code: string | undefined): boolean {
  return code === 'SQLITE_IOERR' || (code?.startsWith('SQLITE_IOERR_') ?? false)
}
