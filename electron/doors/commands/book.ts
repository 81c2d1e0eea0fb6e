import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cooperativeSchema } from '../../../shared/contract/cooperative.ts'
import { invalidInputOf } from '../../../shared/contract/issue-words.ts'
import { Refusal } from '../../../shared/errors.ts'
import { createBook } from '../../backend/db/create.ts'
import type { Desk } from '../../backend/desk.ts'
import { type ExportFormat, exportBook, exportFormats } from '../../backend/export/index.ts'
import { backUp, restoreBackup } from '../../backend/services/book/backup.ts'
import { bookKindOf } from '../../backend/services/book/book.ts'
import { verifyFile } from '../../backend/services/book/verify.ts'
import {
  type Command,
  exit,
  readJson,
  requireNoMore,
  requireWord,
  type Terminal,
  withBook,
  write,
  writeJson,
} from './command.ts'
import { writeOut } from './output.ts'

/** `lumbung new <book> '<json: cooperative>'`: a book ending in `.latihan` is a practice book. */
export const newCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 2, flags)
  const word = requireWord(words, 0, 'book')
  // A book must lie somewhere: it cannot be passed on through a pipe.
  if (word === '-') throw new Refusal('INVALID_INPUT', 'word_unknown', { name: word })
  const path = resolve(word)
  const parsed = cooperativeSchema.safeParse(readJson(words[1]) ?? {})
  if (!parsed.success) throw invalidInputOf(parsed.error.issues)
  const { now, newId } = terminal.options
  await createBook({ path, kind: bookKindOf(path), cooperative: parsed.data }, { now, newId })
  await writeJson(terminal.stdout, { path, name: parsed.data.name, kind: bookKindOf(path) })
  return exit.done
}

/** `lumbung verify <book>`: figures as JSON on stdout, sentences on stderr; exit 3 where something does not hold. */
export const verifyCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 1, flags, ['json'])
  const { home, now } = terminal.options
  const verdict = await verifyFile(requireWord(words, 0, 'book'), home, now())
  await writeJson(terminal.stdout, verdict)
  const summary = verdict.ok ? 'Buku utuh' : `Ada ${verdict.problems.length} masalah`
  await write(terminal.stderr, `${summary}: ${verdict.entries} bukti, ${verdict.lines} baris.\n`)
  for (const { kind, voucher, detail } of verdict.problems) {
    await write(terminal.stderr, `- ${voucher ?? kind}: ${detail}\n`)
  }
  for (const { detail } of verdict.warnings) await write(terminal.stderr, `- (peringatan) ${detail}\n`)
  return verdict.ok ? exit.done : exit.problems
}

/** `lumbung backup <book> <file|->` */
export const backupCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 2, flags)
  const path = requireWord(words, 0, 'book')
  const target = requireWord(words, 1, 'file')
  return withBook(path, terminal, async (desk) => {
    if (target === '-') await inPassing((file) => sendBackup(desk, file, terminal))
    else await writeJson(terminal.stdout, await backUp(desk.app(), target))
    return exit.done
  })
}

async function sendBackup(desk: Desk, file: string, terminal: Terminal): Promise<void> {
  const { attachments } = await backUp(desk.app(), file)
  await pipeline(createReadStream(file), terminal.stdout, { end: false })
  const left = attachments.files + attachments.missing
  if (left > 0) await write(terminal.stderr, `${left} lampiran tidak ikut. Cadangkan ke berkas supaya ikut.\n`)
}

/** A file between standard input or output and what needs a file to prove; it is gone afterwards. */
async function inPassing<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
  try {
    return await work(join(folder, 'backup.lumbung'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `lumbung restore <file|-> <book> [--reason <text>]`: a book that lies there is moved aside. */
export const restoreCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 2, flags, ['reason'])
  const backup = requireWord(words, 0, 'file')
  const book = requireWord(words, 1, 'book')
  const { home, now } = terminal.options
  const reason = typeof flags.reason === 'string' ? flags.reason : 'lumbung restore'
  const restore = (file: string) => restoreBackup({ backup: file, book, home, now: now(), reason })
  const restored = await (backup === '-'
    ? inPassing((file) => receive(file, terminal).then(() => restore(file)))
    : restore(backup))
  await writeJson(terminal.stdout, restored)
  return exit.done
}

async function receive(file: string, terminal: Terminal): Promise<void> {
  await pipeline(terminal.stdin, createWriteStream(file))
}

/** `lumbung export <book> --format hledger|beancount|csv|xlsx|json <file>` */
export const exportCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 2, flags, ['format'])
  const path = requireWord(words, 0, 'book')
  const target = requireWord(words, 1, 'file')
  const format = requireFormat(flags.format)
  return withBook(path, terminal, async (desk) => {
    const content = exportBook(desk.app(), format)
    if (target === '-') await pipeline(content, terminal.stdout, { end: false })
    else await writeOut(target, content)
    return exit.done
  })
}

function requireFormat(given: string | true | undefined): ExportFormat {
  const format = exportFormats.find((known) => known === given)
  if (!format) throw new Refusal('INVALID_INPUT', 'not_in_list', { formats: exportFormats })
  return format
}
