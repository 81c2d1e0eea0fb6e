import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AttachmentBook, openAttachmentBook, pdf, png } from '../../support/attachments.ts'
import { refusalOf, requestId } from '../../support/book.ts'

let book: AttachmentBook
let itemId: string
beforeEach(async () => {
  book = await openAttachmentBook()
  itemId = (await book.api.items.create({ name: 'Keripik', priceOther: 12_000_00 })).itemId
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const jpeg = (words: string) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(words)])
const heic = Buffer.concat([Buffer.alloc(4), Buffer.from('ftypheic'), Buffer.alloc(16)])

const photograph = (bytes: Buffer, name = 'foto.jpg', id = itemId) =>
  book.api.attachments.add({
    ...{ requestId: requestId(), subject: { kind: 'item', id }, name, base64: bytes.toString('base64'), photo: true },
  })
const photos = async (...itemIds: string[]) => (await book.api.attachments.photos({ itemIds })).rows
const listed = async () =>
  (await book.api.attachments.list({ subject: { kind: 'item', id: itemId }, removed: true })).rows

test('an item has one photo: another takes its place, and what was replaced can still be read', async () => {
  expect(await photos(itemId)).toEqual([])
  const first = await photograph(jpeg('pertama'))
  expect(first).toMatchObject({ isPhoto: true, type: 'image/jpeg', removed: null })
  const second = await photograph(jpeg('kedua'))
  expect(await photos(itemId)).toEqual([{ itemId, attachmentId: second.attachmentId }])
  const [before, now] = await listed()
  expect([before?.removed, now?.removed]).toMatchObject([{ reason: null, code: 'photo_replaced' }, null])
  await book.api.attachments.remove({ requestId: requestId(), attachmentId: second.attachmentId, reason: 'Buram' })
  expect((await listed()).at(-1)?.removed).toMatchObject({ reason: 'Buram', code: null })
})

test('only items that have a photo are told, and papers of an item are no photos', async () => {
  const other = await book.api.items.create({ name: 'Kopi', priceOther: 20_000_00 })
  const paper = await book.attach(png, 'izin.png', { kind: 'item', id: itemId })
  expect([paper.isPhoto, await photos(itemId, other.itemId)]).toEqual([false, []])
  const made = await photograph(png, 'foto.png', other.itemId)
  expect(await photos(itemId, other.itemId)).toEqual([{ itemId: other.itemId, attachmentId: made.attachmentId }])
  await photograph(png)
  expect((await listed()).filter(({ removed }) => removed === null)).toHaveLength(2)
})

test('a photo that was removed is gone, and may come again', async () => {
  const { attachmentId } = await photograph(png)
  expect((await refusalOf(photograph(png))).code).toBe('ALREADY_EXISTS')
  await book.api.attachments.remove({ requestId: requestId(), attachmentId, reason: 'Buram' })
  expect(await photos(itemId)).toEqual([])
  await photograph(png)
  expect(await photos(itemId)).toHaveLength(1)
})

test('what no screen shows is no photo, and nothing but goods has one; the photo there was stays', async () => {
  const { attachmentId } = await photograph(png)
  for (const bytes of [pdf('brosur'), heic, Buffer.from('GIF89a')]) {
    expect((await refusalOf(photograph(bytes))).code).toBe('INVALID_INPUT')
  }
  const subject = { kind: 'fund' as const, id: book.fundId }
  const onFund = book.api.attachments.add({
    ...{ requestId: requestId(), subject, name: 'foto.png', base64: png.toString('base64'), photo: true },
  })
  expect(await refusalOf(onFund)).toMatchObject({ data: { issues: [{ path: ['photo'], message: 'photo_of_item' }] } })
  expect(await photos(itemId)).toEqual([{ itemId, attachmentId }])
})
