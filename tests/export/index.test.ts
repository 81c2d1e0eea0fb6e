import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportBook, exportFormats } from '../../electron/backend/export/index.ts'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { exported } from './hostile-book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

function record(amount: number, date: string) {
  const lines = [
    { account: '11101', debit: amount },
    { account: '48106', credit: amount },
  ]
  return book.api.journal.post({ requestId: requestId(), date, description: 'Pendapatan lain', lines })
}

test('an empty book leaves in every format', async () => {
  for (const format of exportFormats) expect((await exported(book, format)).length).toBeGreaterThan(100)
  expect(JSON.parse((await exported(book, 'json')).toString())).toMatchObject({ head: { number: 0 }, entries: [] })
})

test('a long book leaves in pieces, in order of day, each entry once', async () => {
  for (let index = 0; index < 1_100; index += 1) await record(index + 1, `2026-0${1 + (index % 9)}-11`)
  const pieces: string[] = []
  for await (const piece of exportBook(book.desk.app(), 'hledger')) pieces.push(piece.toString())
  expect(pieces).toHaveLength(4)
  const codes = [...pieces.join('').matchAll(/^([\d-]+) \* \((.*?)\)/gm)].map(([, day, code]) => `${day} ${code}`)
  expect(new Set(codes).size).toBe(1_100)
  expect(codes).toEqual([...codes].sort())
})

test('a few very long entries leave one by one', async () => {
  const lines = Array.from({ length: 3_000 }, (_, index) =>
    index % 2 === 0 ? { account: '11101', debit: 100 + index } : { account: '48106', credit: 99 + index },
  )
  for (const date of ['2026-01-01', '2026-01-02', '2026-01-03']) {
    await book.api.journal.post({ requestId: requestId(), date, description: 'Impor', lines })
  }
  const pieces: string[] = []
  for await (const piece of exportBook(book.desk.app(), 'csv')) pieces.push(piece.toString())
  expect(pieces.slice(1).map((piece) => piece.split('\r\n').length - 1)).toEqual([3_000, 3_000, 3_000])
})

test('what is recorded while an export runs is not in it, and recording does not wait', async () => {
  await record(100, '2026-03-01')
  const pieces: string[] = []
  for await (const piece of exportBook(book.desk.app(), 'json')) {
    pieces.push(piece.toString())
    await record(200, '2026-01-01')
  }
  const dump = JSON.parse(pieces.join(''))
  expect(dump.head.number).toBe(1)
  expect(dump.entries).toHaveLength(1)
})
