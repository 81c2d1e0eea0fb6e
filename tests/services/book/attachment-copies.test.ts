import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { restoreBackup } from '../../../electron/backend/services/book/backup.ts'
import { type AttachmentBook, openAttachmentBook, pdf, png } from '../../support/attachments.ts'
import { requestId } from '../../support/book.ts'

/** A book and its papers are lost together or not at all. */

let book: AttachmentBook
beforeEach(async () => {
  book = await openAttachmentBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const now = '2026-11-20T02:00:00.000Z'
const whole = { ok: true, problems: [], warnings: [] }

test("the book's own backups hold every paper, each content once", async () => {
  await book.attach(png, 'foto.png')
  const first = await book.api.backup.now()
  expect(first.attachments).toEqual({ files: 1, missing: 0 })
  await book.attach(pdf('a'), 'a.pdf')
  const second = await book.api.backup.now()
  expect(second.attachments).toEqual({ files: 2, missing: 0 })
  const { rows } = await book.api.backup.list()
  expect(rows.map(({ path }) => path)).toEqual([second.path, first.path])
  expect(readdirSync(join(second.path, '..', 'lampiran')).sort()).toEqual(book.keptNames())
  for (const { path } of rows) expect(await book.api.backup.verify({ path })).toMatchObject(whole)
})

test('a backup elsewhere has its papers beside it, and can be carried away with them', async () => {
  await book.attach(png, 'foto.png')
  const path = join(book.folder, 'stik.lumbung')
  await book.api.backup.now({ path })
  const away = join(book.folder, 'laptop-baru.lumbung')
  const restored = await restoreBackup({
    backup: path,
    book: away,
    home: join(book.folder, 'rumah'),
    now,
    reason: 'Pindah',
  })
  expect(restored.attachments).toEqual({ files: 1, missing: 0 })
  expect(readdirSync(`${away}.lampiran`)).toEqual(book.keptNames())
})

test('restoring brings back papers that were lost, and keeps those that came since', async () => {
  await book.attach(png, 'foto.png')
  const { path } = await book.api.backup.now()
  rmSync(book.kept, { recursive: true })
  await book.attach(pdf('sesudahnya'), 'sesudahnya.pdf')
  const restored = await book.api.backup.restore({ path, reason: 'Laptop rusak' })
  expect(restored.attachments).toEqual({ files: 1, missing: 0 })
  expect(book.keptNames()).toHaveLength(2)
  const { rows } = await book.api.attachments.list({ subject: { kind: 'fund', id: book.fundId } })
  expect(rows).toMatchObject([{ name: 'foto.png', state: 'kept' }])
  expect(await book.api.ledger.verify()).toMatchObject({ problems: [], warnings: [] })
})

test('what is lost is told by the backup, which is made all the same', async () => {
  await book.attach(png, 'foto.png')
  await book.attach(pdf('a'), 'a.pdf')
  rmSync(join(book.kept, book.keptNames().find((name) => name.endsWith('png')) ?? ''))
  const made = await book.api.backup.now()
  expect(made.attachments).toEqual({ files: 1, missing: 1 })
  expect(await book.api.backup.verify({ path: made.path })).toMatchObject({
    ok: true,
    warnings: [{ kind: 'attachment' }],
  })
  expect((await book.api.backup.restore({ path: made.path, reason: 'Uji' })).attachments).toEqual({
    files: 1,
    missing: 1,
  })
})

test('what was removed is backed up too, for its row still speaks of it', async () => {
  const { attachmentId } = await book.attach(png, 'foto.png')
  await book.api.attachments.remove({ requestId: requestId(), attachmentId, reason: 'Salah' })
  expect((await book.api.backup.now()).attachments).toEqual({ files: 1, missing: 0 })
})

test('a book without papers leaves no folder beside it or its backups', async () => {
  const { path, attachments } = await book.api.backup.now()
  expect(attachments).toEqual({ files: 0, missing: 0 })
  expect([existsSync(book.kept), existsSync(join(path, '..', 'lampiran'))]).toEqual([false, false])
})

test('a copied folder is looked into by its own book alone', async () => {
  await book.attach(png, 'foto.png')
  await book.desk.close()
  const copy = join(book.folder, 'salinan.lumbung')
  cpSync(book.path, copy)
  await book.desk.open(copy)
  const { warnings } = await book.api.ledger.verify()
  expect(warnings).toMatchObject([{ kind: 'attachment' }])
})
