import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../renderer/client.ts'
import { PortLink } from '../../renderer/port-link.ts'
import { buildTargets } from '../../scripts/build.ts'
import { importsOf, root } from '../architecture/syntax.ts'
import { layOut, readAsar } from './asar.ts'
import { makeStubRuntime, readFuses } from './stub-runtime.ts'

const elf = { x64: 0x3e, arm64: 0xb7 } as const
const windows = { x64: 0x8664, arm64: 0xaa64 } as const
const packages = [
  { folder: 'linux-unpacked', program: 'lumbung', kind: 'ELF', machine: elf.x64 },
  { folder: 'linux-arm64-unpacked', program: 'lumbung', kind: 'ELF', machine: elf.arm64 },
  { folder: 'win-unpacked', program: 'Lumbung.exe', kind: 'PE', machine: windows.x64 },
  { folder: 'win-arm64-unpacked', program: 'Lumbung.exe', kind: 'PE', machine: windows.arm64 },
] as const

const dist = mkdtempSync(join(tmpdir(), 'lumbung-dist-'))
const home = mkdtempSync(join(tmpdir(), 'lumbung-home-'))
let stub = ''

beforeAll(async () => {
  process.env.HOME = home
  await buildTargets([], true)
  stub = makeStubRuntime()
  const words = [
    '--dir',
    '--linux',
    '--win',
    '--x64',
    '--arm64',
    `-c.electronDist=${stub}`,
    `-c.directories.output=${dist}`,
  ]
  // What a program without machine code in it cannot go through; a real runtime does.
  const stubbed = ['-c.disableAsarIntegrity=true', '-c.win.signAndEditExecutable=false']
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  execFileSync(process.execPath, [builder, ...words, ...stubbed], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
})
afterAll(() => {
  for (const folder of [dist, home, stub]) rmSync(folder, { recursive: true, force: true })
})

const archive = (folder: string) => readAsar(join(dist, folder, 'resources', 'app.asar'))

function machineOf(file: string): { kind: string; machine: number } {
  const bytes = readFileSync(file)
  if (bytes.subarray(0, 4).toString('latin1') === '\u007fELF') return { kind: 'ELF', machine: bytes.readUInt16LE(18) }
  const header = bytes.readUInt32LE(0x3c)
  return { kind: bytes.subarray(header, header + 2).toString(), machine: bytes.readUInt16LE(header + 4) }
}

describe.each(packages)('the package $folder', ({ folder, program, kind, machine }) => {
  test('carries the program and nothing else', () => {
    const files = [...archive(folder).keys()]
    const places = new Set(files.map((file) => file.split('/').slice(0, 2).join('/')))
    expect([...places].sort()).toEqual([
      'LICENSE',
      'out/backend',
      'out/main',
      'out/paper',
      'out/preload',
      'out/renderer',
      'package.json',
    ])
    expect(files.filter((file) => /node_modules|\.map$|\.ts$|\.tsx$/.test(file))).toEqual([])
  })

  test("has SQLite's machine code for its own system beside it", () => {
    expect(machineOf(join(dist, folder, 'resources', 'native', 'better_sqlite3.node'))).toEqual({ kind, machine })
    expect(readdirSync(join(dist, folder, 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked', 'native'])
  })

  test('shuts the back doors of Node and loads only the packed program', () => {
    expect(readFuses(join(dist, folder, program))).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      embeddedAsarIntegrity: true,
      onlyLoadAppFromAsar: true,
      browserSnapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  test('speaks Indonesian and English', () => {
    expect(readdirSync(join(dist, folder, 'locales')).sort()).toEqual(['en-US.pak', 'id.pak'])
  })
})

describe('what is packed', () => {
  test('imports nothing but Node and, in the shell, Electron', () => {
    const files = archive('linux-unpacked')
    for (const part of ['main/index.js', 'preload/index.cjs', 'backend/index.js', 'paper/index.js']) {
      const text = files.get(`out/${part}`)?.toString() ?? expect.fail(`${part} is missing`)
      const required = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name)
      const imported = [...importsOf({ path: part, text }), ...required].filter((name) => !isBuiltin(name))
      expect([part, new Set(imported)]).toEqual([part, new Set(/main|preload/.test(part) ? ['electron'] : [])])
    }
  })

  test('is started by the shell', () => {
    const { main, type, version } = JSON.parse(archive('linux-unpacked').get('package.json')?.toString() ?? '{}')
    expect([main, type, version]).toEqual(['out/main/index.js', 'module', '0.1.0'])
  })

  test('names whose work is packed in, with their licences', () => {
    const files = archive('linux-unpacked')
    const licences = ['backend', 'paper', 'renderer'].map(
      (part) => files.get(`out/${part}/.vite/license.md`)?.toString() ?? '',
    )
    for (const [index, name] of ['kysely', 'pdfmake', 'react'].entries()) expect(licences[index]).toContain(name)
    expect(files.get('out/paper/data/LICENSE_FONT')?.toString()).toContain('SIL OPEN FONT LICENSE')
  })

  test('has every file its page asks for', () => {
    const files = archive('linux-unpacked')
    const page = files.get('out/renderer/index.html')?.toString() ?? ''
    const asked = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file)
    expect(asked.length).toBeGreaterThan(1)
    for (const file of asked) expect(files.has(`out/renderer/${file}`)).toBe(true)
  })
})

describe.runIf(process.platform === 'linux')('the packed backend', () => {
  let worker: Worker
  let client: Client
  beforeAll(() => {
    const own = process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked'
    const resources = join(home, 'Lumbung', 'resources')
    layOut(archive(own), join(resources, 'app.asar'))
    cpSync(join(dist, own, 'resources', 'app.asar.unpacked'), join(resources, 'app.asar.unpacked'), { recursive: true })
    mkdirSync(join(resources, 'native'))
    const machineCode = join('native', 'better_sqlite3.node')
    copyFileSync(join(dist, own, 'resources', machineCode), join(resources, machineCode))
    worker = new Worker(join(resources, 'app.asar', 'out', 'backend', 'index.js'))
    const { port1, port2 } = new MessageChannel()
    worker.postMessage(port1, [port1])
    const link = new PortLink({ headers: () => ({}), lostError: () => new Error('lost'), patienceMs: 30_000 })
    link.attach(port2 as unknown as MessagePort)
    client = createORPCClient(link)
  })
  afterAll(async () => {
    worker.postMessage('close')
    await new Promise((resolve) => worker.once('exit', resolve))
  })

  test('makes a book, records, proves it and prints, from the packed files alone', async () => {
    const { book } = await client.book.create({ cooperative: { name: 'Koperasi Kemasan', foundedOn: '2020-01-01' } })
    expect(book?.path.startsWith(home)).toBe(true)
    const lines = [
      { account: '11101', debit: 150_000_00 },
      { account: '48106', credit: 150_000_00 },
    ]
    const posting = { requestId: 'packed', date: '2026-01-05', description: 'Sumbangan', lines }
    const { entryId, voucher } = await client.journal.post(posting)
    expect(voucher).toBe('BM-2026-0001')
    expect(await client.ledger.verify({})).toMatchObject({ ok: true, entries: 1 })
    const paper = await client.reports.pdf({ report: 'receipt', params: { entryId } })
    expect(new TextDecoder('latin1').decode((await paper.arrayBuffer()).slice(0, 8))).toMatch(/^%PDF-1\.[4-7]/)
    const sheet = await client.reports.sheet({ report: 'trialBalance', params: { asOf: '2026-12-31' } })
    expect(sheet.size).toBeGreaterThan(1_000)
  })
})
