import { readFileSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { ORPCError } from '@orpc/server'
import { Refusal } from '../../../shared/errors.ts'
import { outward } from '../../backend/api/base.ts'
import { Desk, type DeskOptions } from '../../backend/desk.ts'
import { treasurer } from '../../backend/work.ts'

/** What a command may reach of the machine. */
export interface Terminal {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
  readonly options: DeskOptions
}

/** Exit codes that scripts rely on. */
export const exit = { done: 0, bug: 1, refused: 2, problems: 3 } as const

/** A command of `lumbung`: its words after the name, split into plain ones and `--name value` options. */
export type Command = (words: readonly string[], flags: Flags, terminal: Terminal) => Promise<number>
export type Flags = Readonly<Record<string, string | true>>

/** The words of a command line; `--flag value`, `--flag=value` and a bare `--flag`. */
export function parseWords(given: readonly string[]): { words: string[]; flags: Flags } {
  const words: string[] = []
  const flags: Record<string, string | true> = {}
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? ''
    if (!word.startsWith('--') || word === '--') {
      words.push(word)
      continue
    }
    const [name = '', value] = word.slice(2).split(/=(.*)/s)
    const next = given[index + 1]
    if (value !== undefined) flags[name] = value
    else if (bareFlags.has(name) || next === undefined || next.startsWith('--')) flags[name] = true
    else {
      flags[name] = next
      index += 1
    }
  }
  return { words, flags }
}

const bareFlags = new Set(['json', 'no-open', 'help'])

/** Refuses a command that lacks a word, naming what it needs. */
export function requireWord(words: readonly string[], index: number, name: string): string {
  const word = words[index]
  if (word === undefined || word === '') throw new Refusal('INVALID_INPUT', 'word_missing', { name })
  return word
}

/** Refuses words and options that a command does not know: a typing error must not pass in silence. */
export function requireNoMore(
  words: readonly string[],
  most: number,
  flags: Flags,
  known: readonly string[] = [],
): void {
  const stray = words[most] ?? Object.keys(flags).find((flag) => !known.includes(flag))
  if (stray !== undefined) throw new Refusal('INVALID_INPUT', 'word_unknown', { name: stray })
}

/** JSON given as a word, or on standard input for `-`; refuses INVALID_INPUT where it is none. */
export function readJson(word: string | undefined): unknown {
  if (word === undefined) return undefined
  return parsedJson(word === '-' ? textOf(readFileSync(0)) : word)
}

/** Bytes as text; refuses INVALID_INPUT `not_json` for what is no UTF-8, instead of changing it in silence. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('INVALID_INPUT', 'not_json')
  }
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('INVALID_INPUT', 'not_json')
  }
}

/** Writes and waits until the text has left the program. */
export async function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

export async function writeJson(stream: Writable, value: unknown): Promise<void> {
  await write(stream, `${JSON.stringify(value ?? null)}\n`)
}

/** What a failed call looks like from outside: `{ error: { code, message, data } }`. */
export function errorAnswer(
  error: unknown,
  desk: Desk,
  procedure: string,
): { error: { code: string; message: string; data: unknown } } {
  const context = { desk, actor: treasurer, language: 'id' } as const
  const crossing =
    error instanceof ORPCError && error.code !== 'BAD_REQUEST' ? error : outward(error, context, procedure)
  const { code, message, data } = crossing as ORPCError<string, unknown>
  return { error: { code, message, data: data ?? {} } }
}

/** Runs work with a book open and closes it whatever happens. */
export async function withBook<T>(path: string, terminal: Terminal, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = new Desk(terminal.options)
  await desk.open(path)
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}
