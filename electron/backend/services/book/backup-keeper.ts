import { rmSync } from 'node:fs'
import { backupsToDrop } from '../../../../shared/rules/backup-rotation.ts'
import type { App } from '../../app.ts'
import { head } from '../../ledger/head.ts'
import { backUp, listBackups } from './backup.ts'

/** Entries after which a backup is due while the book is open. */
const entriesMax = 20
/** A backup waits for this long without writing, so that it never stands in a treasurer's way. */
const quietMs = 3_000

/** Makes the backups nobody thinks of (promises.md D1): every twenty entries, daily, and on closing whatever is new. */
export class BackupKeeper {
  readonly #app: App
  #backedUpTo: number
  /** The day of the newest backup. */
  #backedUpOn: string | undefined
  /** Something was written since the newest backup: members and settings are no entries. */
  #hasNews = false
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()

  private constructor(app: App, backedUpTo: number, backedUpOn: string | undefined) {
    this.#app = app
    this.#backedUpTo = backedUpTo
    this.#backedUpOn = backedUpOn
  }

  /** Begins with what the newest backup holds; a book without one is backed up on closing. */
  static async appoint(app: App): Promise<BackupKeeper> {
    const [newest] = (await listBackups(app)).rows
    return new BackupKeeper(app, newest?.entries ?? 0, newest?.at.slice(0, 10))
  }

  /** Called after every committed writing. */
  noteWrite(): void {
    this.#hasNews = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#running = this.#backUpWhere((behind) => behind >= entriesMax || this.#isFirstOfDay())
    }, quietMs)
  }

  /** The last backup of a sitting, before the book is closed. */
  async takeLeave(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#running
    await this.#backUpWhere((behind) => behind > 0 || this.#hasNews)
  }

  #isFirstOfDay(): boolean {
    return this.#backedUpOn !== this.#app.options.now().slice(0, 10)
  }

  /** A backup that fails must not keep anybody from working or closing; the start screen shows its age. */
  async #backUpWhere(isDue: (entriesBehind: number) => boolean): Promise<void> {
    try {
      const { seq } = await this.#app.read(({ db }) => head(db))
      if (!isDue(seq - this.#backedUpTo)) return
      const hadNews = this.#hasNews
      this.#hasNews = false
      const made = await backUp(this.#app).catch((error: unknown) => {
        this.#hasNews = hadNews
        throw error
      })
      this.#backedUpTo = made.head.number
      this.#backedUpOn = made.at.slice(0, 10)
      const { rows } = await listBackups(this.#app)
      for (const path of backupsToDrop(rows)) rmSync(path, { force: true })
    } catch (error) {
      this.#app.options.log.trouble('automatic backup', (error as { code?: string }).code ?? 'unknown')
    }
  }
}
