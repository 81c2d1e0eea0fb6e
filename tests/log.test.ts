import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileLog } from '../electron/backend/log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lumbung-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const written = () => readFileSync(join(folder, 'lumbung.log'), 'utf8')
const secrets = ['3507126712900001', 'Siti Aminah', '1.250.000', '125000000']

test.each([
  ['in its message', () => new Error(`member ${secrets.join(' ')} owes`)],
  ['in a message of many lines', () => new Error(['not stored:', ...secrets, '  amount 125000000'].join('\n'))],
  ['right after the word that begins it', () => new TypeError(secrets.join(': '))],
  ['on a line that looks like a place', () => new Error(`not stored\n  at ${secrets.join(' ')}`)],
  [
    'as a name of its own',
    () => Object.assign(new Error('x'), { stack: `Error: ${secrets.join(' ')}\n    at place (file.ts:1:2)` }),
  ],
  ['in what it was caused by', () => new Error('not stored', { cause: new Error(secrets.join(' ')) })],
  ['in a field of its own', () => Object.assign(new Error('not stored'), { member: secrets.join(' ') })],
])('a bug that names a member and an amount %s leaves neither in the log', (_, make) => {
  const number = fileLog(folder).bug('members.create', make())
  expect(written()).toMatch(new RegExp(`^\\S+Z bug ${number} members\\.create (Type)?Error \\| at `))
  for (const secret of secrets) expect(written()).not.toContain(secret)
})

test('what is thrown without being an error is named by its kind alone', () => {
  for (const thrown of [secrets.join(' '), 125_000_000, { member: secrets }]) fileLog(folder).bug('cash.spend', thrown)
  expect(written().match(/(?<= cash\.spend ).*/g)).toEqual(['string', 'number', 'object'])
})

test('the log still says where in the program it happened', () => {
  fileLog(folder).bug('cash.spend', new RangeError('125000000'))
  expect(written()).toMatch(/RangeError \| at .*log\.test\.ts:\d+:\d+/)
})

test('trouble outside is noted by its code', () => {
  fileLog(folder).trouble('backup.now', 'DISK_FULL')
  expect(written()).toMatch(/Z trouble backup\.now DISK_FULL\n$/)
})
