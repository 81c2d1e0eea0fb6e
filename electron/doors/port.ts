import { parentPort as workerPort } from 'node:worker_threads'
import { Desk } from '../backend/desk.ts'
import { machineOptions } from './machine.ts'
import { type DoorPort, openPortDoor } from './port-door.ts'

/** What Electron's utility process puts on `process`: where its parent's messages arrive, each with its ports. */
interface ParentPort {
  on(event: 'message', listen: (event: { data: unknown; ports: DoorPort[] }) => void): unknown
}

/** The backend as a program of its own: the desktop's utility process, or a worker thread. */
const desk = new Desk(machineOptions({ canSwitch: true, keepsBackups: true }))

/** Each port that is handed over becomes a door; the word `close` closes the book and ends the program. */
function takeMessage(word: unknown, ports: readonly DoorPort[]): void {
  for (const port of ports) openPortDoor(desk, port)
  if (word === 'close') void desk.close().finally(() => process.exit(0))
}

const { parentPort } = process as { parentPort?: ParentPort }
parentPort?.on('message', ({ data, ports }) => takeMessage(data, ports))
workerPort?.on('message', (message: 'close' | DoorPort) => {
  if (message === 'close') takeMessage(message, [])
  else takeMessage(undefined, [message])
})
