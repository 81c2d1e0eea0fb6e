import type { Writable } from 'node:stream'
import { Desk, type DeskOptions } from '../backend/desk.ts'
import { openHttpDoor } from './http.ts'
import { openBrowser } from './open-browser.ts'
import { findPages, readPages } from './pages.ts'

interface Serving {
  /** The book to serve; without one the screens let a person choose. */
  readonly book: string | undefined
  readonly port: number
  readonly openBrowser: boolean
}

/** The browser door as a program: prints its address once, and ends on a signal with the book closed. */
export async function serve(options: DeskOptions, serving: Serving, terminal: { stdout: Writable }): Promise<void> {
  const told = toldToEnd()
  const pages = readPages(findPages())
  const desk = new Desk({ ...options, canSwitch: serving.book === undefined, keepsBackups: true })
  try {
    if (serving.book !== undefined) await desk.open(serving.book)
    const door = await openHttpDoor(desk, serving.port, pages)
    terminal.stdout.write(`${door.guard.address}\n`)
    if (serving.openBrowser) openBrowser(door.guard.openingAddress())
    await told
    await door.close()
  } finally {
    await desk.close()
  }
}

async function toldToEnd(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve())
  if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(resolve)
  await promise
  // Whatever hangs, the program is gone before anybody who waits for it loses patience.
  setTimeout(() => process.exit(1), 13_000).unref()
}

/** npm and npx put a shell between themselves and a program: told to end, only the shell hears it and is gone. */
function whenOrphaned(tell: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    tell()
  }, 500)
  timer.unref()
}
