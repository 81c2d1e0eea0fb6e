import { closeSync, createWriteStream, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../../../shared/errors.ts'
import { fileRefusal } from '../../backend/db/file.ts'

type Content = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/**
 * Writes a file that somebody asked for under a name of theirs: beside its name first, so that half a file is never
 * taken for a whole one. An earlier paper or list under the name is replaced; a book never is: ALREADY_EXISTS. Refuses
 * NOT_FOUND, DISK_FULL, READ_ONLY.
 */
export async function writeOut(target: string, content: Content): Promise<void> {
  const temporary = isDevice(target) ? target : `${target}.${process.pid}.tmp`
  try {
    requireNoBook(target)
    await pipeline(content, createWriteStream(temporary))
    if (temporary !== target) renameSync(temporary, target)
  } catch (error) {
    if (temporary !== target) rmSync(temporary, { force: true })
    throw fileRefusal(error, target)
  }
}

/** Such as `/dev/stdout`: there is nothing beside it. */
function isDevice(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

/** Any database counts as one: what lies in it cannot be had back. */
function requireNoBook(given: string): void {
  // What SQLite keeps beside a book is part of it.
  const path = given.replace(/-(wal|journal|shm)$/, '')
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new Refusal('ALREADY_EXISTS', 'file', { path })
  if (!found?.isFile()) return
  const head = Buffer.alloc(16)
  const file = openSync(path, 'r')
  const length = readSync(file, head, 0, 16, 0)
  closeSync(file)
  if (head.toString('latin1', 0, length) === 'SQLite format 3\0') {
    throw new Refusal('ALREADY_EXISTS', 'file', { path })
  }
}
