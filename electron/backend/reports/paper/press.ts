import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { assert, Refusal } from '../../../../shared/errors.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'
import type { AskedOfCopy, Paper } from '../read-paper.ts'
import type { PressedBook, WantedVolumes } from './press-book.ts'
import type { PaperProgress, Tell } from './progress.ts'

/** What the worker is to make of what it is handed. */
interface Wanted {
  readonly output: 'pdf' | 'sheet' | 'statement'
  /** Of a book: the first unless said. */
  readonly volumes?: WantedVolumes
}

/** All that stands on the paper. */
export type PaperJob = Wanted & Paper

/** What is long to read, and the copy of the book it is read from. */
export type CopyJob = Wanted & { readonly copy: AskedOfCopy }

/** What the worker is handed: nothing it could reach the book itself with. */
export type Job = PaperJob | CopyJob

/** What a file is named after. */
export type NamedAfter = Pick<Statement, 'title' | 'label' | 'language'> & { readonly cooperative: string }

/** What came of a job: files, the statement alone, a refusal or a bug. */
export type LastAnswer =
  | { readonly book: PressedBook; readonly of: NamedAfter }
  | { readonly statement: Statement }
  | { readonly refused: ConstructorParameters<typeof Refusal> }
  | { readonly error: Error }

/** What the worker says: how far it is, any number of times, and once what came of it. */
export type JobAnswer = LastAnswer | { readonly progress: PaperProgress }

/** A worker that waits for the next job is kept this long: its fonts and modules are already read. */
const idleMs = 30_000

/** What one job may take; a page costs what it costs, however many there are. */
const resourceLimits = { maxOldGenerationSizeMb: 768 }

let idle: { readonly worker: Worker; readonly dismissal: NodeJS.Timeout } | undefined

/** The one file of a statement, or the first volume of a book. */
export async function press(job: PaperJob, signal?: AbortSignal): Promise<Uint8Array> {
  const [file] = (await pressAll(job, signal)).book.files
  assert(file, 'a paper has a first file')
  return file.bytes
}

/**
 * Makes the files of a statement in a worker, so that windows and the book go on answering. Refuses CANCELLED as soon as
 * `signal` is aborted: the worker is stopped where it is. `tell` hears how far it is.
 */
export async function pressAll(job: Job, signal?: AbortSignal, tell?: Tell) {
  const answer = await made(job, signal, tell)
  assert('book' in answer, 'files were asked for')
  return answer
}

/** Reads a statement from a copy of the book, in the worker and as `pressAll`. */
export async function readFromCopy(copy: AskedOfCopy, signal?: AbortSignal, tell?: Tell): Promise<Statement> {
  const answer = await made({ output: 'statement', copy }, signal, tell)
  assert('statement' in answer, 'a statement was asked for')
  return answer.statement
}

async function made(job: Job, signal: AbortSignal | undefined, tell: Tell | undefined): Promise<LastAnswer> {
  if (signal?.aborted) throw new Refusal('CANCELLED')
  const worker = takeWorker()
  const answer = await answerOf(worker, job, signal, tell)
  release(worker)
  if ('refused' in answer) throw new Refusal(...answer.refused)
  if ('error' in answer) throw answer.error
  return answer
}

async function answerOf(
  worker: Worker,
  job: Job,
  signal: AbortSignal | undefined,
  tell: Tell | undefined,
): Promise<LastAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<LastAnswer>()
  const hear = (answer: JobAnswer) => ('progress' in answer ? tell?.(answer.progress) : resolve(answer))
  const cancel = () => reject(new Refusal('CANCELLED'))
  const fail = (error: unknown) => reject(error)
  const exit = (code: number) => reject(new Error(`the paper worker ended with ${code}`))
  worker.on('message', hear).on('error', fail).on('messageerror', fail).on('exit', exit)
  signal?.addEventListener('abort', cancel)
  try {
    worker.postMessage(job)
    return await promise
  } catch (error) {
    worker.on('error', () => {})
    void worker.terminate()
    throw error
  } finally {
    signal?.removeEventListener('abort', cancel)
    worker.off('message', hear).off('error', fail).off('messageerror', fail).off('exit', exit)
  }
}

function takeWorker(): Worker {
  const waiting = idle
  idle = undefined
  if (!waiting) return startWorker()
  clearTimeout(waiting.dismissal)
  waiting.worker.off('exit', forget)
  waiting.worker.ref()
  return waiting.worker
}

/** Keeps one worker for the next job; a second that comes back at the same time is let go. */
function release(worker: Worker): void {
  if (idle) {
    void worker.terminate()
    return
  }
  const dismissal = setTimeout(dismissWorker, idleMs)
  dismissal.unref()
  worker.unref()
  worker.on('exit', forget)
  idle = { worker, dismissal }
}

function forget(): void {
  idle = undefined
}

function dismissWorker(): void {
  const waiting = idle
  idle = undefined
  void waiting?.worker.terminate()
}

function startWorker(): Worker {
  const path = workerFile()
  const isSource = path.endsWith('.ts')
  const execArgv = isSource && !process.features.typescript ? ['--experimental-strip-types', '--no-warnings'] : []
  return new Worker(path, { resourceLimits, execArgv, name: 'paper' })
}

/** Beside the bundle that runs (`../paper/index.js`), outside an archive where there is one; in a checkout the source. */
function workerFile(): string {
  const source = join(import.meta.dirname, 'worker.ts')
  if (existsSync(source)) return source
  const bundled = join(import.meta.dirname, '..', 'paper', 'index.js')
  const unpacked = bundled.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
  return existsSync(unpacked) ? unpacked : bundled
}
