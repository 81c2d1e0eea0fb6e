import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../../shared/errors.ts'
import type { AppOptions } from '../app.ts'
import { type Head, head } from '../ledger/head.ts'
import { type Problem, verifyBook } from '../ledger/verify.ts'
import { connect, openDatabase } from './connection.ts'
import { fileRefusal, requireFreeName, syncFile, syncFolder } from './file.ts'
import type { OpenFile } from './open.ts'
import { sqliteTrouble } from './sqlite-trouble.ts'
import type { Reader } from './tables.ts'

/** What must lie beside a backup before it gets its name, told by the proven copy. */
export type Companions<T> = (copy: Reader) => Promise<T>

/** A backup that was read back and proven before it got its name. */
export interface Backup {
  readonly path: string
  readonly head: Head
  readonly entries: number
}

/**
 * Copies an open book with VACUUM INTO, opens the copy, proves it whole (integrity, chain, balances, same head) and only
 * then gives it its name; what it speaks of is laid beside it first. Refuses ALREADY_EXISTS, BOOK_DAMAGED (with the problems), DISK_FULL, READ_ONLY.
 */
export async function writeBackup<T = undefined>(
  file: OpenFile,
  target: string,
  companions?: Companions<T>,
): Promise<Backup & { readonly beside: T | undefined }> {
  requireFreeName(target)
  const temporary = `${target}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(target), { recursive: true })
    rmSync(temporary, { force: true })
    file.database.prepare('VACUUM INTO ?').run(temporary)
    syncFile(temporary)
    const proven = await proveCopy(temporary, await head(file.db), companions)
    renameSync(temporary, target)
    syncFolder(dirname(target))
    return { path: target, ...proven }
  } catch (error) {
    rmSync(temporary, { force: true })
    throw sqliteTrouble(fileRefusal(error, target))
  }
}

async function proveCopy<T>(path: string, expected: Head, companions?: Companions<T>) {
  const database = openDatabase(path, { readonly: true })
  try {
    const copy = connect(database)
    const { entries, head: found, problems } = await verifyBook(copy)
    const all: Problem[] = [...problems]
    if (found.hash !== expected.hash)
      all.push({ kind: 'chain', entryId: null, voucher: null, detail: 'the copy ends elsewhere' })
    if (all.length > 0) throw new Refusal('BOOK_DAMAGED', 'altered', { problems: all.slice(0, 20) })
    return { head: found, entries, beside: await companions?.(copy) }
  } finally {
    database.close()
  }
}

/** The copy that is made before a book's shape changes: beside the other backups, never thrown away by rotation. */
export async function backUpBeforeMigration(file: OpenFile, version: number, options: AppOptions): Promise<void> {
  const stamp = options.now().replace(/[:.]/g, '-')
  const name = `${basename(file.path)}.before-version-${version + 1}.${stamp}`
  await writeBackup(file, freeName(join(options.home, 'backups', name)))
}

/** An opening that was interrupted leaves its copy; on a clock that stands the next one would want the same name. */
function freeName(path: string): string {
  for (let number = 2, free = path; ; number += 1, free = `${path}.${number}`) if (!existsSync(free)) return free
}
