import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportFormats } from '../../../electron/backend/export/index.ts'
import { fileLog } from '../../../electron/backend/log.ts'
import { unpackedParts } from '../../../electron/backend/services/spreadsheets/archive.ts'
import { exported } from '../../export/hostile-book.ts'
import { type AttachmentBook, openAttachmentBook, pdf, png } from '../../support/attachments.ts'
import { refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, putCash } from '../../support/counter.ts'

/** What a paper is called may name people: it stands in the book and in the export of the whole book, and nowhere else. */

const name = 'KTP Siti Aminah 3201014101900001.pdf'
const note = 'Kartu keluarga terlampir'
const words = ['Siti Aminah', '3201014101900001', note]

let book: AttachmentBook
beforeEach(async () => {
  book = await openAttachmentBook()
})
afterEach(async () => {
  await book.close()
})

const keep = (from: TestBook, memberId: string, bytes = pdf('ktp')) =>
  from.api.attachments.add({
    ...{ requestId: requestId(), subject: { kind: 'member', id: memberId }, name, note },
    base64: bytes.toString('base64'),
  })

test('only the export of the whole book tells what papers are called, and none carries a paper', async () => {
  await keep(book, await addMember(book, '0001'))
  await putCash(book, 5_00)
  for (const format of exportFormats) {
    const file = await exported(book, format)
    const text = format === 'xlsx' ? [...unpackedParts(file).values()].join() : file.toString('utf8')
    expect(text.length, format).toBeGreaterThan(100)
    const told = words.filter((word) => text.includes(word))
    expect(told, format).toEqual(format === 'json' ? words : [])
    expect(text.includes('%PDF-1.7'), format).toBe(false)
  }
})

test('the journal, its hashes and the folder beside the book know nothing of what papers are called', async () => {
  const memberId = await addMember(book, '0001')
  const before = await book.api.ledger.verify()
  await keep(book, memberId)
  const after = await book.api.ledger.verify()
  expect(after.head).toEqual(before.head)
  expect(book.keptNames().join()).not.toMatch(/Siti|3201/)
})

test('a log that is sent for help names no paper, whatever fails', async () => {
  const memberId = await addMember(book, '0001')
  const folder = join(book.folder, 'log')
  const log = fileLog(folder)
  const failures: unknown[] = []
  const note = async (call: Promise<unknown>) => failures.push(await call.catch((error: unknown) => error))
  // A file stands where the folder of the papers belongs.
  writeFileSync(book.kept, '')
  await note(keep(book, memberId))
  rmSync(book.kept)
  const { attachmentId } = await keep(book, memberId)
  rmSync(book.kept, { recursive: true })
  await note(book.api.attachments.open({ attachmentId }))
  await note(book.attachFrom(join(book.folder, name)))
  expect(failures).toHaveLength(3)
  for (const failure of [...failures, ...book.bugs]) {
    expect(failure).toBeInstanceOf(Error)
    log.bug('attachments.add', failure)
    const { code } = failure as { code?: string }
    if (code !== undefined) log.trouble('attachments.add', code)
  }
  const text = readFileSync(join(folder, 'lumbung.log'), 'utf8')
  for (const word of words) expect(text).not.toContain(word)
  expect(text.split('\n').length).toBeGreaterThan(3)
})

test.runIf(process.platform !== 'win32')(
  'what lies there under a paper’s hash is not followed anywhere else',
  async () => {
    const { attachmentId } = await book.attach(png, 'foto.png')
    const [kept = ''] = book.keptNames()
    const secret = book.lay('rahasia.txt', png)
    rmSync(join(book.kept, kept))
    symlinkSync(secret, join(book.kept, kept))
    expect((await refusalOf(book.api.attachments.open({ attachmentId }))).data.reason).toBe('attachment_changed')
    rmSync(join(book.kept, kept))
    mkdirSync(join(book.kept, kept))
    expect((await refusalOf(book.api.attachments.open({ attachmentId }))).data.reason).toBe('attachment_changed')
  },
)

test('an id or a hash that is a path opens nothing', async () => {
  await book.attach(png)
  for (const attachmentId of ['../koperasi.lumbung', '..\\x', '/etc/passwd', '%2e%2e%2f', '']) {
    const { code } = await refusalOf(book.api.attachments.open({ attachmentId }))
    expect(['NOT_FOUND', 'INVALID_INPUT']).toContain(code)
  }
  const { database } = book.desk.app().file
  const copied = (sha256: string, mediaType: string) => () =>
    database.exec(
      `INSERT INTO attachment SELECT n + 1, id || 'x', fund_id, borrowing_id, loan_id, document_id, entry_id, member_id,
         asset_id, item_id, name, '${mediaType}', bytes, '${sha256}', note, added_at, added_by, request_id, is_photo,
         removed_at, removed_by, removed_reason, removed_code FROM attachment`,
    )
  expect(copied(`../${'a'.repeat(61)}`, 'image/png')).toThrow(/CHECK/)
  expect(copied('a'.repeat(64), '../../x')).toThrow(/CHECK/)
  expect(existsSync(join(book.folder, 'x'))).toBe(false)
})
