import { rmSync } from 'node:fs'
import { backupsToDrop } from '../../../shared/rules/backup-rotation.ts'
import type { App } from '../app.ts'
import { head } from '../ledger/head.ts'
import { backUp, listBackups } from './backup.ts'

/** Entries after which a backup is due while the book is open. */
const entriesMax = 20
/** A backup waits for this long without writing, so that it never stands in a treasurer's way. */
const quietMs = 3_000

/** Makes the backups nobody thinks of (promises.md D1): every twenty entries, and on closing whatever is new. */
export class BackupKeeper {
  readonly #app: App
  #backedUpTo: number
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()

  private constructor(app: App, backedUpTo: number) {
    this.#app = app
    this.#backedUpTo = backedUpTo
  }

  /** Begins with what the newest backup holds; a book without one is backed up on closing. */
  static async appoint(app: App): Promise<BackupKeeper> {
    const [newest] = (await listBackups(app)).rows
    if (!newest) return new BackupKeeper(app, 0)
    const last = await app.read(({ db }) =>
      db
        .selectFrom('journal_entry')
        .select('seq')
        .where('created_at', '<=', newest.at)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst(),
    )
    return new BackupKeeper(app, last?.seq ?? 0)
  }

  /** Called after every committed writing. */
  noteWrite(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#running = this.#backUpIfBehind(entriesMax)
    }, quietMs)
  }

  /** The last backup of a sitting, before the book is closed. */
  async takeLeave(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#running
    await this.#backUpIfBehind(1)
  }

  /** A backup that fails must not keep anybody from working or closing; the start screen shows its age. */
  async #backUpIfBehind(entries: number): Promise<void> {
    try {
      const { seq } = await this.#app.read(({ db }) => head(db))
      if (seq - this.#backedUpTo < entries) return
      await backUp(this.#app)
      this.#backedUpTo = seq
      const { rows } = await listBackups(this.#app)
      for (const path of backupsToDrop(rows)) rmSync(path, { force: true })
    } catch (error) {
      this.#app.options.log.trouble('automatic backup', (error as { code?: string }).code ?? 'unknown')
    }
  }
}
