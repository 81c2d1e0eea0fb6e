import { createHash } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AttachmentBook, openAttachmentBook, pdf, png } from '../../support/attachments.ts'
import { refusalOf, requestId } from '../../support/book.ts'
import { addMember, putCash } from '../../support/counter.ts'

let book: AttachmentBook
beforeEach(async () => {
  book = await openAttachmentBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const listed = async (removed = false) =>
  (await book.api.attachments.list({ subject: { kind: 'fund', id: book.fundId }, removed })).rows

test('a paper is copied beside the book under its hash, listed and handed out as it was', async () => {
  const bytes = pdf('perjanjian')
  const made = await book.attach(bytes, 'MoU Yayasan.pdf')
  expect(made).toMatchObject({
    ...{ name: 'MoU Yayasan.pdf', type: 'application/pdf', bytes: bytes.length, sha256: hash(bytes), state: 'kept' },
    ...{ subject: { kind: 'fund', id: book.fundId }, removed: null, addedBy: 'treasurer', note: null },
  })
  expect(book.keptNames()).toEqual([`${hash(bytes)}.pdf`])
  expect(await listed()).toEqual([made])
  const file = await book.api.attachments.open({ attachmentId: made.attachmentId })
  expect([file.name, file.type]).toEqual(['MoU Yayasan.pdf', 'application/pdf'])
  expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes)
})

test('a file on this machine is copied; what becomes of it afterwards does not matter', async () => {
  const path = book.lay('foto panen.png', png)
  const { attachmentId } = await book.attachFrom(path)
  rmSync(path)
  const file = await book.api.attachments.open({ attachmentId })
  expect([file.name, Buffer.from(await file.arrayBuffer())]).toEqual(['foto panen.png', png])
})

test('everything that has papers takes them, and each keeps its own', async () => {
  const memberId = await addMember(book, '0001')
  const { entryId } = await putCash(book, 5_00)
  const { itemId } = await book.api.items.create({ name: 'Keripik', priceOther: 12_000_00 })
  const assetId = book.asset()
  const lent = await book.api.capital.borrow({
    ...{ requestId: requestId(), date: '2026-02-01', cashAccount: '11101', lender: 'Bank Desa' },
    ...{ kind: '27101', principal: 12_000_00, ratePctPerYear: '12', method: 'flat', months: 12 },
  })
  const subjects = [
    ...[
      { kind: 'member' as const, id: memberId },
      { kind: 'entry' as const, id: entryId },
    ],
    ...[
      { kind: 'item' as const, id: itemId },
      { kind: 'asset' as const, id: assetId },
    ],
    { kind: 'borrowing' as const, id: lent.borrowingId },
  ]
  for (const subject of subjects) {
    await book.attach(png, `${subject.kind}.png`, subject)
    const { rows } = await book.api.attachments.list({ subject })
    expect(rows.map(({ name }) => name)).toEqual([`${subject.kind}.png`])
  }
  expect(book.keptNames()).toEqual([`${hash(png)}.png`])
})

test('what does not exist has no papers', async () => {
  for (const kind of ['fund', 'borrowing', 'loan', 'tradeDocument', 'entry', 'member', 'asset', 'item'] as const) {
    const refusal = await refusalOf(book.attach(png, 'x.png', { kind, id: 'nobody' }))
    expect([kind, refusal.code]).toEqual([kind, 'NOT_FOUND'])
  }
  expect(book.keptNames()).toEqual([])
})

test('the same file on the same fund is attached once, and may come again after it was removed', async () => {
  const { attachmentId } = await book.attach(png, 'satu.png')
  expect(await refusalOf(book.attach(png, 'dua.png'))).toMatchObject({
    ...{ code: 'ALREADY_EXISTS', data: { reason: 'attachment', name: 'satu.png' } },
  })
  await book.api.attachments.remove({ requestId: requestId(), attachmentId, reason: 'Salah berkas' })
  await book.attach(png, 'dua.png')
  expect((await listed()).map(({ name }) => name)).toEqual(['dua.png'])
  expect(book.keptNames()).toHaveLength(1)
})

test('what is removed leaves the list with its reason; its row and its file stay', async () => {
  const { attachmentId } = await book.attach(png, 'foto.png')
  const remove = () => book.api.attachments.remove({ requestId: requestId(), attachmentId, reason: 'Salah orang' })
  expect((await remove()).removed).toMatchObject({ by: 'treasurer', reason: 'Salah orang' })
  expect(await listed()).toEqual([])
  expect(await listed(true)).toMatchObject([{ name: 'foto.png', state: 'kept', removed: { reason: 'Salah orang' } }])
  expect((await book.api.attachments.open({ attachmentId })).name).toBe('foto.png')
  expect((await refusalOf(remove())).code).toBe('ALREADY_DONE')
  const blank = book.api.attachments.remove({ requestId: requestId(), attachmentId, reason: ' ' })
  expect((await refusalOf(blank)).code).toBe('INVALID_INPUT')
})

test('a repeated request attaches once, and undoing it takes the paper away', async () => {
  const subject = { kind: 'fund' as const, id: book.fundId }
  const input = { requestId: 'sekali', subject, name: 'a.png', base64: png.toString('base64'), note: 'Bukti' }
  const first = await book.api.attachments.add(input)
  expect(await book.api.attachments.add(input)).toEqual(first)
  expect((await refusalOf(book.api.attachments.add({ ...input, name: 'b.png' }))).code).toBe('REQUEST_ID_REUSED')
  const undo = { requestId: requestId(), undoes: 'sekali', date: '2026-11-20', reason: 'Salah pilih' }
  expect(await book.api.requests.undo(undo)).toMatchObject({ entries: [], removed: 1 })
  expect(await listed()).toEqual([])
})

test('a list is read in pages', async () => {
  for (const number of [1, 2, 3]) await book.attach(pdf(`${number}`), `${number}.pdf`)
  const subject = { kind: 'fund' as const, id: book.fundId }
  const first = await book.api.attachments.list({ subject, limit: 2 })
  expect(first.rows.map(({ name }) => name)).toEqual(['1.pdf', '2.pdf'])
  const rest = await book.api.attachments.list({
    subject,
    limit: 2,
    ...(first.nextCursor && { cursor: first.nextCursor }),
  })
  expect([rest.rows.map(({ name }) => name), rest.nextCursor]).toEqual([['3.pdf'], null])
})

test('the rows cannot be changed or taken out with any tool', async () => {
  await book.attach(png)
  const { database } = book.desk.app().file
  expect(() => database.exec("UPDATE attachment SET sha256 = replace(sha256, 'a', 'b'), name = 'x'")).toThrow(/removed/)
  expect(() => database.exec('DELETE FROM attachment')).toThrow(/never deleted/)
  expect(() => database.exec('UPDATE attachment SET member_id = (SELECT id FROM member), fund_id = NULL')).toThrow()
})

describe('a file that was touched outside the program', () => {
  test('is not handed out when it was changed, and verification names it', async () => {
    const { attachmentId } = await book.attach(png, 'foto.png')
    const path = join(book.kept, `${hash(png)}.png`)
    const bytes = readFileSync(path)
    bytes[bytes.length - 1] = 0
    writeFileSync(path, bytes)
    expect(await refusalOf(book.api.attachments.open({ attachmentId }))).toMatchObject({
      ...{ code: 'NOT_ALLOWED', data: { reason: 'attachment_changed' } },
    })
    expect(await book.api.ledger.verify()).toMatchObject({
      ...{ ok: false, problems: [{ kind: 'attachment', detail: expect.stringContaining('foto.png') }] },
    })
  })

  test('is told when it is gone, and the book is whole without it', async () => {
    const { attachmentId } = await book.attach(png, 'foto.png')
    rmSync(book.kept, { recursive: true })
    expect((await listed())[0]?.state).toBe('missing')
    expect(await refusalOf(book.api.attachments.open({ attachmentId }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await book.api.ledger.verify()).toMatchObject({
      ...{ ok: true, problems: [], warnings: [{ kind: 'attachment', detail: expect.stringContaining('foto.png') }] },
    })
  })

  test('is made whole by attaching the same content again', async () => {
    await book.attach(png, 'foto.png')
    writeFileSync(join(book.kept, `${hash(png)}.png`), 'lain')
    await book.attach(png, 'foto.png', { kind: 'member', id: await addMember(book, '0001') })
    expect(await book.api.ledger.verify()).toMatchObject({ ok: true, warnings: [] })
  })
})

test.runIf(process.platform !== 'win32')('nobody else on this machine may look into the folder', async () => {
  await book.attach(png)
  expect(statSync(book.kept).mode & 0o077).toBe(0)
})
