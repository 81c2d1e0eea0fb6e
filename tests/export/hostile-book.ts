import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExportFormat, exportBook } from '../../electron/backend/export/index.ts'
import { openTestBook, requestId, type TestBook, treasurer } from '../support/book.ts'
import { ledgerSyntax, payloads } from './payloads.ts'

/** A national id number that must leave in no export. */
export const plantedNationalId = '3315074208850001'

/** A book in which every text that people type is one that some format would misread. */
export async function openHostileBook(): Promise<TestBook> {
  const book = await openTestBook({ cooperative: { name: 'Koperasi "Uji"; =1+1 : {x}' } })
  await furnish(book)
  const texts = [...ledgerSyntax, ...payloads]
  for (const [index, text] of texts.entries()) await recordText(book, text, index)
  await recordOpeningAndReversal(book)
  return book
}

/** The day of the newest entry of the hostile book. */
export const lastDay = '2026-06-30'

async function furnish(book: TestBook): Promise<void> {
  const call = { procedure: 'test', input: {}, requestId: undefined, actor: treasurer }
  await book.desk.app().write(call, async ({ tx }) => {
    const member = { id: 'm1', code: '=A,1:[x]', sort: '1', name: '@Sri "Uji"; =1+1', search: '', active: 1 as const }
    await tx
      .insertInto('member')
      .values({ ...member, sex: 'female', joined_on: '2026-01-02', national_id: plantedNationalId })
      .execute()
    const savings = { id: 's1', code: '+S-1', name: 'Tabungan', active: 1 as const, member_id: 'm1' }
    await tx
      .insertInto('savings_account')
      .values({ ...savings, product: 'sukarela', account: '21101', opened_on: '2026-01-02' })
      .execute()
    await tx
      .updateTable('account')
      .set({ name_id: '=Lain:lain;  (lama) 99999 "x"' })
      .where('code', '=', '48106')
      .execute()
    await tx.updateTable('account').set({ name_id: '(日本)' }).where('code', '=', '48105').execute()
  })
}

async function recordText(book: TestBook, text: string, index: number): Promise<void> {
  const amount = 1_000_000 + index
  await book.api.journal.post({
    requestId: requestId(),
    date: `2026-0${1 + (index % 3)}-1${index % 10}`,
    description: text,
    lines: [
      { account: '11101', debit: amount + 7, memo: text },
      {
        account: index % 4 === 0 ? '48105' : '48106',
        credit: amount,
        memo: text,
        unit: index % 2 === 0 ? 'usp' : 'general',
      },
      { account: '21101', credit: 7, savingsAccountId: 's1', memo: text },
    ],
  })
}

async function recordOpeningAndReversal(book: TestBook): Promise<void> {
  const lines = [
    { account: '11201', debit: 5_000_050 },
    { account: '33201', credit: 5_000_050 },
  ]
  const posted = await book.api.journal.post({
    requestId: requestId(),
    date: '2026-04-01',
    description: 'Salah',
    lines,
  })
  await book.api.journal.reverse({
    requestId: requestId(),
    entryId: posted.entryId,
    date: lastDay,
    reason: 'Salah akun; date: 2020-01-01',
  })
}

/** An export's bytes. */
export async function exported(book: TestBook, format: ExportFormat): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of exportBook(book.desk.app(), format)) parts.push(Buffer.from(part as string))
  return Buffer.concat(parts)
}

/** An export in a file of the book's own folder. */
export async function exportedFile(book: TestBook, format: ExportFormat): Promise<string> {
  const file = join(book.folder, `export.${format}`)
  writeFileSync(file, await exported(book, format))
  return file
}
