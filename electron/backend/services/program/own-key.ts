import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../../shared/errors.ts'
import { fileRefusal, syncFolder } from '../../db/file.ts'

/** Where keys lie: with what the program keeps for itself, never in the book, whose copies travel on sticks. */
export function programFolder(home: string): string {
  return join(home, 'program')
}

function keyPath(home: string, bookId: string): string {
  return join(programFolder(home), `${encodeURIComponent(bookId)}.key.pem`)
}

/**
 * The key this machine signs a book's programme files with, made when it is first asked for. Refuses NOT_ALLOWED
 * `program_key_unreadable` for one that is damaged: another one in silence would look like a forgery to whoever merges.
 */
export function ownKey(home: string, bookId: string): KeyObject {
  return readOwnKey(home, bookId) ?? makeOwnKey(home, bookId)
}

function readOwnKey(home: string, bookId: string): KeyObject | undefined {
  const path = keyPath(home, bookId)
  if (!existsSync(path)) return undefined
  try {
    const key = createPrivateKey(readFileSync(path, 'utf8'))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Told below, like a key of another kind.
  }
  throw new Refusal('NOT_ALLOWED', 'program_key_unreadable', { path })
}

/** Whole or not at all, and readable by nobody else: a torn key would be a key nobody has. */
function makeOwnKey(home: string, bookId: string): KeyObject {
  const path = keyPath(home, bookId)
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    mkdirSync(programFolder(home), { recursive: true, mode: 0o700 })
    const temporary = `${path}.${process.pid}.tmp`
    writeFileSync(temporary, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
    renameSync(temporary, path)
    syncFolder(programFolder(home))
  } catch (error) {
    throw fileRefusal(error, path)
  }
  return privateKey
}

/** The public half of this machine's key for a book, base64; undefined while none was made. */
export function ownPublicKey(home: string, bookId: string): string | undefined {
  const key = readOwnKey(home, bookId)
  return key && publicKeyOf(key)
}

/** The 32 bytes of an Ed25519 public key, base64. */
export function publicKeyOf(key: KeyObject): string {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return Buffer.from(x, 'base64url').toString('base64')
}

/** The key whose public half a file names; undefined where those bytes are none. */
export function keyNamed(key: string): KeyObject | undefined {
  const bytes = Buffer.from(key, 'base64')
  if (bytes.length !== 32 || bytes.toString('base64') !== key) return undefined
  const jwk: JsonWebKey = { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }
  return createPublicKey({ key: jwk, format: 'jwk' })
}

/** A key as two people compare it by telephone: `3f2a-91c0-…`, the first ten bytes of its SHA-256. */
export function keyCode(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex')
  return (hash.slice(0, 20).match(/.{4}/g) ?? []).join('-')
}
