import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../architecture/syntax.ts'

const hasFaketime = spawnSync('faketime', ['--version']).error === undefined
const home = mkdtempSync(join(tmpdir(), 'lumbung-clock-'))
const book = join(home, 'koperasi.lumbung')

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The real program on a machine whose clock says something else. */
function runOn(clock: string, ...words: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(
    'faketime',
    [clock, process.execPath, join(root, 'electron/doors/cli.ts'), ...words],
    { env: { ...process.env, HOME: home, NODE_NO_WARNINGS: '1' }, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

let posted = 0

function post(clock: string, date: string): Ended {
  posted += 1
  const lines = [
    { account: '11101', debit: 100 },
    { account: '48106', credit: 100 },
  ]
  const input = { requestId: `clock-${posted}`, date, description: 'Pendapatan', lines }
  return runOn(clock, 'call', book, 'journal.post', JSON.stringify(input))
}

describe.skipIf(!hasFaketime)('a machine with a wrong clock', () => {
  beforeAll(() => {
    expect(runOn('2026-11-20 08:00:00', 'new', book, '{"name":"Koperasi Uji"}').status).toBe(0)
    expect(post('2026-11-20 08:00:00', '2026-11-20').status).toBe(0)
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  test('that fell back to the year 2001 still takes the days after the newest entry', () => {
    expect(post('2001-01-01 00:00:10', '2026-11-21').status).toBe(0)
    expect(post('2001-01-01 00:00:10', '2027-12-25').status).toBe(0)
  })

  test('that fell back takes no day more than 400 days after the newest entry', () => {
    const { status, stderr } = post('2001-01-01 00:00:10', '2031-01-01')
    expect([status, JSON.parse(stderr).error.data.reason]).toEqual([2, 'date_too_far_ahead'])
  })

  test('that runs ten years ahead refuses nothing of today, and the order of entries does not ask it', () => {
    expect(post('2036-05-05 12:00:00', '2026-11-22').status).toBe(0)
    const { status, stdout } = runOn('2026-11-20 08:00:00', 'verify', book)
    expect([status, JSON.parse(stdout).ok]).toEqual([0, true])
    const entries = JSON.parse(runOn('2026-11-20 08:00:00', 'call', book, 'journal.list', '{}').stdout)
    expect(entries.rows.map((row: { voucher: string }) => row.voucher)).toContain('BM-2026-0003')
  })
})
