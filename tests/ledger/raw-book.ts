import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import Database from 'better-sqlite3'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { addMember, deposit, openSavings, putCash, withdraw } from '../support/counter.ts'

/** A closed book with some of everything, from which copies are taken for whoever means harm. */
export interface RawBook {
  readonly path: string
  readonly folder: string
  readonly home: string
  /** The id of an entry that was reversed, of its reversal, and of one that stands. */
  readonly reversed: string
  readonly reversal: string
  readonly standing: string
  readonly savingsAccountId: string
  readonly otherSavingsAccountId: string
  readonly memberId: string
  /** A fresh copy elsewhere; nobody has seen a book there. */
  copy(name?: string): string
  remove(): void
}

/** Cash, savings of two members, a reversal, a locked month: closed, so that it is one plain file. */
export async function makeRawBook(): Promise<RawBook> {
  const book = await openTestBook()
  const memberId = await addMember(book)
  const other = await addMember(book, '0002')
  const savingsAccountId = await openSavings(book, memberId)
  const otherSavingsAccountId = await openSavings(book, other)
  await putCash(book, 5_000_000_00)
  const mistaken = await deposit(book, savingsAccountId, 70_000_00)
  const undone = { requestId: requestId(), entryId: mistaken.entryId, date: '2026-01-06', reason: 'Salah ketik' }
  const reversal = await book.api.journal.reverse(undone)
  await deposit(book, savingsAccountId, 100_000_00)
  await deposit(book, otherSavingsAccountId, 250_000_00, '2026-02-03')
  const standing = await withdraw(book, savingsAccountId, 25_000_00, '2026-02-10')
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  await book.desk.close()
  return {
    ...placesOf(book),
    reversed: mistaken.entryId,
    reversal: reversal.entryId,
    standing: standing.entryId,
    savingsAccountId,
    otherSavingsAccountId,
    memberId,
  }
}

/** Where a closed book lies, and copies of it. */
export function placesOf({ path, folder }: TestBook) {
  let copies = 0
  return {
    path,
    folder,
    home: join(folder, 'home'),
    copy: (name?: string) => {
      copies += 1
      const to = join(folder, name ?? `copy-${copies}.lumbung`)
      copyFileSync(path, to)
      return to
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Runs statements with every trigger taken away and put back as it was. */
export function edit(path: string, sql: string): void {
  const database = new Database(path)
  database.pragma('foreign_keys = OFF')
  const triggers = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  database.exec(sql)
  for (const trigger of triggers) database.exec(trigger.sql)
  database.close()
}

/** Runs SQL on a file as any program could, all in one transaction; answers what it was refused with. */
export type Attempt = (path: string, sql: string) => string | undefined

/** Through better-sqlite3 as it comes out of the box. */
export const byLibrary: Attempt = (path, sql) => {
  const database = new Database(path)
  try {
    database.exec(`BEGIN; ${sql}; COMMIT`)
    return undefined
  } catch (error) {
    return (error as Error).message
  } finally {
    database.close()
  }
}

/** Through the command line shell of the operating system, where there is one; it keeps no foreign keys by itself. */
export const byShell: Attempt = (path, sql) => {
  const { stderr } = spawnSync('sqlite3', ['-bail', path], { input: `BEGIN; ${sql}; COMMIT;`, encoding: 'utf8' })
  return stderr === '' ? undefined : stderr
}

export const hasShell = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'sqlite3')))

/** Everything the ledger holds, as text: two books with the same text hold the same. */
export function contentOf(path: string): string {
  const database = new Database(path, { readonly: true })
  try {
    const tables = ['journal_entry', 'journal_line', 'period_act', 'balance_day', 'balance_year', 'request', 'book']
    return tables.map((table) => JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all())).join('\n')
  } finally {
    database.close()
  }
}
