import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestBook } from '../support/book.ts'
import { type BeancountFile, parseBeancount } from './beancount-grammar.ts'
import { exported, exportedFile, lastDay, openHostileBook } from './hostile-book.ts'
import { isInstalled, run } from './programs.ts'

let book: TestBook
let file: BeancountFile
beforeAll(async () => {
  book = await openHostileBook()
  file = parseBeancount((await exported(book, 'beancount')).toString())
})
afterAll(() => book.close())

test('every line is beancount, and what people typed comes back as they typed it', async () => {
  expect(file.options).toEqual({ title: 'Koperasi "Uji"; =1+1 : {x}', operating_currency: 'IDR' })
  const { rows } = await book.api.journal.list({ limit: 1000 })
  expect(file.transactions.map(({ date, narration, links }) => [date, narration, ...links])).toEqual(
    rows.map(({ date, description, voucher }) => [date, description, voucher]),
  )
})

test('each transaction balances, and together they make the trial balance', async () => {
  const sums: Record<string, number> = {}
  for (const { postings } of file.transactions) {
    expect(postings.reduce((sum, { sen }) => sum + sen, 0)).toBe(0)
    for (const { account, sen } of postings) {
      const code = account.match(/\d{5}/g)?.at(-1) ?? ''
      sums[code] = (sums[code] ?? 0) + sen
    }
  }
  const { rows } = await book.api.ledger.trialBalance({ asOf: lastDay })
  const net = Object.fromEntries(rows.map(({ code, debit, credit }) => [code, debit - credit]))
  const moved = Object.entries(sums).filter(([code, sum]) => sum !== 0 || code in net)
  expect(Object.fromEntries(moved)).toEqual(net)
})

test('a line tells its member and savings account by their numbers, an entry its voucher', () => {
  const [first] = file.transactions
  expect(first?.metadata).toEqual({ code: 'BM-2026-0001', unit: 'general' })
  expect(first?.postings.find(({ account }) => account.endsWith('21101'))?.metadata).toMatchObject({
    member: '=A,1:[x]',
    savings: '+S-1',
  })
})

test('the reader of this test refuses what is no beancount', () => {
  const good = '2026-01-01 open Assets:Kas-11101 IDR\n'
  expect(() => parseBeancount(good)).not.toThrow()
  expect(() => parseBeancount('2026-01-01 open Assets:kas-11101 IDR')).toThrow('no beancount')
  expect(() => parseBeancount('2026-01-01 * "a "b" c"')).toThrow('no beancount')
  expect(() => parseBeancount(`${good}2026-01-01 * "x"\n  Assets:Bank-11201  1.00 IDR`)).toThrow('not open')
  expect(() => parseBeancount(`${good}2026-01-01 * "x"\n  Assets:Kas-11101  1.0 IDR`)).toThrow('no beancount')
})

test.skipIf(!isInstalled('bean-check'))('beancount itself accepts the export', async () => {
  expect(run('bean-check', await exportedFile(book, 'beancount'))).toBe('')
})
