import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../../../shared/errors.ts'

/** `PRAGMA application_id` of a Lumbung book: the bytes "LMBG". */
export const applicationId = 0x4c_4d_42_47

/** What SQLite keeps beside a book while it works; left there only by a crash. */
const companions = ['-wal', '-journal', '-shm']

/** Everything that lies under a book's name: the book, and what SQLite left beside it. */
export function bookFiles(path: string): string[] {
  return ['', ...companions].map((ending) => `${path}${ending}`).filter((file) => existsSync(file))
}

/**
 * Refuses ALREADY_EXISTS where a file takes the name of a new book. The log of a book that is gone counts too: SQLite
 * would play it back into whatever is put in the book's place.
 */
export function requireFreeName(path: string): void {
  const taken = bookFiles(path)[0]
  if (taken !== undefined) throw new Refusal('ALREADY_EXISTS', 'file', { path: taken })
}

/** What the first hundred bytes of a file say, read without SQLite so that nothing beside it is touched. */
export interface FileHead {
  readonly userVersion: number
  readonly changeCounter: number
  readonly isWal: boolean
}

/**
 * Books this process holds open. Everywhere but on Windows a process that closes any handle to a file loses all its
 * locks on it, SQLite's too, and another program could write at the same time: such a file is not even looked at.
 */
const held = new Set<string>()

/** Marks a file as held open by SQLite until the answer is called. */
export function holdFile(path: string): () => void {
  const key = fileKey(path)
  held.add(key)
  return () => held.delete(key)
}

function fileKey(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true })
  return `${dev} ${ino}`
}

/** Refuses BOOK_LOCKED for a book that lies open in this very program. */
export function requireNotHeld(path: string): void {
  if (held.has(fileKey(path))) throw new Refusal('BOOK_LOCKED', 'open_here', { path })
}

/**
 * Refuses BOOK_LOCKED for a book that lies open in this very program, NOT_FOUND, NOT_A_BOOK (no SQLite file, or another program's) and
 * READ_ONLY where it may not be read at all.
 */
export function readFileHead(path: string): FileHead {
  const bytes = Buffer.alloc(100)
  let length = 0
  try {
    if (!statSync(path).isFile()) throw new Refusal('NOT_A_BOOK', undefined, { path })
    requireNotHeld(path)
    const file = openSync(path, 'r')
    length = readSync(file, bytes, 0, 100, 0)
    closeSync(file)
  } catch (error) {
    throw fileRefusal(error, path)
  }
  const isSqlite = length === 100 && bytes.toString('latin1', 0, 16) === 'SQLite format 3\0'
  if (!isSqlite || bytes.readUInt32BE(68) !== applicationId) throw new Refusal('NOT_A_BOOK', undefined, { path })
  // SQLite plays back a log that lies beside a book even where the book itself says that it keeps none.
  const isWal = bytes[18] === 2 || existsSync(`${path}-wal`)
  return { userVersion: bytes.readUInt32BE(60), changeCounter: bytes.readUInt32BE(24), isWal }
}

/** Turns what the operating system says about a file into one of our refusals; anything else stays as it is. */
export function fileRefusal(error: unknown, path: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Refusal('NOT_FOUND', 'file', { path })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Refusal('READ_ONLY', 'file', { path })
    case 'EISDIR':
      return new Refusal('NOT_A_BOOK', undefined, { path })
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal('DISK_FULL', undefined, { path })
    case 'EIO':
      return new Refusal('DISK_ERROR', undefined, { path })
    case 'EEXIST':
      return new Refusal('ALREADY_EXISTS', 'file', { path })
    default:
      return error
  }
}

const copyTries = 5

/** What a crash may leave beside a book: its newest writes, and how half a write is taken back. */
const logEndings = ['-wal', '-journal']

/** True where a crash left half a write; the next opening takes it back. */
export function hasUnfinishedWrite(path: string): boolean {
  return existsSync(`${path}-journal`)
}

/**
 * Copies a book and the log of its last writes together, as damaged and running books must be looked at. A running
 * program may fold its log into the book meanwhile; then the copy is made again.
 */
export function copyBook(from: string, to: string): void {
  requireNotHeld(from)
  for (let tries = 1; ; tries += 1) {
    const before = writtenAt(from)
    copyFileSync(from, to)
    for (const ending of logEndings) {
      rmSync(to + ending, { force: true })
      if (existsSync(from + ending)) copyFileSync(from + ending, to + ending)
    }
    if (writtenAt(from) === before || tries === copyTries) return
  }
}

function writtenAt(path: string): string {
  const book = statSync(path)
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  return [book.size, book.mtimeMs, log?.size, log?.mtimeMs].join(' ')
}

/** Writes a small file so that a power cut leaves the old one or the new one: temporary file, sync, rename, folder sync. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, content, { flush: true })
  renameSync(temporary, path)
  syncFolder(dirname(path))
}

/** Makes a rename inside `folder` survive a power cut; Windows keeps no such promise to ask for. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a written file survive a power cut. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
