import { AsyncLocalStorage } from 'node:async_hooks'
import { hash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { assert, Refusal } from '../../shared/errors.ts'
import { backUpBeforeMigration } from './db/backup.ts'
import { type BookCopy, copyOpenBook } from './db/book-copy.ts'
import { currentVersion, pendingMigrations, runMigrations } from './db/migrate.ts'
import { isMarkedReadOnly, lookAt, type OpenFile, openForWriting, openPrivateCopy, requireOpenable } from './db/open.ts'
import { askDirectly, insertion, question } from './db/question.ts'
import { isDiskError, sqliteCode, sqliteTrouble } from './db/sqlite-trouble.ts'
import type { Reader, Tables, Tx } from './db/tables.ts'
import { Guardian } from './ledger/guardian.ts'
import { firstHash, head } from './ledger/head.ts'
import { type Inspection, inspect } from './ledger/inspection.ts'
import type { Problem } from './ledger/verify.ts'
import { fileState, recallWitness } from './ledger/witness.ts'
import type { Log } from './log.ts'
import type { Actor, Reading, Work } from './work.ts'

/** Everything that could differ between two runs; there are no globals. */
export interface AppOptions {
  readonly file: string
  /** Folder for what the program keeps for itself. */
  readonly home: string
  /** UTC ISO text of the moment. */
  readonly now: () => string
  /** The calendar day; a hint only, see design.md on clocks. */
  readonly today: () => string
  readonly newId: () => string
  readonly log: Log
  /** Told after every committed writing. */
  readonly onWrite?: () => void
}

/** Who called what: the frame of one writing. */
export interface Call {
  readonly procedure: string
  readonly input: unknown
  readonly requestId: string | undefined
  readonly actor: Actor
}

/** The open book as services see it: a steady reading, or one writing in its own transaction. */
export interface App {
  readonly options: AppOptions
  readonly file: OpenFile
  /** What the witness or the opening proof found; the start screen and `ledger.verify` tell it. */
  readonly alarms: readonly Problem[]
  readonly guardian: Guardian
  read<T>(work: (reading: Reading) => Promise<T>): Promise<T>
  write<T>(call: Call, work: (work: Work) => Promise<T>): Promise<T>
  /** The book with all that was called before, copied for reading in another thread while calls go on here. */
  copy(signal?: AbortSignal): Promise<BookCopy>
  close(): Promise<void>
}

/** Opens a book through every door's common way: a look that writes nothing, settings, migrations, witness. */
export async function openApp(options: AppOptions): Promise<App> {
  requireOpenable(options.file)
  const path = realpathSync(options.file)
  let found: Found | undefined
  const look = async (file: OpenFile) => {
    found = await lookInto(file, options)
  }
  const file = isMarkedReadOnly(path) ? await openLooked(path, look) : await openWhereRoom(path, look)
  try {
    assert(found, 'a book is looked at before it is opened')
    await bringUpToDate(file, options)
    const guardian = await Guardian.appoint(file, found.bookId, options, found.inspection)
    return new BookApp(options, file, guardian)
  } catch (error) {
    file.close()
    throw sqliteTrouble(error)
  }
}

interface Found {
  readonly bookId: string
  readonly inspection: Inspection
}

async function lookInto(file: OpenFile, options: AppOptions): Promise<Found> {
  const { id } = await requireRegistered(file)
  const testimony = recallWitness(options.home, { id, first: await firstHash(file.db) }, file.path)
  const inspection = await inspect(file.db, testimony, fileState(file.path), options.now())
  return { bookId: id, inspection }
}

/** The two rows every book is made with; without them somebody was at the file. Refuses BOOK_DAMAGED. */
async function requireRegistered({ db, path }: OpenFile): Promise<{ id: string }> {
  const book = await db.selectFrom('book').select('id').executeTakeFirst()
  const cooperative = await db.selectFrom('cooperative').select('name').executeTakeFirst()
  if (!book || !cooperative) throw new Refusal('BOOK_DAMAGED', 'altered', { path })
  return book
}

/** A disk without room for a log of writes still lets everything be read: DISK_FULL is refused only where not even that is. */
async function openWhereRoom(path: string, look: (file: OpenFile) => Promise<void>): Promise<OpenFile> {
  try {
    return await openForWriting(path, look)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'DISK_FULL') throw error
    return await openLooked(path, look).catch(() => {
      throw error
    })
  }
}

async function openLooked(path: string, look: (file: OpenFile) => Promise<void>): Promise<OpenFile> {
  await lookAt(openPrivateCopy(path), look)
  return openPrivateCopy(path)
}

async function bringUpToDate(file: OpenFile, options: AppOptions): Promise<void> {
  const version = file.database.pragma('user_version', { simple: true }) as number
  if (version === currentVersion) return
  // What is only looked at is a private copy already.
  if (!file.isReadOnly) await backUpBeforeMigration(file, version, options)
  await runMigrations(file.db, version, pendingMigrations(version))
}

class BookApp implements App {
  readonly options: AppOptions
  readonly file: OpenFile
  readonly guardian: Guardian
  readonly #held = new AsyncLocalStorage<true>()
  #diskFailed = false
  #isClosed = false

  constructor(options: AppOptions, file: OpenFile, guardian: Guardian) {
    this.options = options
    this.file = file
    this.guardian = guardian
  }

  get alarms(): readonly Problem[] {
    return this.guardian.alarms
  }

  async read<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
    try {
      const reading = async (db: Kysely<Tables>) => {
        this.#requireOpen()
        return work({ db: askDirectly(db, this.file.database), today: this.options.today() })
      }
      return await this.#alone(() => this.file.db.connection().execute(reading))
    } catch (error) {
      throw this.#translated(error)
    }
  }

  async write<T>(call: Call, work: (work: Work) => Promise<T>): Promise<T> {
    if (this.file.isReadOnly) throw new Refusal('READ_ONLY', 'file', { path: this.file.path })
    this.#requireSoundDisk()
    const { now, today, newId } = this.options
    try {
      const writing = async (tx: Tx) => {
        this.#requireOpen()
        this.#requireSoundDisk()
        askDirectly(tx, this.file.database)
        const earlier = await earlierAnswer(tx, call)
        if (earlier) return earlier.result as T
        const { procedure, actor } = call
        const requestId = call.requestId ?? null
        const answer = await work({ tx, today: today(), now: now(), newId, actor, procedure, requestId })
        if (requestId !== null) await remember(tx, call, requestId, answer, now())
        return answer
      }
      const result = await this.#alone(() => this.file.db.transaction().execute(writing))
      this.guardian.noteWrite()
      this.options.onWrite?.()
      return result
    } catch (error) {
      throw this.#translated(error)
    }
  }

  async copy(signal?: AbortSignal): Promise<BookCopy> {
    await this.read(async () => {})
    try {
      return await copyOpenBook(this.file, signal)
    } catch (error) {
      this.#requireOpen()
      throw error
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.guardian.takeLeave()
  }

  /** Whoever waited for its turn may get it when the book has been closed, or its disk has failed. */
  #requireOpen(): void {
    if (this.#isClosed) throw new Refusal('NOT_ALLOWED', 'no_book')
  }

  #requireSoundDisk(): void {
    if (this.#diskFailed) throw new Refusal('DISK_ERROR', 'reopen')
  }

  /** There is one connection: whoever holds it and asks for it again would wait for ever. That is a bug, and says so. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    assert(this.#held.getStore() === undefined, 'a reading or writing does not begin inside another')
    return this.#held.run(true, work)
  }

  /** After an error of the disk nobody knows what was saved: writing stops until the book is opened again. */
  #translated(error: unknown): unknown {
    if (isDiskError(sqliteCode(error))) this.#diskFailed = true
    return sqliteTrouble(error)
  }
}

/** The first answer to the same request; refuses REQUEST_ID_REUSED when the id came with another input. */
async function earlierAnswer(db: Reader, call: Call): Promise<{ result: unknown } | undefined> {
  if (call.requestId === undefined) return undefined
  const request = await requestById.first(db, call.requestId)
  if (!request) return undefined
  if (request.procedure !== call.procedure || request.input_hash !== inputHash(call.input)) {
    throw new Refusal('REQUEST_ID_REUSED', undefined, { requestId: call.requestId })
  }
  return { result: JSON.parse(request.result) }
}

const requestById = question((db, id: string) => db.selectFrom('request').selectAll().where('id', '=', id))

async function remember(tx: Tx, call: Call, id: string, answer: unknown, at: string): Promise<void> {
  const { seq } = await head(tx)
  const result = JSON.stringify(answer ?? null)
  const row = { id, procedure: call.procedure, input_hash: inputHash(call.input), result, at, made_by: call.actor.id }
  await writeRequest(tx, { ...row, last_seq: seq })
}

const writeRequest = insertion('request', ['id', 'procedure', 'input_hash', 'result', 'at', 'made_by', 'last_seq'])

/** SHA-256 of the parsed input, its keys in a fixed order: two spellings of one input are one input. */
function inputHash(input: unknown): string {
  return hash('sha256', JSON.stringify(sortedKeys(input)) ?? 'null', 'hex')
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sortedKeys(inner)]),
  )
}
