import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The mark before the row of fuses inside Electron's program. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuses = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrity',
  'onlyLoadAppFromAsar',
  'browserSnapshot',
  'grantFileProtocolExtraPrivileges',
] as const
export type Fuses = Readonly<Record<(typeof fuses)[number], boolean>>

/** The fuses as Electron ships them, not one of them as it must be here but the snapshot's. */
const shipped = '10110001'

/** What electron-builder looks for in Electron's runtime, empty but for its fuses, so that these are really set. */
export function makeStubRuntime(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-electron-'))
  mkdirSync(join(folder, 'resources'))
  mkdirSync(join(folder, 'locales'))
  for (const locale of ['en-US', 'id', 'de', 'nl', 'fr']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
  for (const file of ['chrome_crashpad_handler', 'chrome-sandbox', 'icudtl.dat', 'resources.pak', 'version'])
    writeFileSync(join(folder, file), '')
  const program = `stub ${sentinel}\u0001${String.fromCharCode(shipped.length)}${shipped}`
  for (const file of ['electron', 'electron.exe']) writeFileSync(join(folder, file), program, { mode: 0o755 })
  return folder
}

/** The fuses of a packed program, as Electron would read them at its start. */
export function readFuses(program: string): Fuses {
  const bytes = readFileSync(program)
  const start = bytes.indexOf(sentinel) + sentinel.length
  const states = bytes.subarray(start + 2, start + 2 + (bytes[start + 1] ?? 0)).toString()
  return Object.fromEntries(fuses.map((fuse, index) => [fuse, states[index] === '1'])) as Fuses
}
