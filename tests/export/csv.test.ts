import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvLine } from '../../electron/backend/export/csv-line.ts'
import type { TestBook } from '../support/book.ts'
import { exported, exportedFile, lastDay, openHostileBook } from './hostile-book.ts'
import { payloads } from './payloads.ts'
import { isInstalled } from './programs.ts'
import { openedByLibreOffice } from './spreadsheet.ts'

let book: TestBook
let rows: Record<string, string>[]
beforeAll(async () => {
  book = await openHostileBook()
  rows = parseCsv((await exported(book, 'csv')).toString())
})
afterAll(() => book.close())

/** RFC 4180, written apart from the exporter. */
function parseCsv(text: string): Record<string, string>[] {
  const table: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && !quoted && !plain) break
    table.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') table.push([])
  }
  const [headings = [], ...lines] = table.filter((line) => line.length > 0)
  return lines.map((line) => Object.fromEntries(headings.map((heading, index) => [heading, line[index] ?? ''])))
}

test('there is one row per journal line, and both columns add up to the same', async () => {
  const verdict = await book.api.ledger.verify({})
  expect(rows).toHaveLength(verdict.lines)
  const sum = (column: string) => rows.reduce((total, row) => total + Number((row[column] ?? '').replace('.', '')), 0)
  expect(sum('debit')).toBe(sum('credit'))
  expect(sum('debit')).toBeGreaterThan(0)
})

test('the rows add up to the trial balance', async () => {
  const net: Record<string, number> = {}
  for (const { account = '', debit = '', credit = '' } of rows) {
    net[account] = (net[account] ?? 0) + Number(debit.replace('.', '')) - Number(credit.replace('.', ''))
  }
  const { rows: balances } = await book.api.ledger.trialBalance({ asOf: lastDay })
  for (const { code, debit, credit } of balances) expect([code, net[code]]).toEqual([code, debit - credit])
})

test('a row tells everything: voucher, member, savings account, memo, hash', async () => {
  const row = rows.find(({ account, description }) => account === '21101' && description === '|=1+1')
  expect(row).toMatchObject({ memberNumber: "'=A,1:[x]", memberName: `'@Sri "Uji"; =1+1`, savingsAccount: "'+S-1" })
  expect(row).toMatchObject({ memo: '|=1+1', credit: '0.07', debit: '', procedure: 'journal.post', kind: 'ordinary' })
  const entry = await book.api.journal.get({ voucher: row?.voucher ?? '' })
  expect(row).toMatchObject({ entryId: entry.entryId, hash: entry.hash, date: entry.date, createdAt: entry.createdAt })
})

test('text that a spreadsheet would calculate gets an apostrophe, numbers stay numbers', () => {
  expect(csvLine(['=1', '+1', '-1', '@1', '\t=1', '\r=1', '\n=1', '＝1'])).toBe(
    `"'=1","'+1","'-1","'@1","'\t=1","'\r=1","'\n=1","'＝1"\r\n`,
  )
  expect(csvLine([-1, { sen: -150_000_050 }, { sen: -5 }, { sen: 0 }, null, 'a-b', ''])).toBe(
    '-1,-1500000.50,-0.05,0.00,,a-b,\r\n',
  )
})

test('there are fifty hostile texts, each different', () => {
  expect(new Set(payloads).size).toBe(50)
})

describe.skipIf(!isInstalled('soffice'))('LibreOffice, opening the file in the most trusting way', () => {
  test('finds not one formula in fifty hostile texts in every field', async () => {
    const { formulas, text } = openedByLibreOffice(await exportedFile(book, 'csv'))
    expect(formulas).toBe(0)
    expect(text).toContain('IMPORTXML')
  })

  test('would have found them without our apostrophes', async () => {
    const naive = join(book.folder, 'naive.csv')
    writeFileSync(naive, payloads.map((payload) => `"${payload.replaceAll('"', '""')}"`).join('\n'))
    expect(openedByLibreOffice(naive).formulas).toBeGreaterThan(15)
  })
})
