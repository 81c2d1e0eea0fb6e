import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs'
import { basename, resolve } from 'node:path'
import { invalidInput, Refusal } from '../../../shared/errors.ts'
import { megabytesOf } from '../../../shared/rules/attachment-type.ts'

/** A file somebody chose: what it was called and what is in it. */
export interface Source {
  readonly name: string
  readonly bytes: Buffer
}

/** Where a file lies on this machine, or its name with its content. */
interface Chosen {
  readonly path?: string | undefined
  readonly name?: string | undefined
  readonly base64?: string | undefined
}

/** What such files may be: how large, the words that refuse one that is empty or larger, and where in the input it stands. */
export interface SourceLimit {
  readonly bytesMax: number
  readonly empty: string
  readonly tooLarge: string
  readonly at?: readonly (string | number)[]
}

/**
 * Reads a file somebody chose, from its path or its content. Refuses INVALID_INPUT for what is empty or too large, before
 * a byte of it is read, for links, folders and devices, and for files that may not be read; NOT_FOUND for no file at all.
 */
export function readSource({ path, name = '', base64 = '' }: Chosen, limit: SourceLimit): Source {
  if (path !== undefined) return readPath(resolve(path), limit)
  const bytes = Buffer.from(base64, 'base64')
  requireSize('base64', name, bytes.length, limit)
  return { name, bytes }
}

function readPath(path: string, limit: SourceLimit): Source {
  const name = basename(path)
  try {
    requirePlainFile(name, lstatSync(path), limit)
    // A link that took the file's place meanwhile is not followed, and a pipe is not waited for.
    const handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    try {
      const found = fstatSync(handle)
      requirePlainFile(name, found, limit)
      return { name, bytes: readWhole(handle, found.size) }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    throw sourceRefusal(error, path, name, fieldOf('path', limit))
  }
}

/** As many bytes as the file had when it was looked at: one that still grows is not read for ever. */
function readWhole(handle: number, size: number): Buffer {
  const bytes = Buffer.alloc(size)
  let length = 0
  for (let read = -1; read !== 0 && length < size; length += read) {
    read = readSync(handle, bytes, length, size - length, length)
  }
  return bytes.subarray(0, length)
}

function fieldOf(key: string, { at = [] }: SourceLimit): (string | number)[] {
  return [...at, key]
}

function requirePlainFile(name: string, found: Stats, limit: SourceLimit): void {
  const field = fieldOf('path', limit)
  if (found.isSymbolicLink()) throw invalidInput(field, 'file_is_link', { name })
  if (found.isDirectory()) throw invalidInput(field, 'file_is_folder', { name })
  if (!found.isFile()) throw invalidInput(field, 'not_a_plain_file', { name })
  requireSize('path', name, found.size, limit)
}

function requireSize(key: string, name: string, bytes: number, limit: SourceLimit): void {
  const { bytesMax, empty, tooLarge } = limit
  if (bytes === 0) throw invalidInput(fieldOf(key, limit), empty, { name })
  if (bytes <= bytesMax) return
  const sizes = { bytes, bytesMax, megabytes: megabytesOf(bytes), megabytesMax: megabytesOf(bytesMax) }
  throw invalidInput(fieldOf(key, limit), tooLarge, { name, ...sizes })
}

function sourceRefusal(error: unknown, path: string, name: string, field: (string | number)[]): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return new Refusal('NOT_FOUND', 'file', { path })
    case 'ELOOP':
      return invalidInput(field, 'file_is_link', { name })
    case 'EACCES':
    case 'EPERM':
    case 'EIO':
    case 'EBUSY':
      return invalidInput(field, 'file_not_readable', { name })
    default:
      return error
  }
}
