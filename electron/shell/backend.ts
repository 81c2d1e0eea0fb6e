import { once } from 'node:events'
import { join } from 'node:path'
import { app, MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import { portChannel } from './channels.ts'

const farewellMs = 20_000
const restartsMax = 3
const calmMs = 60_000

/** The backend in a process of its own. When it dies it is started again, with the book that lay open. */
export class Backend {
  readonly #window: () => WebContents | undefined
  readonly #giveUp: () => void
  #process: UtilityProcess | undefined
  #book: string | undefined
  #restarts = 0
  #isStopping = false

  constructor(window: () => WebContents | undefined, giveUp: () => void) {
    this.#window = window
    this.#giveUp = giveUp
  }

  start(): void {
    const words = this.#book === undefined ? [] : [this.#book]
    const started = utilityProcess.fork(join(app.getAppPath(), 'out', 'backend', 'index.js'), words, {
      serviceName: 'Lumbung',
      stdio: 'ignore',
    })
    started.on('message', (message: unknown) => this.#remember(message))
    started.once('exit', () => this.#afterDeath())
    this.#process = started
  }

  /** Hands the window a port of its own; the one it had before is of no use any more. */
  connect(): void {
    const contents = this.#window()
    if (!this.#process || !contents) return
    const { port1, port2 } = new MessageChannelMain()
    this.#process.postMessage('port', [port1])
    contents.postMessage(portChannel, null, [port2])
  }

  /** Closes the book and ends the process; answers when it is gone, by force if it must be. */
  async stop(): Promise<void> {
    this.#isStopping = true
    const running = this.#process
    if (!running) return
    const gone = once(running, 'exit')
    running.postMessage('close')
    const timer = setTimeout(() => running.kill(), farewellMs)
    await gone
    clearTimeout(timer)
  }

  /** The backend says which book lies open, so that its successor can open it again. */
  #remember(message: unknown): void {
    if (typeof message !== 'object' || message === null || !('book' in message)) return
    this.#book = typeof message.book === 'string' ? message.book : undefined
  }

  #afterDeath(): void {
    this.#process = undefined
    if (this.#isStopping) return
    this.#restarts += 1
    if (this.#restarts > restartsMax) {
      this.#giveUp()
      return
    }
    setTimeout(() => {
      this.#restarts = Math.max(0, this.#restarts - 1)
    }, calmMs).unref()
    this.start()
    this.connect()
  }
}
