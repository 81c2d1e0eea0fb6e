import { Refusal } from '../../shared/errors.ts'
import { type App, type AppOptions, openApp } from './app.ts'
import type { BookKind } from './db/tables.ts'
import type { Log } from './log.ts'
import { BackupKeeper } from './services/book/backup-keeper.ts'

/** Everything about a program's run that is not about one book. */
export type DeskOptions = Omit<AppOptions, 'file' | 'onWrite'> & {
  /** True where people sit: backups are made by themselves. A single command makes none. */
  readonly keepsBackups: boolean
  /** Where new books are made. */
  readonly folder: string
  /** False where a door serves one given book only. */
  readonly canSwitch: boolean
  readonly program: string
  /** Finds or makes the sample cooperative below a folder and answers the path of its book. */
  readonly makeSample: (folder: string) => Promise<string>
}

/** The desk a treasurer sits at: at most one book lies open on it. */
export class Desk {
  readonly options: DeskOptions
  #app: App | undefined
  #kind: BookKind | undefined
  #keeper: BackupKeeper | undefined

  constructor(options: DeskOptions) {
    this.options = options
  }

  get log(): Log {
    return this.options.log
  }

  /** The open book; refuses NOT_ALLOWED while none is open. */
  app(): App {
    if (!this.#app) throw new Refusal('NOT_ALLOWED', 'no_book')
    return this.#app
  }

  isEmpty(): boolean {
    return this.#app === undefined
  }

  kind(): BookKind | undefined {
    return this.#kind
  }

  /** Opens a book; the one that lay there before is closed first. */
  async open(file: string): Promise<App> {
    await this.close()
    const app = await openApp({ ...this.options, file, onWrite: () => this.#keeper?.noteWrite() })
    const book = await app.read(({ db }) => db.selectFrom('book').select('kind').executeTakeFirstOrThrow())
    this.#app = app
    this.#kind = book.kind
    if (this.options.keepsBackups && !app.file.isReadOnly) this.#keeper = await BackupKeeper.appoint(app)
    return app
  }

  async close(): Promise<void> {
    const app = this.#app
    const keeper = this.#keeper
    this.#app = undefined
    this.#kind = undefined
    this.#keeper = undefined
    await keeper?.takeLeave()
    await app?.close()
  }
}
