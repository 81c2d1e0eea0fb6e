import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readFileHead, writeDurably } from '../db/file.ts'
import type { Head } from './head.ts'

/** A file as it lay when the book was last closed; if it still lies so, nobody else has written it since. */
export interface FileState {
  readonly size: number
  readonly mtimeMs: number
  readonly changeCounter: number
}

/** A head that was seen at a moment: of the entries, or of the acts on periods. */
export interface Seen extends Head {
  readonly at: string
  readonly of?: 'acts'
  /** The name people know the entry by. */
  readonly voucher?: string | undefined
}

/** What is known outside a book about the book at one path. */
export interface Testimony extends Head {
  /** UTC ISO text of the moment it was written. */
  readonly at: string
  /** Null while the book is open or after a crash. */
  readonly file: FileState | null
  /** The newest entry up to which every hash was recomputed. */
  readonly proven: Head
  /** Hash of the first entry: what makes it this book and no other. */
  readonly first?: string | undefined
  /** The name of the newest entry. */
  readonly voucher?: string | undefined
  /** The acts on periods that stood in the book. */
  readonly acts?: Head | undefined
  /** What was once seen here and the book no longer had: an alarm until somebody explains it. */
  readonly lost: readonly Seen[]
  /** Why the record was started anew: a restored backup. */
  readonly reason?: string | undefined
}

interface WitnessFile {
  readonly bookId: string
  readonly places: Record<string, Testimony>
}

/** The small file outside the book that remembers its newest entry: a shortened or exchanged book cannot hide. */
export class Witness {
  readonly #path: string
  readonly #bookId: string
  readonly #place: string

  constructor(home: string, bookId: string, place: string) {
    mkdirSync(witnessFolder(home), { recursive: true })
    this.#path = witnessPath(home, bookId)
    this.#bookId = bookId
    this.#place = place
  }

  /** Writes and syncs, the folder included: a power cut leaves the old testimony or the new one. */
  testify(testimony: Testimony): void {
    const places = { ...readWitness(this.#path, this.#bookId), [this.#place]: testimony }
    const file: WitnessFile = { bookId: this.#bookId, places }
    writeDurably(this.#path, `${JSON.stringify(file, null, 2)}\n`)
  }
}

/** A book as its witness knows it again: by its id, and by the hash of its first entry. */
export interface Known {
  readonly id: string
  readonly first: string | undefined
}

/**
 * What was last written for a book at a path; reads only. Its id is no part of the chain: where the book was never seen
 * under it, what is known there of one that began with the same entry is told, so that another id hides nothing.
 */
export function recallWitness(home: string, { id, first }: Known, place: string): Testimony | undefined {
  const own = readWitness(witnessPath(home, id), id)[place]
  return own ?? (first === undefined ? undefined : underAnotherId(home, first, place))
}

function underAnotherId(home: string, first: string, place: string): Testimony | undefined {
  const folder = witnessFolder(home)
  if (!existsSync(folder)) return undefined
  const [newest] = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readWitness(join(folder, name), name.slice(0, -'.json'.length))[place] ?? [])
    .filter((testimony) => testimony.first === first)
    .sort((a, b) => b.seq - a.seq)
  return newest
}

function witnessFolder(home: string): string {
  return join(home, 'witness')
}

function witnessPath(home: string, bookId: string): string {
  return join(witnessFolder(home), `${bookId}.json`)
}

function readWitness(path: string, bookId: string): WitnessFile['places'] {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as WitnessFile
    return file.bookId === bookId && file.places ? file.places : {}
  } catch {
    // A missing or torn witness is a first meeting; the alarm is for a book behind a readable one.
    return {}
  }
}

/** How a closed book's file lies on the disk; undefined while a log of writes lies beside it. */
export function fileState(path: string): FileState | null {
  const head = readFileHead(path)
  if (head.isWal) return null
  const { size, mtimeMs } = statSync(path)
  return { size, mtimeMs, changeCounter: head.changeCounter }
}

export function sameFileState(a: FileState | null, b: FileState | null): boolean {
  return a !== null && b !== null && a.size === b.size && a.mtimeMs === b.mtimeMs && a.changeCounter === b.changeCounter
}
