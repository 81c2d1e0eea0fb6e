import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { root } from '../architecture/syntax.ts'

/** A checkout of its own, so that building it changes nothing here; only the packages are shared. */
const checkout = mkdtempSync(join(tmpdir(), 'lumbung checkout '))
const home = mkdtempSync(join(tmpdir(), 'lumbung-home-'))
const program = join(checkout, 'bin', 'lumbung')
const book = join(home, 'koperasi.lumbung')
const env = { ...process.env, HOME: home }

beforeAll(() => {
  for (const part of [
    'bin',
    'electron',
    'shared',
    'migrations',
    'scripts',
    'package.json',
    'package-lock.json',
    'vite.config.ts',
  ])
    cpSync(join(root, part), join(checkout, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  mkdirSync(join(checkout, 'renderer'))
  writeFileSync(join(checkout, 'renderer', 'main.ts'), 'document.title = "Lumbung"\n')
  const page = '<meta name="style-nonce" content="" /><script type="module" src="./main.ts"></script>'
  writeFileSync(join(checkout, 'renderer', 'index.html'), page)
})
afterAll(() => {
  for (const folder of [checkout, home]) rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

async function run(
  words: readonly string[],
  options: { program?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const child = spawn(options.program ?? program, words, { env: options.env ?? env, cwd: tmpdir() })
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, stdout, stderr }
}

const words = (amount: number) => ['calc', 'words', JSON.stringify({ amount })]

describe.skipIf(process.platform === 'win32')('bin/lumbung', () => {
  test('builds itself once on its first start, also when started twice at once, and says nothing about it', async () => {
    const answers = await Promise.all([run(words(100)), run(words(200)), run(words(300))])
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(answers.map(({ stdout }) => JSON.parse(stdout).text)).toEqual(['satu', 'dua', 'tiga'])
    expect(answers.map(({ stderr }) => stderr)).toEqual(['', '', ''])
  })

  test('builds itself again after a change and only then', async () => {
    const built = join(checkout, 'out', 'cli', 'index.js')
    const before = readFileSync(built, 'utf8')
    await run(words(100))
    expect(readFileSync(built, 'utf8')).toBe(before)
    const source = join(checkout, 'shared', 'words.ts')
    writeFileSync(source, readFileSync(source, 'utf8').replaceAll("'satu'", "'esa'"))
    expect(JSON.parse((await run(words(100))).stdout).text).toBe('esa')
  })

  test('a build that fails is said, and the last good one stays', async () => {
    const source = join(checkout, 'shared', 'words.ts')
    const good = readFileSync(source, 'utf8')
    writeFileSync(source, `${good}\nimport './no-such-file.ts'\n`)
    const { code, stdout, stderr } = await run(words(100))
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('no-such-file')
    writeFileSync(source, good)
    expect((await run(words(100))).code).toBe(0)
  })

  test('works by a link from elsewhere', async () => {
    const link = join(home, 'lumbung-link')
    symlinkSync(program, link)
    expect((await run(words(100), { program: link })).code).toBe(0)
  })

  test('an old Node is refused in one plain line instead of crashing', async () => {
    const other = mkdtempSync(join(tmpdir(), 'lumbung-old-'))
    const oldNode = join(other, 'node')
    mkdirSync(join(other, 'bin'))
    cpSync(program, join(other, 'bin', 'lumbung'))
    writeFileSync(oldNode, '#!/bin/sh\n[ "$1" = --version ] && echo v20.20.2 && exit 0\nexit 1\n')
    chmodSync(oldNode, 0o755)
    const ended = await run(words(100), {
      program: join(other, 'bin', 'lumbung'),
      env: { ...env, PATH: `${other}:/usr/bin:/bin` },
    })
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Lumbung needs Node.js 22.18 or newer; v20.20.2 is too old.\n',
    })
    rmSync(other, { recursive: true })
  })

  test.skipIf(process.platform !== 'linux')('is replaced by the program itself, so that a kill hits it', async () => {
    expect((await run(['new', book, '{"name":"Koperasi Uji"}'])).code).toBe(0)
    const child = spawn(program, ['batch', book, '-'], { env })
    child.stdin.write('{"procedure":"book.status","input":{}}\n')
    await once(child.stdout, 'data')
    expect(readFileSync(`/proc/${child.pid}/cmdline`, 'utf8').split('\0')[0]).toMatch(/\/node$/)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect((await run(['verify', book])).code).toBe(0)
  })
})

describe.skipIf(process.platform === 'win32')('lumbung serve', () => {
  async function serve(...more: string[]): Promise<{ child: ChildProcess; address: URL; said: () => string }> {
    const child = spawn(program, ['serve', book, '--no-open', ...more], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stderr?.on('data', (part) => {
      said += part
    })
    const { promise, resolve, reject } = Promise.withResolvers<URL>()
    let line = ''
    child.stdout?.on('data', (part) => {
      line += part
      if (line.endsWith('\n')) resolve(new URL(line.trim()))
    })
    child.on('exit', () => reject(new Error(`ended early: ${said}`)))
    return { child, address: await promise, said: () => said }
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<{ code: number | null; ms: number }> {
    const startedAt = performance.now()
    child.kill(signal)
    const [code] = await once(child, 'exit')
    return { code, ms: performance.now() - startedAt }
  }

  test('prints its address once, trades the token, answers a call, and tells the token nowhere else', async () => {
    const { child, address, said } = await serve()
    expect(address.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    const visit = await fetch(address, { redirect: 'manual' })
    const cookie = visit.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const headers = { cookie, origin: address.origin, 'content-type': 'application/json' }
    const call = await fetch(`${address.origin}/rpc/book/status`, { method: 'POST', headers, body: '{"json":{}}' })
    expect(((await call.json()) as { json: { book: { path: string } } }).json.book.path).toBe(book)
    expect((await end(child, 'SIGTERM')).code).toBe(0)
    expect(said()).toBe('')
    const token = address.searchParams.get('token') ?? ''
    expect(spawnSync('grep', ['-r', '-l', '-e', token, home], { encoding: 'utf8' }).stdout).toBe('')
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('%s closes the book, also while a client dawdles', async (signal) => {
    const { child, address } = await serve()
    const slow = connect({ host: '127.0.0.1', port: Number(address.port) }, () =>
      slow.write('POST /rpc/journal/post HTT'),
    )
    slow.on('error', () => {})
    await once(slow, 'connect')
    const { code, ms } = await end(child, signal)
    expect(code).toBe(0)
    expect(ms).toBeLessThan(15_000)
    expect(existsSync(`${book}-wal`)).toBe(false)
    slow.destroy()
  })

  test('ends with the shell that npm puts before it', async () => {
    const shell = spawn('sh', ['-c', `"${program}" serve "${book}" --no-open; true`], {
      env: { ...env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [line] = await once(shell.stdout, 'data')
    shell.kill('SIGTERM')
    const gone = () =>
      fetch(String(line).trim()).then(
        () => false,
        () => true,
      )
    await vi.waitFor(async () => expect(await gone()).toBe(true), { timeout: 15_000, interval: 200 })
    await vi.waitFor(() => expect(existsSync(`${book}-wal`)).toBe(false), { timeout: 5_000 })
  })

  test('a second start has a port of its own and the book to itself', async () => {
    const { child, address } = await serve()
    const other = join(home, 'lain.lumbung')
    await run(['new', other, '{"name":"Koperasi Lain"}'])
    const second = spawn(program, ['serve', other, '--no-open'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
    const [line] = await once(second.stdout, 'data')
    expect(new URL(String(line).trim()).port).not.toBe(address.port)
    expect((await end(second, 'SIGTERM')).code).toBe(0)
    const locked = await run(['serve', book, '--no-open'])
    expect([locked.code, locked.stdout, JSON.parse(locked.stderr).error.code]).toEqual([2, '', 'BOOK_LOCKED'])
    await end(child, 'SIGTERM')
  })

  test('a port that is taken is refused in words', async () => {
    const { child, address } = await serve()
    const other = join(home, 'lain.lumbung')
    const { code, stdout, stderr } = await run(['serve', other, '--no-open', '--port', address.port])
    expect([code, stdout]).toEqual([2, ''])
    expect(JSON.parse(stderr).error).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'port_taken' } })
    await end(child, 'SIGTERM')
  })
})

test('a backup leaves through standard output and comes back through standard input', () => {
  const folder = mkdtempSync(join(home, 'passing-'))
  const lumbung = (words: readonly string[], input?: Buffer) => spawnSync(program, words, { env, cwd: folder, input })
  expect(lumbung(['new', 'a.lumbung', '{"name":"Koperasi Uji"}']).status).toBe(0)
  const made = lumbung(['backup', 'a.lumbung', '-'])
  expect([made.status, made.stdout.toString('latin1', 0, 15)]).toEqual([0, 'SQLite format 3'])
  expect(existsSync(join(folder, '-'))).toBe(false)
  const restored = lumbung(['restore', '-', 'b.lumbung'], made.stdout)
  expect(restored.stderr.toString()).toBe('')
  expect(lumbung(['call', 'b.lumbung', 'cooperative.get']).stdout.toString()).toContain('Koperasi Uji')
})

test('an empty line of a batch is answered too, so that nobody waits for it', () => {
  const lines = Buffer.from('\n{"procedure":"units.list"}\n')
  const made = spawnSync(program, ['new', join(home, 'lines.lumbung'), '{"name":"Koperasi Uji"}'], { env })
  expect(made.status).toBe(0)
  const { stdout } = spawnSync(program, ['batch', join(home, 'lines.lumbung'), '-'], { env, input: lines })
  const answers = stdout.toString().trim().split('\n')
  expect(answers).toHaveLength(2)
  expect(JSON.parse(answers[0] ?? '')).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  expect(JSON.parse(answers[1] ?? '')).toHaveProperty('result')
})
