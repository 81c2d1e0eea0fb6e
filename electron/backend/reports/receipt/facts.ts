import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { leaversAccount } from '../../../../shared/rules/member-settlement.ts'
import type { ReceiptFacts, ReceiptLine, ReceiptParty } from '../../../../shared/statements/receipt.ts'
import type { JournalEntryTable, Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import { nameIn } from '../../services/ledger.ts'
import type { Reading } from '../../work.ts'
import { receiptLoan } from './loan.ts'
import { receiptProducts } from './products.ts'
import { receiptSavings } from './savings.ts'

/** One entry with everybody it is about and what it reverses or is reversed by; refuses NOT_FOUND. */
export async function receiptFacts(
  { db }: Reading,
  { entryId }: ReportParams<'receipt'>,
  language: Language,
): Promise<ReceiptFacts> {
  const entry = await findEntry(db, 'id', entryId)
  if (!entry) throw new Refusal('NOT_FOUND', 'entry', { entryId })
  const reversal = await findEntry(db, 'reverses_id', entry.id)
  const reversed = entry.reverses_id === null ? undefined : await findEntry(db, 'id', entry.reverses_id)
  const { book, date, description, reason } = entry
  return {
    language,
    book,
    voucher: voucherName(entry),
    date,
    description,
    reason,
    lines: await linesOf(db, entry.seq, language),
    parties: [...(await partiesOf(db, entry.seq)), ...(await namedParty(db, reversed?.id ?? entry.id))],
    loan: await receiptLoan(db, entry, language),
    savings: await receiptSavings(db, entry, language),
    products: await receiptProducts(db, entry),
    reverses: reversed ? { voucher: voucherName(reversed), date: reversed.date, reason } : null,
    reversedBy: reversal ? { voucher: voucherName(reversal), date: reversal.date, reason: reversal.reason } : null,
  }
}

async function findEntry(
  db: Reader,
  column: 'id' | 'reverses_id',
  value: string,
): Promise<JournalEntryTable | undefined> {
  return db.selectFrom('journal_entry').selectAll().where(column, '=', value).executeTakeFirst()
}

async function linesOf(db: Reader, seq: number, language: Language): Promise<ReceiptLine[]> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['l.account', 'l.debit', 'l.credit', 'a.name_id', 'a.name_en', 'a.cash_flow', 'a.subledger'])
    .select(['l.item_id', 'l.asset_id'])
    .where('l.seq', '=', seq)
    .orderBy('l.line_no')
    .execute()
  return rows.map((row) => ({
    account: row.account,
    name: nameIn(row, language),
    debit: row.debit,
    credit: row.credit,
    isCash: row.cash_flow === 'cash',
    isOfThings: row.item_id !== null || row.asset_id !== null,
    // What waits for who left was her savings.
    isSavings: row.subledger === 'savings' || row.account === leaversAccount,
  }))
}

/** Members first, then partners and people, each once, in the order of the lines. */
async function partiesOf(db: Reader, seq: number): Promise<ReceiptParty[]> {
  const members = await db
    .selectFrom('journal_line as l')
    .leftJoin('savings_account as s', 's.id', 'l.savings_account_id')
    .innerJoin('member as m', (join) => join.on((eb) => eb('m.id', '=', eb.fn.coalesce('l.member_id', 's.member_id'))))
    .select(['m.code as number', 'm.name'])
    .where('l.seq', '=', seq)
    .orderBy('l.line_no')
    .execute()
  const partners = await othersOf(db, seq, 'partner', 'l.partner_id')
  const people = await othersOf(db, seq, 'person', 'l.person_id')
  const parties = [
    ...members.map((member) => ({ ...member, isMember: true })),
    ...[...partners, ...people].map((other) => ({ ...other, isMember: false })),
  ]
  const once = new Map(parties.map((party) => [`${party.number} ${party.name}`, party]))
  return [...once.values()]
}

/** Who was named with the voucher; a reversal is about whoever the reversed one was. */
async function namedParty(db: Reader, entryId: string): Promise<ReceiptParty[]> {
  const rows = await db.selectFrom('voucher_party').select('name').where('entry_id', '=', entryId).execute()
  return rows.map(({ name }) => ({ name, number: '', isMember: false }))
}

async function othersOf(
  db: Reader,
  seq: number,
  table: 'partner' | 'person',
  reference: 'l.partner_id' | 'l.person_id',
): Promise<{ number: string; name: string }[]> {
  return db
    .selectFrom('journal_line as l')
    .innerJoin(`${table} as o`, 'o.id', reference)
    .select(['o.code as number', 'o.name'])
    .where('l.seq', '=', seq)
    .orderBy('l.line_no')
    .execute()
}
