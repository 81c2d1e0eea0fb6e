import { createHash } from 'node:crypto'
import { constants, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { attachmentEndings } from '../../../shared/rules/attachment-type.ts'
import { fileRefusal, writeDurably } from './file.ts'
import type { AttachmentTable } from './tables.ts'

/** What says where a file lies and what must be in it. */
export type KeptFile = Pick<AttachmentTable, 'sha256' | 'media_type' | 'bytes'>

export type KeptState = 'kept' | 'missing' | 'changed'

/** The folder of a book's papers and pictures: beside the book, under its name. */
export function attachmentFolder(book: string): string {
  return `${book}.lampiran`
}

/** The folder that all of a book's own backups share: files are named by their content, so each lies there once. */
export function sharedAttachmentFolder(backup: string): string {
  return join(dirname(backup), 'lampiran')
}

/** SHA-256 of a content, as its file is named. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Nothing but the hash and what the file is makes its path; names that people gave never do. */
function pathIn(folder: string, { sha256, media_type }: KeptFile): string {
  return join(folder, `${sha256}.${attachmentEndings[media_type]}`)
}

/** How a file lies there, by its size alone. */
export function keptState(folder: string, file: KeptFile): KeptState {
  const found = lstatSync(pathIn(folder, file), { throwIfNoEntry: false })
  if (!found) return 'missing'
  return found.isFile() && found.size === file.bytes ? 'kept' : 'changed'
}

/** The content of a file, or why it cannot be trusted: its hash is reckoned anew. */
export function readKept(folder: string, file: KeptFile): Buffer | Exclude<KeptState, 'kept'> {
  const state = keptState(folder, file)
  if (state !== 'kept') return state
  const bytes = readFileSync(pathIn(folder, file), { flag: constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) })
  return contentHash(bytes) === file.sha256 ? bytes : 'changed'
}

/**
 * Writes a content so that a power cut leaves all of it or nothing. What lies there already is left alone, unless it is
 * not what it says. Refuses DISK_FULL and READ_ONLY.
 */
export function keepContent(folder: string, file: KeptFile, bytes: Uint8Array): void {
  if (Buffer.isBuffer(readKept(folder, file))) return
  const path = pathIn(folder, file)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // What stands under this name is no file of ours: it is replaced, never written through.
    if (existsSync(path)) rmSync(path, { recursive: true })
    writeDurably(path, bytes)
  } catch (error) {
    rmSync(`${path}.${process.pid}.tmp`, { force: true })
    throw fileRefusal(error, path)
  }
}

/** Copies what a folder lacks from the first of others that has it whole; answers what none of them has. */
export function copyKept(from: readonly string[], to: string, files: readonly KeptFile[]): KeptFile[] {
  return files.filter((file) => {
    if (keptState(to, file) === 'kept') return false
    const bytes = from.map((folder) => readKept(folder, file)).find((found) => Buffer.isBuffer(found))
    if (bytes) keepContent(to, file, bytes)
    return bytes === undefined
  })
}
