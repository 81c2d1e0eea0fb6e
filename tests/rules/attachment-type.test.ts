import { expect, test } from 'vitest'
import { attachmentTypeOf, megabytesOf } from '../../shared/rules/attachment-type.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test.each([
  ['%PDF-1.7\n', 'application/pdf'],
  ['\u00ff\u00d8\u00ff\u00e0..JFIF', 'image/jpeg'],
  ['\u0089PNG\r\n\u001a\n....', 'image/png'],
  ['RIFF....WEBPVP8 ', 'image/webp'],
  ['....ftypheic....', 'image/heic'],
  ['....ftypmif1....', 'image/heic'],
])('%j is told by its content', (content, type) => {
  expect(attachmentTypeOf(bytes(content))).toBe(type)
})

test.each([
  ...['', '%PDF', ' %PDF-1.7', 'MZ\u0090\0', '#!/bin/sh\n', '<svg xmlns="x"/>', '<html>', 'PK\u0003\u0004', 'GIF89a'],
  ...['RIFF....WAVE', '....ftypisom', '....ftypavif', '\u0089PNG\n\n\u001a\n', 'SQLite format 3\0', '\u00ff\u00d8'],
])('%j is not kept', (content) => {
  expect(attachmentTypeOf(bytes(content))).toBeUndefined()
})

test('a size is told in whole megabytes, never too small', () => {
  expect([megabytesOf(1), megabytesOf(10 * 1024 * 1024), megabytesOf(2 * 1024 ** 3)]).toEqual([1, 10, 2048])
})
