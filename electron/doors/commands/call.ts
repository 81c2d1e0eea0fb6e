import { join, parse } from 'node:path'
import { createInterface } from 'node:readline'
import { createRouterClient } from '@orpc/server'
import { contract } from '../../../shared/contract/index.ts'
import { askedBook } from '../../../shared/contract/reports.ts'
import { Refusal } from '../../../shared/errors.ts'
import { router } from '../../backend/api/index.ts'
import { fileRefusal } from '../../backend/db/file.ts'
import type { Desk } from '../../backend/desk.ts'
import { treasurer } from '../../backend/work.ts'
import {
  type Command,
  errorAnswer,
  exit,
  parsedJson,
  readJson,
  requireNoMore,
  requireWord,
  type Terminal,
  textOf,
  withBook,
  write,
  writeJson,
} from './command.ts'
import { writeOut } from './output.ts'

type Procedure = (input: unknown) => Promise<unknown>

/** A procedure of the contract by its name `area.verb`; refuses NOT_FOUND, so nothing else of the program is reachable. */
function findProcedure(desk: Desk, name: string): Procedure {
  const [area = '', verb = '', ...more] = name.split('.')
  const areas: Readonly<Record<string, Readonly<Record<string, unknown>>>> = contract
  const isKnown = more.length === 0 && Object.hasOwn(areas, area) && Object.hasOwn(areas[area] ?? {}, verb)
  if (!isKnown) throw new Refusal('NOT_FOUND', 'procedure', { procedure: name })
  const client = createRouterClient(router, { context: { desk, actor: treasurer, language: 'id' } })
  const procedures = client as unknown as Readonly<Record<string, Readonly<Record<string, Procedure>>>>
  const procedure = procedures[area]?.[verb]
  if (!procedure) throw new Refusal('NOT_FOUND', 'procedure', { procedure: name })
  return procedure
}

const books: ReadonlySet<unknown> = new Set(askedBook.options.map(({ shape }) => shape.report.value))

/** Whoever wants a book in a file wants all of it: its further volumes are written beside the first. */
function wholeBook(name: string, input: unknown): string {
  if (name !== 'reports.pdf' || typeof input !== 'object' || input === null) return name
  const { report, params } = input as { report?: unknown; params?: { volume?: unknown } | null }
  return books.has(report) && params?.volume === undefined ? 'reports.volumes' : name
}

function isVolumes(answer: unknown): answer is { files: File[] } {
  const { files } = (answer ?? {}) as { files?: unknown }
  return Array.isArray(files) && files.length > 0 && files.every((file) => file instanceof File)
}

/** The first volume under the name that was asked for, the second of `buku.pdf` as `buku-2.pdf`. */
async function writeVolumes(files: readonly File[], out: string | true | undefined, terminal: Terminal): Promise<void> {
  if (typeof out !== 'string' || out === '-') throw new Refusal('INVALID_INPUT', 'word_missing', { name: '--out' })
  const { dir, name, ext } = parse(out)
  const written: { file: string; name: string; bytes: number }[] = []
  for (const [index, file] of files.entries()) {
    const path = index === 0 ? out : join(dir, `${name}-${index + 1}${ext}`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    await writeOut(path, [bytes])
    written.push({ file: path, name: file.name, bytes: bytes.length })
  }
  await writeJson(terminal.stdout, { ...written[0], ...(written.length > 1 && { volumes: written }) })
}

/** `lumbung call <book> <procedure> ['<json>'] [--out <file>]` */
export const callCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 3, flags, ['out', 'as'])
  const path = requireWord(words, 0, 'book')
  const name = requireWord(words, 1, 'procedure')
  const input = readJson(words[2])
  return withBook(path, terminal, async (desk) => {
    const whole = typeof flags.out === 'string' && flags.out !== '-' ? wholeBook(name, input) : name
    const answer = await findProcedure(desk, whole)(input)
    if (isVolumes(answer)) await writeVolumes(answer.files, flags.out, terminal)
    else if (answer instanceof File) await writeFile(answer, flags.out, terminal)
    else if (typeof flags.out === 'string' && flags.out !== '-') await writeAnswer(answer, flags.out)
    else await writeJson(terminal.stdout, answer)
    return exit.done
  })
}

function writeAnswer(answer: unknown, out: string): Promise<void> {
  return writeOut(out, [`${JSON.stringify(answer ?? null)}\n`])
}

async function writeFile(file: File, out: string | true | undefined, terminal: Terminal): Promise<void> {
  if (typeof out !== 'string') throw new Refusal('INVALID_INPUT', 'word_missing', { name: '--out' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (out === '-') return write(terminal.stdout, bytes)
  await writeOut(out, [bytes])
  await writeJson(terminal.stdout, { file: out, name: file.name, bytes: bytes.length })
}

/**
 * `lumbung batch <book> <file.jsonl|->`: each line is answered in order, on one line of its own, before the next is
 * waited for; a line that is no call, an empty one too, is answered with its refusal and the batch goes on.
 */
export const batchCommand: Command = async (words, flags, terminal) => {
  requireNoMore(words, 2, flags, ['as'])
  const path = requireWord(words, 0, 'book')
  const source = requireWord(words, 1, 'file')
  return withBook(path, terminal, async (desk) => {
    const input = source === '-' ? terminal.stdin : await openLines(source)
    // Read byte by byte character: a text whose bytes are no UTF-8 must be refused, not changed in silence.
    input.setEncoding('latin1')
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      await writeJson(terminal.stdout, await answerLine(desk, line))
    }
    return exit.done
  })
}

async function openLines(path: string) {
  const { createReadStream, statSync } = await import('node:fs')
  try {
    if (statSync(path).isDirectory()) throw new Refusal('NOT_FOUND', 'file', { path })
    return createReadStream(path)
  } catch (error) {
    throw fileRefusal(error, path)
  }
}

async function answerLine(desk: Desk, line: string): Promise<unknown> {
  let name = 'batch'
  try {
    const call = parsedJson(textOf(Buffer.from(line, 'latin1')))
    if (!isCall(call)) throw new Refusal('INVALID_INPUT', 'not_a_call')
    name = call.procedure
    const answer = await findProcedure(desk, name)(call.input)
    if (isVolumes(answer)) return { result: { files: await Promise.all(answer.files.map(inBase64)) } }
    return { result: answer instanceof File ? await inBase64(answer) : (answer ?? null) }
  } catch (error) {
    return errorAnswer(error, desk, name)
  }
}

async function inBase64(file: File) {
  return { name: file.name, base64: Buffer.from(await file.arrayBuffer()).toString('base64') }
}

function isCall(value: unknown): value is { procedure: string; input?: unknown } {
  return typeof value === 'object' && value !== null && typeof (value as { procedure?: unknown }).procedure === 'string'
}
