import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a program asked of the disk, in its order. `inode` names a file through all its names. */
export type DiskEvent = { readonly at: number } & (
  | { readonly kind: 'write'; readonly inode: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly inode: string; readonly length: number }
  | { readonly kind: 'sync'; readonly inode: string; readonly path: string }
  | { readonly kind: 'create'; readonly inode: string; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'mkdir'; readonly path: string }
  | { readonly kind: 'acknowledge'; readonly text: string }
)

const compiler = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => ['cc', 'gcc', 'clang'].map((name) => join(folder, name)))
  .find((path) => existsSync(path))

/** True where a power cut can be simulated: the recorder is made at test time, for Linux. */
export const canRecord = process.platform === 'linux' && compiler !== undefined

/** Makes the recorder; answers its path. */
export function makeRecorder(folder: string): string {
  const library = join(folder, 'recorder.so')
  const words = ['-shared', '-fPIC', '-O2', '-o', library, join(import.meta.dirname, 'recorder.c'), '-ldl', '-lpthread']
  const { status, stderr } = spawnSync(compiler ?? 'cc', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the recorder could not be made: ${stderr}`)
  return library
}

/** Reads what the recorder wrote down. */
export function readRecord(path: string): DiskEvent[] {
  const file = readFileSync(path)
  const events: DiskEvent[] = []
  let place = 0
  while (place < file.length) {
    const end = file.indexOf(10, place)
    const [kind = '', at, inode = '', offset, length, ...name] = file.toString('utf8', place, end).split(' ')
    const size = kind === 'W' || kind === 'A' ? Number(length) : 0
    const bytes = file.subarray(end + 1, end + 1 + size)
    events.push({ at: Number(at), ...readEvent(kind, inode, Number(offset), bytes, name.join(' ')) })
    place = end + 1 + size
  }
  return events
}

type Untimed<Event> = Event extends DiskEvent ? Omit<Event, 'at'> : never

function readEvent(kind: string, inode: string, offset: number, bytes: Buffer, path: string): Untimed<DiskEvent> {
  switch (kind) {
    case 'W':
      return { kind: 'write', inode, offset, bytes }
    case 'T':
      return { kind: 'truncate', inode, length: offset }
    case 'S':
      return { kind: 'sync', inode, path }
    case 'C':
      return { kind: 'create', inode, path }
    case 'R': {
      const [from = '', to = ''] = path.split('\t')
      return { kind: 'rename', from, to }
    }
    case 'U':
      return { kind: 'unlink', path }
    case 'M':
      return { kind: 'mkdir', path }
    case 'A':
      return { kind: 'acknowledge', text: bytes.toString('utf8') }
    default:
      throw new Error(`the record has an event ${kind}`)
  }
}
