import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { App } from '../../app.ts'
import { createBook } from '../../db/create.ts'
import { bookFiles, writeDurably } from '../../db/file.ts'
import type { BookKind, Reader } from '../../db/tables.ts'
import type { Desk } from '../../desk.ts'
import { head } from '../../ledger/head.ts'
import { listBackups } from './backup.ts'

type Status = Answers['book']['status']

/** Practice files end in `.latihan`, all others are real. */
export function bookKindOf(path: string): BookKind {
  return path.toLowerCase().endsWith('.latihan') ? 'practice' : 'real'
}

/** Which book lies open, where it is and how it fares. */
export async function bookStatus(desk: Desk): Promise<Status> {
  const { today, program, folder, canSwitch } = desk.options
  return { book: desk.isEmpty() ? null : await openBookStatus(desk.app()), today: today(), program, folder, canSwitch }
}

async function openBookStatus(app: App): Promise<NonNullable<Status['book']>> {
  const [newest] = (await listBackups(app)).rows
  return app.read(async ({ db }) => {
    const book = await db.selectFrom('book').selectAll().executeTakeFirstOrThrow()
    const { name } = await db.selectFrom('cooperative').select('name').executeTakeFirstOrThrow()
    const { seq, hash } = await head(db)
    return {
      bookId: book.id,
      name,
      path: app.file.path,
      kind: book.kind,
      readOnly: app.file.isReadOnly,
      entries: seq,
      newestDate: await newestDate(db),
      head: { number: seq, hash },
      lastBackup: newest ? { path: newest.path, at: newest.at, entriesSince: Math.max(0, seq - newest.entries) } : null,
      alarms: [...app.alarms],
    }
  })
}

async function newestDate(db: Reader): Promise<string | null> {
  const newest = await db
    .selectFrom('journal_entry')
    .select((eb) => eb.fn.max('date').as('date'))
    .executeTakeFirst()
  return newest?.date ?? null
}

/** Books that were open on this machine, newest first. */
export function recentBooks(desk: Desk): Answers['book']['recent'] {
  return { rows: readRecent(desk).map((book) => ({ ...book, isThere: existsSync(book.path) })) }
}

interface RecentBook {
  readonly path: string
  readonly name: string
  readonly kind: string
}

const recentMax = 12

function recentFile(desk: Desk): string {
  return join(desk.options.home, 'recent-books.json')
}

function readRecent(desk: Desk): RecentBook[] {
  try {
    const rows = JSON.parse(readFileSync(recentFile(desk), 'utf8')) as unknown
    return Array.isArray(rows) ? (rows as RecentBook[]) : []
  } catch {
    // No list yet, or one that was cut off: it is a convenience and starts anew.
    return []
  }
}

function remember(desk: Desk, { path, name, kind }: RecentBook): void {
  const others = readRecent(desk).filter((book) => book.path !== path)
  const rows = [{ path, name, kind }, ...others].slice(0, recentMax)
  try {
    writeDurably(recentFile(desk), `${JSON.stringify(rows, null, 2)}\n`)
  } catch (error) {
    desk.log.trouble('recent books', (error as NodeJS.ErrnoException).code ?? 'unknown')
  }
}

/** Makes a book, by default in the program's folder under the cooperative's name, and opens it. */
export async function createAndOpen(desk: Desk, input: Inputs['book']['create']): Promise<Status> {
  requireSwitching(desk)
  const path = input.path === undefined ? freePath(desk, input.cooperative.name) : resolve(input.path)
  await createBook({ path, kind: bookKindOf(path), cooperative: input.cooperative }, desk.options)
  return openAndRemember(desk, path)
}

/** A name that Windows allows too, with a number where it is taken. */
function freePath(desk: Desk, name: string): string {
  const safe =
    name
      .replace(/[<>:"/\\|?*.]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 60) || 'Koperasi'
  for (let number = 1; ; number += 1) {
    const path = join(desk.options.folder, `${number === 1 ? safe : `${safe} ${number}`}.lumbung`)
    if (bookFiles(path).length === 0) return path
  }
}

export async function openBook(desk: Desk, { path }: Inputs['book']['open']): Promise<Status> {
  requireSwitching(desk)
  return openAndRemember(desk, resolve(path))
}

/** Opens the sample cooperative; the first time it is made, which takes some seconds. */
export async function openSample(desk: Desk): Promise<Status> {
  requireSwitching(desk)
  return openAndRemember(desk, await desk.options.makeSample(join(desk.options.folder, 'Contoh')))
}

export async function closeBook(desk: Desk): Promise<Status> {
  requireSwitching(desk)
  await desk.close()
  return bookStatus(desk)
}

async function openAndRemember(desk: Desk, path: string): Promise<Status> {
  await desk.open(path)
  const status = await bookStatus(desk)
  if (status.book) remember(desk, status.book)
  return status
}

function requireSwitching(desk: Desk): void {
  if (!desk.options.canSwitch) throw new Refusal('NOT_ALLOWED', 'one_book')
}
