import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const lumbung = join(import.meta.dirname, '..', '..', 'bin', 'lumbung')

interface Call {
  readonly procedure: string
  readonly input: unknown
}

/** The program as somebody installed it, with a home of its own: command line and browser door, nothing in between. */
export class Program {
  readonly home = mkdtempSync(join(tmpdir(), 'lumbung-e2e-'))
  readonly book = join(this.home, 'koperasi.lumbung')
  readonly #env = { ...process.env, HOME: this.home, XDG_DATA_HOME: '' }
  #door: ChildProcess | undefined

  /** Takes over another one's home with its books, instead of an empty one. */
  startFrom(other: Program): void {
    cpSync(other.home, this.home, { recursive: true, preserveTimestamps: true })
  }

  /** Runs one command line and answers what it wrote as JSON; throws where it refused. */
  run(...words: readonly string[]): unknown {
    const stdio = ['ignore', 'pipe', 'pipe'] as const
    return JSON.parse(execFileSync(lumbung, words, { env: this.#env, encoding: 'utf8', stdio: [...stdio] }))
  }

  call(procedure: string, input: unknown = {}): unknown {
    return this.run('call', this.book, procedure, JSON.stringify(input))
  }

  /** Many calls in one run; throws at the first that was refused. */
  batch(calls: readonly Call[]): unknown[] {
    const input = calls.map((call) => JSON.stringify(call)).join('\n')
    const out = execFileSync(lumbung, ['batch', this.book, '-'], { env: this.#env, encoding: 'utf8', input })
    return out
      .trim()
      .split('\n')
      .map((line) => {
        const answer: { result?: unknown; error?: unknown } = JSON.parse(line)
        if (answer.error !== undefined) throw new Error(line)
        return answer.result
      })
  }

  /** Opens the browser door on a book, this program's own one; answers the address with its token. */
  serve(book = this.book): Promise<string> {
    return this.#serve(book)
  }

  /** Opens the browser door without a book: a person makes or chooses one on the first screen. */
  serveWithoutBook(): Promise<string> {
    return this.#serve()
  }

  async #serve(...book: readonly string[]): Promise<string> {
    const door = spawn(lumbung, ['serve', ...book, '--no-open'], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#door = door
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    let said = ''
    door.stdout.on('data', (part) => {
      said += String(part)
      if (said.includes('\n')) resolve(said.trim())
    })
    door.once('exit', (code) => reject(new Error(`the browser door ended with ${code}: ${said}`)))
    return promise
  }

  /** Ends the door the way a person does, or as a crash would. */
  async stop(how: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const door = this.#door
    this.#door = undefined
    if (!door || door.exitCode !== null || door.signalCode !== null) return
    const ended = once(door, 'exit')
    door.kill(how)
    await ended
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL')
    this.forget()
  }

  /** Clears away the home of a program that serves nothing. */
  forget(): void {
    rmSync(this.home, { recursive: true, force: true })
  }
}
