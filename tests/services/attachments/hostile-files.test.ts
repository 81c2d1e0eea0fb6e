import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AttachmentBook, openAttachmentBook, pdf, png } from '../../support/attachments.ts'
import { refusalOf } from '../../support/book.ts'

/** Whatever is chosen, the book and its folder stay as they were, and the answer says why. */

let book: AttachmentBook
beforeEach(async () => {
  book = await openAttachmentBook()
})
afterEach(async () => {
  expect(book.keptNames()).toEqual([])
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true, warnings: [] })
  expect(book.bugs).toEqual([])
  await book.close()
})

const tenMegabytes = 10 * 1024 * 1024

test('a file of two gigabytes is refused with its size and the limit, without being read', async () => {
  const path = join(book.folder, 'video.pdf')
  const handle = openSync(path, 'w')
  ftruncateSync(handle, 2 * 1024 ** 3)
  closeSync(handle)
  const begun = process.hrtime.bigint()
  const { code, message, data } = await refusalOf(book.attachFrom(path))
  expect(Number(process.hrtime.bigint() - begun) / 1e6).toBeLessThan(500)
  expect({ code, data }).toMatchObject({
    ...{ code: 'INVALID_INPUT', data: { reason: 'attachment_too_large', megabytes: 2048, megabytesMax: 10 } },
  })
  expect(message).toContain('2048 MB')
  truncateSync(path)
})

test('one byte more than ten megabytes is refused both ways', async () => {
  const bytes = Buffer.concat([pdf('besar'), Buffer.alloc(tenMegabytes)]).subarray(0, tenMegabytes + 1)
  for (const call of [book.attach(bytes), book.attachFrom(book.lay('besar.pdf', bytes))])
    expect((await refusalOf(call)).data.reason).toBe('attachment_too_large')
})

test('what is longer than any call is refused by its length', async () => {
  const subject = { kind: 'fund' as const, id: book.fundId }
  const call = book.api.attachments.add({ subject, name: 'x.pdf', base64: 'A'.repeat(15_000_004) })
  expect((await refusalOf(call)).data).toMatchObject({ issues: [{ path: ['base64'], message: 'file_too_large' }] })
})

describe('what is no paper and no picture', () => {
  test.each([
    ['a program', 'MZ\u0090\0'],
    ['a script that calls itself a paper', '#!/bin/sh\nrm -rf ~\n'],
    ['a drawing with scripts in it', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a page', '<!doctype html><script>1</script>'],
    ['a spreadsheet', 'PK\u0003\u0004'],
    ['a paper behind something else', 'GIF89a%PDF-1.7'],
  ])('%s', async (_, content) => {
    const { data } = await refusalOf(book.attach(Buffer.from(content, 'latin1'), 'kontrak.pdf'))
    expect(data).toMatchObject({ reason: 'not_a_document', issues: [{ path: ['base64'] }] })
  })

  test('an empty file', async () => {
    expect((await refusalOf(book.attach(Buffer.alloc(0)))).data.reason).toBe('attachment_empty')
    expect((await refusalOf(book.attachFrom(book.lay('kosong.pdf', Buffer.alloc(0))))).data.reason).toBe(
      'attachment_empty',
    )
  })

  test('the book itself', async () => {
    expect((await refusalOf(book.attachFrom(book.path))).data.reason).toBe('not_a_document')
  })
})

describe.runIf(process.platform !== 'win32')('what is no ordinary file', () => {
  test('a link, also to a good paper', async () => {
    const path = join(book.folder, 'pintasan.pdf')
    symlinkSync(book.lay('asli.pdf', pdf('asli')), path)
    expect(await refusalOf(book.attachFrom(path))).toMatchObject({
      data: { reason: 'file_is_link', name: 'pintasan.pdf' },
    })
  })

  test('a folder', async () => {
    mkdirSync(join(book.folder, 'map.pdf'))
    expect((await refusalOf(book.attachFrom(join(book.folder, 'map.pdf')))).data.reason).toBe('file_is_folder')
  })

  test('a pipe nobody writes into, and a device that never ends', async () => {
    const pipe = join(book.folder, 'pipa.pdf')
    execFileSync('mkfifo', [pipe])
    for (const path of [pipe, '/dev/zero']) {
      expect((await refusalOf(book.attachFrom(path))).data.reason).toBe('not_a_plain_file')
    }
  })

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = book.lay('rahasia.pdf', pdf('rahasia'))
    chmodSync(path, 0o000)
    expect((await refusalOf(book.attachFrom(path))).data.reason).toBe('file_not_readable')
  })
})

test('a path that leads nowhere, holds a zero or is longer than any', async () => {
  expect((await refusalOf(book.attachFrom(join(book.folder, 'tidak-ada.pdf')))).code).toBe('NOT_FOUND')
  expect((await refusalOf(book.attachFrom(`/tmp/${'x'.repeat(3_000)}`))).code).toBe('NOT_FOUND')
  expect((await refusalOf(book.attachFrom('a\0b.pdf'))).data).toMatchObject({ reason: 'control_character' })
  expect((await refusalOf(book.attachFrom('x'.repeat(5_000)))).data).toMatchObject({ reason: 'too_long' })
})

test('a path and a content at once, neither, or what is no base64', async () => {
  const subject = { kind: 'fund' as const, id: book.fundId }
  const { add } = book.api.attachments
  const base64 = png.toString('base64')
  const reasons = await Promise.all(
    [
      add({ subject }),
      add({ subject, path: '/tmp/x', name: 'x', base64 }),
      add({ subject, name: 'x', base64: '#?' }),
    ].map(async (call) => (await refusalOf(call)).data.reason),
  )
  expect(reasons).toEqual(['required', 'not_together', 'not_base64'])
})
