import { type KeyObject, sign, verify } from 'node:crypto'
import {
  type ProgramContent,
  type ProgramFile,
  programContentSchema,
  programFileFormat,
  programFileVersion,
} from '../../../../shared/contract/program-file.ts'
import { invalidInput, type Refusal } from '../../../../shared/errors.ts'
import { keyNamed, publicKeyOf } from './own-key.ts'

/** A programme file as bytes: its content, the public key, and the signature over both. */
export function writeProgramFile(content: ProgramContent, key: KeyObject): string {
  const signed = { ...content, key: publicKeyOf(key) }
  return written({ ...signed, signature: sign(null, signedBytes(signed), key).toString('base64') })
}

/** How a file is written; another way to write the same is taken for a changed file. */
function written(file: object): string {
  return `${JSON.stringify(file, null, 2)}\n`
}

function signedBytes(signed: object): Buffer {
  return Buffer.from(JSON.stringify(signed), 'utf8')
}

/**
 * Reads a programme file and proves that whoever holds the key it names wrote every byte of it. Refuses INVALID_INPUT at
 * `field`, with the file's name: `program_file_foreign` for anything else, `program_file_damaged` where it is cut off or was
 * written to, `program_file_version`, and `program_file_forged` where content, key and signature do not belong together.
 */
export function readProgramFile(bytes: Buffer, name: string, field: readonly (string | number)[]): ProgramFile {
  const refusal = (reason: string, data = {}): Refusal => invalidInput(field, reason, { file: name, ...data })
  const text = textOf(bytes)
  if (text === undefined || !text.slice(0, 200).includes(`"${programFileFormat}"`))
    throw refusal('program_file_foreign')
  const file = parsed(text)
  if (file === undefined) throw refusal('program_file_damaged')
  if (file.format !== programFileFormat) throw refusal('program_file_foreign')
  if (file.version !== programFileVersion) throw refusal('program_file_version', { version: String(file.version) })
  if (written(file) !== text) throw refusal('program_file_damaged')
  const { signature, ...signed } = file
  const key = typeof signed.key === 'string' ? keyNamed(signed.key) : undefined
  if (key === undefined || typeof signature !== 'string') throw refusal('program_file_forged')
  const given = Buffer.from(signature, 'base64')
  const isWhole = given.toString('base64') === signature && verify(null, signedBytes(signed), key, given)
  if (!isWhole) throw refusal('program_file_forged')
  const { key: _, ...content } = signed
  const checked = programContentSchema.safeParse(content)
  if (!checked.success) throw refusal('program_file_damaged')
  return { ...checked.data, key: String(signed.key), signature }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
