import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allTagNames } from '../../electron/backend/export/line-tags.ts'
import { addDays } from '../../shared/calendar.ts'
import type { TestBook } from '../support/book.ts'
import { exported, exportedFile, lastDay, openHostileBook } from './hostile-book.ts'
import { isInstalled, run } from './programs.ts'

let book: TestBook
let file: string
beforeAll(async () => {
  book = await openHostileBook()
  file = await exportedFile(book, 'hledger')
})
afterAll(() => book.close())

/** Balance in sen by account code, as hledger adds it up to the end of a day. */
function hledgerBalances(asOf: string): Record<string, number> {
  const [, ...rows] = run(
    'hledger',
    '-f',
    file,
    'bal',
    '--flat',
    '-O',
    'csv',
    '--no-total',
    '-b',
    '1900-01-01',
    '-e',
    addDays(asOf, 1),
  )
    .trim()
    .split('\n')
  return Object.fromEntries(
    rows.map((row) => {
      const [, code = '', amount = ''] = /(\d{5})","(-?[\d.]+)(?: IDR)?"$/.exec(row) ?? []
      return [code, Number(amount.replace('.', ''))]
    }),
  )
}

async function bookBalances(asOf: string): Promise<Record<string, number>> {
  const { rows } = await book.api.ledger.trialBalance({ asOf })
  const moved = rows.filter(({ debit, credit }) => debit !== credit)
  return Object.fromEntries(moved.map(({ code, debit, credit }) => [code, debit - credit]))
}

describe.skipIf(!isInstalled('hledger'))('hledger itself', () => {
  test('accepts the export with strict checks, whatever people typed', () => {
    expect(run('hledger', '-f', file, 'check', '--strict', 'ordereddates', 'uniqueleafnames')).toBe('')
  })

  test('refuses it when accounts are no longer declared', () => {
    const undeclared = join(book.folder, 'undeclared.journal')
    const text = run('hledger', '-f', file, 'print')
    writeFileSync(undeclared, text)
    expect(() => run('hledger', '-f', undeclared, 'check', '--strict')).toThrow(/not been declared|undeclared/)
  })

  test.each(['2026-01-15', '2026-02-12', '2026-03-31', lastDay])('adds up the same balances as of %s', async (asOf) => {
    const balances = await bookBalances(asOf)
    expect(Object.keys(balances).length).toBeGreaterThan(3)
    expect(hledgerBalances(asOf)).toEqual(balances)
  })

  test('finds no tag, date or account that a text of ours made up', () => {
    const tags = run('hledger', '-f', file, 'tags').trim().split('\n')
    expect(tags.filter((tag) => tag !== 'type' && !allTagNames.includes(tag))).toEqual([])
    expect(run('hledger', '-f', file, 'print', 'date:..2025')).toBe('')
    expect(run('hledger', '-f', file, 'accounts', '--used').trim().split('\n')).toHaveLength(7)
  })

  test('finds what reverses what', () => {
    expect(run('hledger', '-f', file, 'print', 'tag:reverses=BM-2026-0066')).toContain('Pembatalan BM-2026-0066')
  })
})

test('every entry is one transaction with its voucher as code', async () => {
  const text = (await exported(book, 'hledger')).toString()
  const codes = [...text.matchAll(/^\d{4}-\d{2}-\d{2} \* \(([A-Z]+-\d{4}-\d+)\) /gm)].map(([, code]) => code)
  const { rows } = await book.api.journal.list({ limit: 1000 })
  expect(codes).toEqual(rows.map(({ voucher }) => voucher))
})

test('an account code is the last five-digit number of each account name', async () => {
  const text = (await exported(book, 'hledger')).toString()
  const declared = [...text.matchAll(/^account (.*?) {2};/gm)].map(([, name = '']) => name.match(/\d{5}/g)?.at(-1))
  const postable = await book.desk
    .app()
    .read(({ db }) => db.selectFrom('account').select('code').where('postable', '=', 1).orderBy('code').execute())
  expect(declared).toEqual(postable.map(({ code }) => code))
  expect(text).toContain('account Aset:Kas dan setara kas:Kas kantor 11101  ; type: C')
  expect(text).toContain('account Pendapatan:Pendapatan lain dan hibah:=Lain -lain, (lama) 99999 "x" 48106  ; type: R')
})

test('the export is the same every time', async () => {
  expect(await exported(book, 'hledger')).toEqual(await exported(book, 'hledger'))
})
