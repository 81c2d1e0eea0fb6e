import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

/** What a treasurer in a process of her own is told to do. */
export interface Orders {
  readonly path: string
  readonly home: string
  /** Begins her request ids. */
  readonly name: string
  /** How many entries a day; each day she opens and closes the book. */
  readonly entries: number
  readonly days?: number
  readonly pauseMs?: number
  /** How long the book stays open after the last entry. */
  readonly staysMs?: number
  /** A file that takes what she says, instead of standard output. */
  readonly acknowledgements?: string
  /** Request ids to use instead of her own. */
  readonly requests?: readonly string[]
  /** How the program is broken on purpose, so that a harness can show that it finds this. */
  readonly breaks?: 'acknowledges early' | 'syncs less'
}

export interface Teller {
  readonly process: ChildProcess
  /** What she said so far, a line each. */
  readonly said: string[]
  /** Settles when she has said a line that begins so, or has gone. */
  hears(beginning: string): Promise<boolean>
  readonly gone: Promise<{ code: number | null; signal: string | null }>
}

interface Employment {
  /** A program to run her under, with its words: `strace`, `faketime`. */
  readonly under?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Another script than the treasurer's own. */
  readonly script?: string
}

const ownScript = join(import.meta.dirname, 'teller.ts')

/** Starts a treasurer. */
export function employ(orders: Orders, { under = [], env = {}, script = ownScript }: Employment = {}): Teller {
  const [program = '', ...words] = [...under, process.execPath, script, JSON.stringify(orders)]
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  })
  const said: string[] = []
  const listeners = new Set<() => void>()
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    said.push(...lines)
    for (const listener of listeners) listener()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(`error ${text}`))
  const gone = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  const hears = (beginning: string) =>
    new Promise<boolean>((resolve) => {
      const look = () => {
        if (!said.some((line) => line.startsWith(beginning))) return
        listeners.delete(look)
        resolve(true)
      }
      listeners.add(look)
      look()
      void gone.then(() => resolve(said.some((line) => line.startsWith(beginning))))
    })
  return { process: child, said, hears, gone }
}

/** The requests she was told are saved. */
export function savedRequests(said: readonly string[]): string[] {
  return said.filter((line) => line.startsWith('saved ')).map((line) => line.split(' ')[1] ?? '')
}
