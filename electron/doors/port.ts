import { parentPort as workerPort } from 'node:worker_threads'
import type { App } from '../backend/app.ts'
import { Desk } from '../backend/desk.ts'
import { machineOptions } from './machine.ts'
import { type DoorPort, openPortDoor } from './port-door.ts'

/** What Electron's utility process puts on `process`: its line to the main process; ports come beside the messages. */
interface ParentPort {
  on(event: 'message', listen: (event: { data: unknown; ports: DoorPort[] }) => void): unknown
  postMessage(message: { book: string | null }): void
}

const { parentPort } = process as { parentPort?: ParentPort }

/** Tells the parent which book lies open: should this process die, its successor opens the same one again. */
class RememberedDesk extends Desk {
  override async open(file: string): Promise<App> {
    const app = await super.open(file)
    tell(app.file.path)
    return app
  }

  override async close(): Promise<void> {
    await super.close()
    tell(null)
  }
}

function tell(book: string | null): void {
  parentPort?.postMessage({ book })
  workerPort?.postMessage({ book })
}

/** The backend as a program of its own: the desktop's utility process, or a worker thread. */
const desk = new RememberedDesk(machineOptions({ canSwitch: true, keepsBackups: true }))
const isReady = reopen(process.argv[2])

async function reopen(book: string | undefined): Promise<void> {
  try {
    if (book !== undefined) await desk.open(book)
  } catch {
    // The screens find no book open and offer what the start screen offers; opening it there says what is wrong.
  }
}

/** Each port that is handed over becomes a door; the word `close` closes the book and ends the program. */
async function take(word: unknown, ports: readonly DoorPort[]): Promise<void> {
  await isReady
  for (const port of ports) openPortDoor(desk, port)
  if (word === 'close') await desk.close().finally(() => process.exit(0))
}

parentPort?.on('message', ({ data, ports }) => void take(data, ports))
workerPort?.on('message', (message: 'close' | DoorPort) => {
  void (message === 'close' ? take(message, []) : take('port', [message]))
})
