import { expect, test } from 'vitest'
import { sizeText } from '../../../../renderer/app/attachments/attachment-words.ts'
import { readAttachment } from '../../../../renderer/app/attachments/read-attachment.ts'
import { pdf, png } from '../../../support/attachments.ts'

const chosen = (bytes: Buffer, name: string) => readAttachment(new File([new Uint8Array(bytes)], name))

/** A file whose content must not be touched. */
function heavy(size: number): File {
  const file = new File([], 'film.pdf')
  Object.defineProperty(file, 'size', { value: size })
  Object.defineProperty(file, 'arrayBuffer', {
    value: () => {
      throw new Error('a file that is too large was read')
    },
  })
  return file
}

test('a chosen file is read with what it is by its content', async () => {
  expect(await chosen(png, 'foto.pdf')).toEqual({
    ...{ name: 'foto.pdf', base64: png.toString('base64'), type: 'image/png', bytes: png.length },
  })
})

test('a file of many pieces is read as it was', async () => {
  const bytes = Buffer.concat([pdf('panjang'), Buffer.alloc(100_003, 7)])
  expect(await chosen(bytes, 'scan.pdf')).toMatchObject({ base64: bytes.toString('base64'), bytes: bytes.length })
})

test('two gigabytes are told their size and never read', async () => {
  expect(await readAttachment(heavy(2 * 1024 ** 3))).toEqual({
    ...{ name: 'film.pdf', problem: 'tooLarge', megabytes: 2_048 },
  })
})

test('what is empty, no paper, or gone since it was chosen is told at once', async () => {
  expect(await chosen(Buffer.alloc(0), 'kosong.pdf')).toEqual({ name: 'kosong.pdf', problem: 'empty' })
  expect(await chosen(Buffer.from('#!/bin/sh\n'), 'kontrak.pdf')).toMatchObject({ problem: 'notADocument' })
  const gone = new File([new Uint8Array(png)], 'foto.png')
  Object.defineProperty(gone, 'arrayBuffer', { value: () => Promise.reject(new DOMException('', 'NotFoundError')) })
  expect(await readAttachment(gone)).toEqual({ name: 'foto.png', problem: 'unreadable' })
})

test('a size is said as people say it', () => {
  expect([1, 1_024, 358_000, 1_048_575].map((bytes) => sizeText(bytes, 'id'))).toEqual([
    ...['1 KB', '1 KB', '350 KB', '1024 KB'],
  ])
  expect([sizeText(1_250_000, 'id'), sizeText(1_250_000, 'en')]).toEqual(['1,2 MB', '1.2 MB'])
})
