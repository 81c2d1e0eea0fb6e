import writeExcelFile, { type Row } from 'write-excel-file/node'
import { Refusal } from '../../../shared/errors.ts'
import type { App } from '../app.ts'
import type { JournalLineTable } from '../db/tables.ts'
import { type BookFacts, bookFacts } from './book-facts.ts'
import { type ExportEntry, entryPages } from './entries.ts'
import { memberOf } from './line-tags.ts'
import { dateCell, moneyCell, type SheetColumn, sheetOf, textCell } from './xlsx-cells.ts'

/** A workbook is built in memory; beyond this many lines the formats that flow line by line serve. */
const sheetLinesMax = 100_000

/**
 * A workbook for people: journal, accounts, members (without NIK and phone) and trial balance, each on its own sheet.
 * Refuses NOT_ALLOWED for a book of more lines than a workbook can be built of in a small laptop's memory.
 */
export async function* xlsxExport(app: App, linesMax = sheetLinesMax): AsyncGenerator<Uint8Array> {
  const facts = await bookFacts(app)
  if (facts.lines > linesMax) {
    throw new Refusal('NOT_ALLOWED', 'too_long_for_sheet', { lines: facts.lines, linesMax })
  }
  const journal: Row[] = []
  const balances = new Map<string, number>()
  for await (const page of entryPages(app, facts.headSeq)) {
    for (const entry of page) {
      for (const line of entry.lines) {
        journal.push(journalRow(entry, line, facts))
        balances.set(line.account, (balances.get(line.account) ?? 0) + line.debit - line.credit)
      }
    }
  }
  const sheets = [
    sheetOf('Jurnal', journalColumns, journal),
    sheetOf('Akun', accountColumns, accountRows(facts)),
    sheetOf('Anggota', memberColumns, await memberRows(app)),
    sheetOf('Neraca saldo', balanceColumns, balanceRows(facts, balances)),
  ]
  yield await writeExcelFile(sheets).toBuffer()
}

const journalColumns: readonly SheetColumn[] = [
  ['Tanggal', 12],
  ['No. bukti', 15],
  ['Uraian', 40],
  ['Akun', 8],
  ['Nama akun', 32],
  ['Debit', 18],
  ['Kredit', 18],
  ['No. anggota', 12],
  ['Nama anggota', 28],
  ['No. simpanan', 16],
  ['Unit', 10],
  ['Keterangan', 30],
]

function journalRow(entry: ExportEntry, line: JournalLineTable, { names, accountNames }: BookFacts): Row {
  const member = memberOf(line, names) ?? ''
  return [
    dateCell(entry.date),
    textCell(entry.voucher),
    textCell(entry.description),
    textCell(line.account),
    textCell(accountNames.get(line.account) ?? null),
    moneyCell(line.debit),
    moneyCell(line.credit),
    textCell(names.member_id.get(member) ?? null),
    textCell(names.memberNames.get(member) ?? null),
    textCell(names.savings_account_id.get(line.savings_account_id ?? '') ?? null),
    textCell(line.unit),
    textCell(line.memo),
  ]
}

const accountColumns: readonly SheetColumn[] = [
  ['Akun', 8],
  ['Nama', 44],
  ['Nama (Inggris)', 44],
  ['Jenis', 12],
  ['Saldo normal', 12],
  ['Induk', 8],
  ['Baris laporan', 12],
]

function accountRows({ accounts }: BookFacts): Row[] {
  return accounts.map(({ code, name_id, name_en, type, normal, parent, report_line }) =>
    [code, name_id, name_en, type, normal, parent, report_line].map(textCell),
  )
}

const memberColumns: readonly SheetColumn[] = [
  ['No. anggota', 12],
  ['Nama', 32],
  ['L/P', 6],
  ['Dusun', 20],
  ['Masuk', 12],
  ['Keluar', 12],
]

function memberRows(app: App): Promise<Row[]> {
  return app.read(async ({ db }) => {
    const members = await db.selectFrom('member').selectAll().orderBy('code').execute()
    return members.map(({ code, name, sex, hamlet, joined_on, left_on }) => [
      textCell(code),
      textCell(name),
      textCell(sex === 'female' ? 'P' : 'L'),
      textCell(hamlet),
      dateCell(joined_on),
      dateCell(left_on),
    ])
  })
}

const balanceColumns: readonly SheetColumn[] = [
  ['Akun', 8],
  ['Nama', 44],
  ['Debit', 20],
  ['Kredit', 20],
]

function balanceRows({ accounts }: BookFacts, balances: ReadonlyMap<string, number>): Row[] {
  return accounts
    .map(({ code, name_id }) => ({ code, name_id, balance: balances.get(code) ?? 0 }))
    .filter(({ balance }) => balance !== 0)
    .map(({ code, name_id, balance }) => [
      textCell(code),
      textCell(name_id),
      moneyCell(Math.max(balance, 0)),
      moneyCell(Math.max(-balance, 0)),
    ])
}
