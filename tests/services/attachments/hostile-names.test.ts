import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AttachmentBook, openAttachmentBook, pdf } from '../../support/attachments.ts'

let book: AttachmentBook
beforeEach(async () => {
  book = await openAttachmentBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

test('no name ever becomes a path, and every one can be handed to a desktop', async () => {
  const names = [
    '../../../etc/cron.d/x',
    'CON',
    'nul.pdf',
    'a\0.pdf',
    '\u202efdp.exe',
    'x'.repeat(9_000),
    'gaji.pdf.exe',
  ]
  for (const [index, name] of names.entries()) {
    const made = await book.attach(pdf(String(index)), name)
    expect(made.name).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Cf}]{1,120}\.pdf$/u)
  }
  expect(book.keptNames()).toHaveLength(names.length)
  expect(book.keptNames().every((name) => /^[0-9a-f]{64}\.pdf$/.test(name))).toBe(true)
})
