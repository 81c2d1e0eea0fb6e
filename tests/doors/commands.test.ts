import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportCommand, newCommand, verifyCommand } from '../../electron/doors/commands/book.ts'
import { batchCommand, callCommand } from '../../electron/doors/commands/call.ts'
import type { Command, Flags, Terminal } from '../../electron/doors/commands/command.ts'
import { Refusal } from '../../shared/errors.ts'

let folder: string
let book: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lumbung-commands-'))
  book = join(folder, 'koperasi.lumbung')
  await run(newCommand, [book, '{"name":"Koperasi Uji"}'])
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly stdout: string
}

/** Runs a command as the program does, with streams of its own. */
async function run(
  command: Command,
  words: readonly string[],
  flags: Flags = {},
  input = Buffer.alloc(0),
): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const written: Buffer[] = []
  stdout.on('data', (part: Buffer) => written.push(part))
  stderr.resume()
  const options: Terminal['options'] = {
    ...{ home: join(folder, 'home'), folder, canSwitch: false, keepsBackups: false, program: 'test' },
    now: () => '2026-11-20T01:00:00.000Z',
    today: () => '2026-11-20',
    newId: () => crypto.randomUUID(),
    makeSample: async () => book,
    log: {
      bug: (_, error) => {
        throw error
      },
      trouble: () => {},
    },
  }
  const code = await command(words, flags, { stdin: Readable.from([input]), stdout, stderr, options })
  return { code, stdout: Buffer.concat(written).toString('utf8') }
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).code
}

const trialBalance = ['{"report":"trialBalance","params":{"asOf":"2026-10-31"}}'] as const

describe('files written under a name that was asked for', () => {
  test('never take the place of a book, its own or another', async () => {
    const other = join(folder, 'other.lumbung')
    await run(newCommand, [other, '{"name":"Koperasi Lain"}'])
    for (const target of [book, other]) {
      expect(await refusal(run(exportCommand, [book, target], { format: 'csv' }))).toBe('ALREADY_EXISTS')
      expect(await refusal(run(callCommand, [book, 'reports.pdf', ...trialBalance], { out: target }))).toBe(
        'ALREADY_EXISTS',
      )
      expect((await run(verifyCommand, [target])).code).toBe(0)
    }
  })

  test('replace an earlier paper, whole', async () => {
    const target = join(folder, 'neraca.pdf')
    writeFileSync(target, 'the paper of last month')
    const { code, stdout } = await run(callCommand, [book, 'reports.pdf', ...trialBalance], { out: target })
    const bytes = readFileSync(target)
    expect([code, JSON.parse(stdout).bytes, bytes.toString('latin1', 0, 5)]).toEqual([0, bytes.length, '%PDF-'])
  })

  test('that cannot be written are refused, and nothing half is left', async () => {
    const blocked = join(folder, 'folder')
    mkdirSync(blocked)
    for (const [target, code] of [
      [join(folder, 'nowhere', 'x.pdf'), 'NOT_FOUND'],
      [blocked, 'ALREADY_EXISTS'],
    ] as const) {
      expect(await refusal(run(callCommand, [book, 'reports.pdf', ...trialBalance], { out: target }))).toBe(code)
      expect(await refusal(run(exportCommand, [book, target], { format: 'json' }))).toBe(code)
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('also take an answer that is no file', async () => {
    const target = join(folder, 'saldo.json')
    const { stdout } = await run(callCommand, [book, 'ledger.trialBalance', '{"asOf":"2026-10-31"}'], { out: target })
    expect(stdout).toBe('')
    expect(JSON.parse(readFileSync(target, 'utf8')).totals).toEqual({ debit: 0, credit: 0 })
  })
})

describe('batch', () => {
  const line = (description: string) =>
    JSON.stringify({ procedure: 'cooperative.update', input: { name: description } })

  test('refuses bytes that are no UTF-8 instead of changing them, and goes on', async () => {
    const broken = Buffer.from(line('Koperasi caf\u00e9'), 'latin1')
    const input = Buffer.concat([broken, Buffer.from(`\n${line('Koperasi Melati é')}\n`)])
    const { stdout } = await run(batchCommand, [book, '-'], {}, input)
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    expect(first.error.code).toBe('INVALID_INPUT')
    expect(second.result.name).toBe('Koperasi Melati é')
  })

  test('a folder is no list of calls', async () => {
    expect(await refusal(run(batchCommand, [book, folder]))).toBe('NOT_FOUND')
  })
})

test('a new book needs a place: it is not passed on through a pipe', async () => {
  expect(await refusal(run(newCommand, ['-', '{"name":"x"}']))).toBe('INVALID_INPUT')
  expect(existsSync('-')).toBe(false)
})
