import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { attachmentBytesMax, megabytesOf } from '../../../../shared/rules/attachment-type.ts'

/** A file somebody chose: what it was called and what is in it. */
export interface Source {
  readonly name: string
  readonly bytes: Buffer
}

type Chosen = Pick<Inputs['attachments']['add'], 'path' | 'name' | 'base64'>

/**
 * Reads what is to be attached, from its path or its content. Refuses INVALID_INPUT for what is empty or too large, before
 * a byte of it is read, for links, folders and devices, and for files that may not be read; NOT_FOUND for no file at all.
 */
export function readSource({ path, name = '', base64 = '' }: Chosen): Source {
  if (path !== undefined) return readPath(resolve(path))
  const bytes = Buffer.from(base64, 'base64')
  requireSize(['base64'], name, bytes.length)
  return { name, bytes }
}

function readPath(path: string): Source {
  const name = basename(path)
  try {
    requirePlainFile(name, lstatSync(path))
    // A link that took the file's place meanwhile is not followed, and a pipe is not waited for.
    const handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    try {
      const found = fstatSync(handle)
      requirePlainFile(name, found)
      return { name, bytes: readWhole(handle, found.size) }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    throw sourceRefusal(error, path, name)
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

function requirePlainFile(name: string, found: Stats): void {
  if (found.isSymbolicLink()) throw invalidInput(['path'], 'file_is_link', { name })
  if (found.isDirectory()) throw invalidInput(['path'], 'file_is_folder', { name })
  if (!found.isFile()) throw invalidInput(['path'], 'not_a_plain_file', { name })
  requireSize(['path'], name, found.size)
}

function requireSize(field: readonly string[], name: string, bytes: number): void {
  if (bytes === 0) throw invalidInput(field, 'attachment_empty', { name })
  if (bytes <= attachmentBytesMax) return
  const sizes = { bytes, bytesMax: attachmentBytesMax, megabytes: megabytesOf(bytes) }
  throw invalidInput(field, 'attachment_too_large', {
    ...{ name, ...sizes, megabytesMax: megabytesOf(attachmentBytesMax) },
  })
}

function sourceRefusal(error: unknown, path: string, name: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return new Refusal('NOT_FOUND', 'file', { path })
    case 'ELOOP':
      return invalidInput(['path'], 'file_is_link', { name })
    case 'EACCES':
    case 'EPERM':
    case 'EIO':
    case 'EBUSY':
      return invalidInput(['path'], 'file_not_readable', { name })
    default:
      return error
  }
}
