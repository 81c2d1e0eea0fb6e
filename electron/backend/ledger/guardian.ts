import type { AppOptions } from '../app.ts'
import type { OpenFile } from '../db/open.ts'
import { sqliteCode } from '../db/sqlite-trouble.ts'
import type { Reader } from '../db/tables.ts'
import { actsHead } from './acts-head.ts'
import { firstHash, type Head, head, newestVoucher } from './head.ts'
import type { Inspection } from './inspection.ts'
import type { Problem } from './verify.ts'
import { fileState, type Testimony, Witness } from './witness.ts'

/** How far the witness may lag behind an entry. */
const witnessLagMs = 900

/** Keeps the witness of an open book up to date, and hands the book back closed with its file's state on record. */
export class Guardian {
  readonly alarms: readonly Problem[]
  readonly #file: OpenFile
  readonly #options: AppOptions
  readonly #witness: Witness | undefined
  readonly #lost: Testimony['lost']
  #proven: Head
  #timer: NodeJS.Timeout | undefined
  #hasLeft = false

  private constructor(file: OpenFile, options: AppOptions, found: Inspection, witness: Witness | undefined) {
    this.#file = file
    this.#options = options
    this.#witness = witness
    this.#lost = found.lost
    this.#proven = found.proven
    this.alarms = found.alarms
  }

  /** Takes over a book that was just opened; a home that cannot be written leaves it without a witness, and the log says so. */
  static async appoint(file: OpenFile, bookId: string, options: AppOptions, found: Inspection): Promise<Guardian> {
    const witness = file.isReadOnly ? undefined : hireWitness(options, bookId, file.path)
    const guardian = new Guardian(file, options, found, witness)
    guardian.#testify(await standOf(file.db), false)
    return guardian
  }

  /** Called after every committed writing: the witness follows within a second. */
  noteWrite(): void {
    this.#timer ??= setTimeout(() => void this.#follow(), witnessLagMs)
  }

  /** Called after a full verification without problems. */
  noteProven(proven: Head): void {
    this.#proven = proven
  }

  /**
   * Closes the file as one plain file and puts its state on record. On a disk that fails it is closed all the same, so
   * that it can be opened again; what then stands in it the next opening finds out.
   */
  async takeLeave(): Promise<void> {
    clearTimeout(this.#timer)
    this.#hasLeft = true
    await this.#file.db.connection().execute(async (db) => {
      const last = await this.#attempt('closing', () => standOf(db))
      const isClosed = await this.#attempt('closing', async () => this.#file.close() === undefined)
      if (last && isClosed) this.#testify(last, true)
    })
  }

  /** The witness may lag but never lead: it waits for its turn, so that what it sees is committed. */
  async #follow(): Promise<void> {
    this.#timer = undefined
    await this.#file.db.connection().execute(async (db) => {
      const stand = this.#hasLeft ? undefined : await this.#attempt('witness', () => standOf(db))
      if (stand) this.#testify(stand, false)
    })
  }

  /** Trouble of the disk is logged, not thrown: nobody waits for an answer here. */
  async #attempt<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      const code = sqliteCode(error)
      if (code === undefined) throw error
      this.#options.log.trouble(what, code)
      return undefined
    }
  }

  #testify({ newest, first, voucher, acts }: Stand, isClosed: boolean): void {
    try {
      this.#witness?.testify({
        ...newest,
        first,
        voucher,
        acts,
        at: this.#options.now(),
        file: isClosed ? fileState(this.#file.path) : null,
        proven: this.#proven,
        lost: this.#lost,
      })
    } catch (error) {
      this.#options.log.trouble('witness', (error as NodeJS.ErrnoException).code ?? 'unknown')
    }
  }
}

/** What the witness remembers of a book. */
interface Stand {
  readonly newest: Head
  readonly first: string | undefined
  readonly voucher: string | undefined
  readonly acts: Head
}

async function standOf(db: Reader): Promise<Stand> {
  return {
    newest: await head(db),
    first: await firstHash(db),
    voucher: await newestVoucher(db),
    acts: await actsHead(db),
  }
}

function hireWitness(options: AppOptions, bookId: string, path: string): Witness | undefined {
  try {
    return new Witness(options.home, bookId, path)
  } catch (error) {
    options.log.trouble('witness', (error as NodeJS.ErrnoException).code ?? 'unknown')
    return undefined
  }
}
