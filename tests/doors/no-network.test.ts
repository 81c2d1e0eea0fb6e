import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { buildTargets } from '../../scripts/build.ts'
import { root } from '../architecture/syntax.ts'

const home = mkdtempSync(join(tmpdir(), 'lumbung-home-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const hasStrace = spawnSync('strace', ['-V']).status === 0
if (!hasStrace) process.stderr.write('SKIPPED: tests that need strace; to run them: apt-get install strace\n')

/** Every address a program tried to reach while it ran, itself and all it started. */
async function addressesIn(trace: string): Promise<string[]> {
  // The tracer stands apart and may write its last lines after the program is gone.
  const whole = () => readFileSync(trace, 'utf8').trimEnd()
  await vi.waitFor(() => expect(whole()).toMatch(/\+\+\+ (exited|killed)[^\n]*$/), { timeout: 10_000 })
  return whole()
    .split('\n')
    .filter((call) => /\b(connect|sendto|sendmsg)\(.*sa_family=AF_INET/.test(call))
}

test.skipIf(!hasStrace)('a day with book, screens and papers opens no connection to anywhere', async () => {
  await buildTargets(['renderer', 'paper', 'cli'], true)
  const env = { ...process.env, HOME: home }
  const program = join(root, 'out', 'cli', 'index.js')
  const book = join(home, 'koperasi.lumbung')
  const trace = join(home, 'trace')
  const traced = (...words: string[]) => [
    '-D',
    '-f',
    '-q',
    '-e',
    'trace=network',
    '-o',
    trace,
    process.execPath,
    program,
    ...words,
  ]
  expect(spawnSync('strace', traced('new', book, '{"name":"Koperasi Uji"}'), { env }).status).toBe(0)
  expect(await addressesIn(trace)).toEqual([])

  const child = spawn('strace', traced('serve', book, '--no-open'), { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  const address = new URL(String(line).trim())
  const visit = await fetch(address, { redirect: 'manual' })
  const cookie = visit.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const call = (procedure: string, input: object) =>
    fetch(`${address.origin}/rpc/${procedure}`, {
      method: 'POST',
      headers: { cookie, origin: address.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ json: input }),
    })
  const papers = await call('reports/pdf', { report: 'trialBalance', params: { asOf: '2026-12-31' } })
  expect([papers.status, (await call('backup/now', {})).status]).toEqual([200, 200])
  await papers.arrayBuffer()
  child.kill('SIGTERM')
  await once(child, 'exit')
  expect(await addressesIn(trace)).toEqual([])
})

test.skipIf(!hasStrace)('a program that does connect is noticed', async () => {
  const trace = join(home, 'other-trace')
  const connecting = "require('node:net').connect(9, '127.0.0.1').on('error', () => {})"
  spawnSync('strace', ['-D', '-f', '-q', '-e', 'trace=network', '-o', trace, process.execPath, '-e', connecting])
  expect(await addressesIn(trace)).toHaveLength(1)
})
