import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canInject, type Injection, workOnFailingDisk } from './io-errors.ts'

const entries = 8

const injections: readonly Injection[] = [
  { call: 'fsync', error: 'EIO', when: '8+' },
  { call: 'fsync', error: 'EIO', when: '9' },
  { call: 'fsync', error: 'EIO', when: '12' },
  { call: 'pwrite64', error: 'EIO', when: '30+' },
  { call: 'pwrite64', error: 'EIO', when: '60' },
  { call: 'pwrite64', error: 'ENOSPC', when: '75' },
]

/**
 * A sync or a write that fails leaves open what was saved. Nobody is told "saved" who was not, entering stops until the
 * book is opened again, and whoever sends the same again finds it there once.
 */
test.skipIf(!canInject).each(injections)('$call fails with $error at $when', async (injection) => {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-io-'))
  const after = await workOnFailingDisk(folder, entries, injection)
  expect(after).toMatchObject({ missing: [], entries, alarms: [], exit: 0 })
  const refused = after.said.findIndex((line) => line.startsWith('refused DISK_'))
  expect(refused, after.said.join('\n')).toBeGreaterThan(-1)
  if (injection.error === 'EIO') {
    const later = after.said.slice(refused).filter((line) => !/^(trouble|closed)/.test(line))
    expect(later.filter((line) => !line.startsWith('refused DISK_ERROR'))).toEqual([])
  }
  rmSync(folder, { recursive: true, force: true })
})
