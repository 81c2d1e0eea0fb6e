import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { xlsxExport } from '../../electron/backend/export/xlsx.ts'
import { refusalSentence } from '../../shared/text/refusal-sentence.ts'
import { refusalOf, type TestBook } from '../support/book.ts'
import { exportedFile, lastDay, openHostileBook, plantedNationalId } from './hostile-book.ts'
import { ledgerSyntax, payloads } from './payloads.ts'
import { isInstalled } from './programs.ts'
import { openedByLibreOffice } from './spreadsheet.ts'

type Table = (string | number | boolean | Date | null)[][]

let book: TestBook
let file: string
let sheets: Map<string, Table>
beforeAll(async () => {
  book = await openHostileBook()
  file = await exportedFile(book, 'xlsx')
  sheets = new Map((await readExcelFile(file)).map(({ sheet, data }) => [sheet, data as Table]))
})
afterAll(() => book.close())

function rowsOf(sheet: string): Table {
  return (sheets.get(sheet) ?? []).slice(1)
}

test('a workbook has journal, accounts, members and trial balance', () => {
  expect([...sheets.keys()]).toEqual(['Jurnal', 'Akun', 'Anggota', 'Neraca saldo'])
})

test('the journal keeps what people typed, amounts as numbers and days as days', () => {
  const rows = rowsOf('Jurnal')
  expect(rows.filter(([, , , account]) => account === '21101').map(([, , text]) => text)).toHaveLength(65)
  expect(new Set(rows.map(([, , text]) => text))).toEqual(
    new Set([...ledgerSyntax, ...payloads, 'Salah', 'Pembatalan BM-2026-0066']),
  )
  const [first] = rows
  expect(first?.[0]).toEqual(new Date('2026-01-10'))
  expect(first?.slice(3, 7)).toEqual(['11101', 'Kas kantor', 10_000.07, null])
})

test('its trial balance is that of the book', async () => {
  const { rows } = await book.api.ledger.trialBalance({ asOf: lastDay })
  const shown = rowsOf('Neraca saldo').map(([code, , debit, credit]) => [code, debit ?? 0, credit ?? 0])
  const net = rows.map(({ code, debit, credit }) => [code, Math.max(debit - credit, 0), Math.max(credit - debit, 0)])
  const moved = net.filter(([, debit, credit]) => debit !== credit)
  expect(shown).toEqual(moved.map(([code, debit, credit]) => [code, Number(debit) / 100, Number(credit) / 100]))
})

test('members are listed by number and name, without NIK', () => {
  expect(rowsOf('Anggota')).toEqual([['=A,1:[x]', '@Sri "Uji"; =1+1', 'P', null, new Date('2026-01-02'), null]])
  expect(JSON.stringify([...sheets])).not.toContain(plantedNationalId)
})

test('a book too long for a workbook is refused with the way out', async () => {
  const refusal = await refusalOf(xlsxExport(book.desk.app(), 10).next())
  expect(refusal).toMatchObject({ code: 'NOT_ALLOWED', data: { linesMax: 10 } })
  expect(refusalSentence({ ...refusal, code: 'NOT_ALLOWED', reason: 'too_long_for_sheet' }, 'id')).toContain('CSV')
})

describe.skipIf(!isInstalled('soffice'))('LibreOffice', () => {
  test('finds not one formula in the workbook', () => {
    const { formulas, text } = openedByLibreOffice(file)
    expect(formulas).toBe(0)
    expect(text).toContain('=SUM(A1:A9)')
  })
})
