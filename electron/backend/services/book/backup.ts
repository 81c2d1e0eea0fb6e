import { copyFileSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { byNewest } from '../../../../shared/rules/backup-rotation.ts'
import type { App } from '../../app.ts'
import { attachmentFolder, sharedAttachmentFolder } from '../../db/attachment-files.ts'
import { writeBackup } from '../../db/backup.ts'
import { bookFiles, fileRefusal, syncFile, syncFolder } from '../../db/file.ts'
import { openPrivateCopy, requireClosed } from '../../db/open.ts'
import type { Reader } from '../../db/tables.ts'
import type { Desk } from '../../desk.ts'
import { chainStart } from '../../ledger/chain.ts'
import { firstHash, head } from '../../ledger/head.ts'
import { fileState, Witness } from '../../ledger/witness.ts'
import { copyAttachments } from './attachment-copies.ts'
import { verifyFile, verifyFileAlone } from './verify.ts'

type BackupAnswer = Answers['backup']['now']

/** Where a book's own backups lie: below the home, one folder a book, so that they outlive the book's file. */
async function backupFolder(app: App): Promise<string> {
  const { id } = await app.read(({ db }) => db.selectFrom('book').select('id').executeTakeFirstOrThrow())
  return join(app.options.home, 'backups', id)
}

/**
 * Writes a proven copy of the open book, to `path` or to the book's own backup folder, with what is attached: beside a copy
 * of its own, or in the one folder that all backups share. Refuses ALREADY_EXISTS,
 * BOOK_DAMAGED, DISK_FULL, READ_ONLY.
 */
export async function backUp(app: App, path?: string): Promise<BackupAnswer> {
  const at = app.options.now()
  const target = path === undefined ? await ownBackup(app, at) : resolve(path)
  // A stick that is not plugged in is not made up: the copy would lie on the laptop's own disk.
  if (!existsSync(dirname(target))) throw new Refusal('NOT_FOUND', 'folder', { path: dirname(target) })
  const to = path === undefined ? sharedAttachmentFolder(target) : attachmentFolder(target)
  const attached = (copy: Reader) => copyAttachments(copy, [attachmentFolder(app.file.path)], to)
  const { path: made, head: newest, entries, beside } = await writeBackup(app.file, target, attached)
  const attachments = beside ?? { files: 0, missing: 0 }
  return { path: made, at, entries, head: { number: newest.seq, hash: newest.hash }, attachments }
}

/** The next backup's name: its number says which is later, whatever the clock said, and how much it holds. */
async function ownBackup(app: App, at: string): Promise<string> {
  const folder = await backupFolder(app)
  mkdirSync(folder, { recursive: true })
  const [newest] = (await listBackups(app)).rows
  const { seq } = await app.read(({ db }) => head(db))
  const ending = extname(app.file.path)
  const number = String((newest?.number ?? 0) + 1).padStart(4, '0')
  const moment = at.replaceAll(':', '').replace(/\..*$/, '').replace('T', ' ')
  return join(folder, `${basename(app.file.path, ending)} ${number}, ${seq} bukti, ${moment}${ending}`)
}

const ownName =
  / (?<number>\d{4,}), (?<entries>\d+) bukti, (?<day>\d{4}-\d\d-\d\d) (?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)\./

/** What the name of a backup says; of one that somebody else named only when its file was written is known. */
function readName(name: string, writtenAt: string): { number: number; entries: number; at: string } {
  const found = ownName.exec(name)?.groups
  if (!found) return { number: 0, entries: 0, at: writtenAt }
  const { number, entries, day, hour, minute, second } = found
  return { number: Number(number), entries: Number(entries), at: `${day}T${hour}:${minute}:${second}.000Z` }
}

/** The book's own backups, newest first. */
export async function listBackups(app: App): Promise<Answers['backup']['list']> {
  const folder = await backupFolder(app)
  if (!existsSync(folder)) return { rows: [] }
  const rows = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map(({ name }) => {
      const path = join(folder, name)
      const { size, mtime } = statSync(path)
      return { path, bytes: size, ...readName(name, mtime.toISOString()) }
    })
  return { rows: rows.sort(byNewest) }
}

/** Reads a backup back and proves it whole. */
export async function verifyBackup(app: App, path: string): Promise<Answers['backup']['verify']> {
  const { lines: _, ...verdict } = await verifyFile(path, app.options.home, app.options.now())
  return verdict
}

export interface Restoring {
  readonly backup: string
  readonly book: string
  readonly home: string
  readonly now: string
  readonly reason: string
}

/**
 * Puts a proven backup in the place of a book, and what is attached to it beside it. What lay there is moved aside with
 * its log of writes, never thrown away; attached files only ever come in addition. The witness begins anew with the reason. The book must be closed. Refuses BOOK_LOCKED, BOOK_DAMAGED,
 * NOT_A_BOOK, DISK_FULL.
 */
export async function restoreBackup(restoring: Restoring): Promise<Answers['backup']['restore']> {
  const { backup, home, now, reason } = restoring
  const book = resolve(restoring.book)
  requireClosed(book)
  const { ok, entries, problems } = await verifyFileAlone(backup, home, now)
  if (!ok) throw new Refusal('BOOK_DAMAGED', 'altered', { problems: problems.slice(0, 20) })
  const temporary = `${book}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(book), { recursive: true })
    copyFileSync(backup, temporary)
    syncFile(temporary)
    const attachments = await bringAttachments(temporary, backup, book)
    const movedAside = moveAside(book, now)
    renameSync(temporary, book)
    syncFolder(dirname(book))
    const found = await beginWitnessAnew(realpathSync(book), home, now, reason)
    return {
      path: book,
      movedAside: movedAside ?? '',
      entries,
      head: { number: found.seq, hash: found.hash },
      attachments,
    }
  } catch (error) {
    rmSync(temporary, { force: true })
    throw fileRefusal(error, book)
  }
}

/** What a backup speaks of comes from beside it, from the folder of a book's own backups, or lies there still. */
async function bringAttachments(copy: string, backup: string, book: string) {
  const file = openPrivateCopy(copy)
  try {
    const from = [attachmentFolder(resolve(backup)), sharedAttachmentFolder(resolve(backup))]
    return await copyAttachments(file.db, from, attachmentFolder(book))
  } finally {
    file.close()
  }
}

/** Restores over the book that lies open: it is closed, moved aside, and the backup is opened in its place. */
export async function restoreOpenBook(
  desk: Desk,
  { path, reason }: Inputs['backup']['restore'],
): Promise<Answers['backup']['restore']> {
  const { file, options } = desk.app()
  if (file.isReadOnly) throw new Refusal('READ_ONLY', 'file', { path: file.path })
  const { ok, problems } = await verifyFileAlone(path, options.home, options.now())
  if (!ok) throw new Refusal('BOOK_DAMAGED', 'altered', { problems: problems.slice(0, 20) })
  await desk.close()
  try {
    const { home, now } = options
    return await restoreBackup({ backup: path, book: file.path, home, now: now(), reason })
  } finally {
    await desk.open(file.path)
  }
}

function moveAside(book: string, now: string): string | undefined {
  const files = bookFiles(book)
  if (files.length === 0) return undefined
  const aside = `${book}.before-restore-${now.replace(/[:.]/g, '-')}`
  for (const file of files) renameSync(file, `${aside}${file.slice(book.length)}`)
  return aside
}

async function beginWitnessAnew(path: string, home: string, now: string, reason: string) {
  const file = openPrivateCopy(path)
  try {
    const { id } = await file.db.selectFrom('book').select('id').executeTakeFirstOrThrow()
    const newest = await head(file.db)
    const proven = { seq: 0, hash: chainStart }
    const first = await firstHash(file.db)
    new Witness(home, id, path).testify({ ...newest, first, at: now, file: fileState(path), proven, lost: [], reason })
    return newest
  } finally {
    file.close()
  }
}
