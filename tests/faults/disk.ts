import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pick, type Random } from './random.ts'
import type { DiskEvent } from './record.ts'

/** The least a disk writes at once: a write may be torn between two of these, never inside one. */
const sector = 512

type Change = Extract<DiskEvent, { kind: 'write' | 'truncate' }>
type Naming = Extract<DiskEvent, { kind: 'create' | 'rename' | 'unlink' | 'mkdir' }>

interface File {
  /** What a sync has made certain. */
  certain: Buffer
  /** What was asked since. */
  pending: Change[]
}

/**
 * What a disk holds between asking and certainty. A sync of a file makes its content certain, a sync of a folder the
 * names in it; all else may be there after a power cut, or not, or in parts. Names are kept in their order, as every
 * file system with a journal does; contents are not.
 */
export class Disk {
  readonly #below: string
  readonly #files = new Map<string, File>()
  /** Names that are certain, each with the file behind it. */
  readonly #certainNames = new Map<string, string>()
  readonly #folders = new Set<string>()
  /** Which file a number means now: the file system gives the number of a removed file to the next one. */
  readonly #current = new Map<string, string>()
  #pendingNames: Naming[] = []

  constructor(below: string) {
    this.#below = below
  }

  /** The disk below a folder, all of it certain. */
  static of(below: string): Disk {
    const disk = new Disk(below)
    disk.#look(below)
    return disk
  }

  /** The same disk once more, before anything was asked of it. */
  copy(): Disk {
    const disk = new Disk(this.#below)
    for (const [inode, file] of this.#files)
      disk.#files.set(inode, { certain: file.certain, pending: [...file.pending] })
    for (const [path, inode] of this.#certainNames) disk.#certainNames.set(path, inode)
    for (const folder of this.#folders) disk.#folders.add(folder)
    return disk
  }

  /** Takes what lies below the folder now for certain. */
  #look(folder: string): void {
    this.#folders.add(folder)
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      const { ino } = statSync(path)
      if (statSync(path).isDirectory()) this.#look(path)
      else {
        this.#files.set(String(ino), { certain: readFileSync(path), pending: [] })
        this.#certainNames.set(path, String(ino))
      }
    }
  }

  apply(event: DiskEvent): void {
    if (event.kind === 'write' || event.kind === 'truncate') this.#file(event.inode).pending.push(event)
    else if (event.kind === 'sync') this.#sync(event)
    else if (event.kind !== 'acknowledge') this.#pendingNames.push(this.#begun(event))
  }

  /** A new file gets a number that no file had before. */
  #begun(event: Naming): Naming {
    if (event.kind !== 'create') return event
    const inode = `${event.inode}.${this.#files.size}`
    this.#current.set(event.inode, inode)
    this.#files.set(inode, { certain: Buffer.alloc(0), pending: [] })
    return { ...event, inode }
  }

  #file(number: string): File {
    const file = this.#files.get(this.#current.get(number) ?? number)
    if (!file) throw new Error(`nobody knows file ${number}`)
    return file
  }

  #sync({ inode, path }: Extract<DiskEvent, { kind: 'sync' }>): void {
    if (!this.#isFolder(path)) {
      const file = this.#file(inode)
      file.certain = contentOf(file, () => true)
      file.pending = []
      return
    }
    for (const naming of this.#pendingNames) rename(this.#certainNames, this.#folders, naming)
    this.#pendingNames = []
  }

  #isFolder(path: string): boolean {
    return (
      this.#folders.has(path) || this.#pendingNames.some((naming) => naming.kind === 'mkdir' && naming.path === path)
    )
  }

  /** Puts on the real disk what could be left if the power went now. */
  cut(random: Random): void {
    const names = new Map(this.#certainNames)
    const folders = new Set(this.#folders)
    for (const naming of this.#pendingNames.slice(0, pick(random, this.#pendingNames.length + 1))) {
      rename(names, folders, naming)
    }
    rmSync(this.#below, { recursive: true, force: true })
    for (const folder of folders) mkdirSync(folder, { recursive: true })
    for (const [path, inode] of names) {
      mkdirSync(dirname(path), { recursive: true })
      const file = this.#files.get(inode)
      if (file) writeFileSync(path, contentOf(file, chance(random)))
    }
  }
}

function rename(names: Map<string, string>, folders: Set<string>, naming: Naming): void {
  if (naming.kind === 'create') names.set(naming.path, naming.inode)
  else if (naming.kind === 'unlink') names.delete(naming.path)
  else if (naming.kind === 'mkdir') folders.add(naming.path)
  else {
    const inode = names.get(naming.from)
    names.delete(naming.from)
    if (inode !== undefined) names.set(naming.to, inode)
  }
}

/** How much of what was not certain survives differs from cut to cut: nothing, all, or any part of it. */
function chance(random: Random): () => boolean {
  const share = [0, 1, 0.5, random()][pick(random, 4)] ?? 0
  return () => random() < share
}

/** A file's content where each sector and truncation since the last sync is kept or lost. */
function contentOf({ certain, pending }: File, isKept: () => boolean): Buffer {
  const size = pending.reduce((max, change) => Math.max(max, endOf(change)), certain.length)
  const content = Buffer.alloc(size)
  certain.copy(content)
  let length = certain.length
  for (const change of pending) {
    if (change.kind === 'truncate') {
      if (!isKept()) continue
      if (change.length < length) content.fill(0, change.length, length)
      length = change.length
    } else {
      for (const [start, end] of sectorsOf(change)) {
        if (!isKept()) continue
        change.bytes.copy(content, start, start - change.offset, end - change.offset)
        length = Math.max(length, end)
      }
    }
  }
  return content.subarray(0, length)
}

function endOf(change: Change): number {
  return change.kind === 'truncate' ? change.length : change.offset + change.bytes.length
}

function* sectorsOf({ offset, bytes }: Extract<Change, { kind: 'write' }>): Generator<[start: number, end: number]> {
  const end = offset + bytes.length
  for (let start = offset; start < end; ) {
    const next = Math.min(end, (Math.floor(start / sector) + 1) * sector)
    yield [start, next]
    start = next
  }
}
