import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { JournalFacts, JournalFactsEntry, JournalFactsLine } from '../../../../shared/statements/journal.ts'
import type { Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import { nameIn } from '../../services/ledger.ts'
import type { Reading } from '../../work.ts'
import { unitName } from '../statement-accounts.ts'

/** Every entry of the days with its lines; of one unit only that unit's lines. */
export async function journalFacts(
  { db }: Reading,
  { from, to, unit }: ReportParams<'journal'>,
  language: Language,
): Promise<JournalFacts> {
  const entries = new Map<number, JournalFactsEntry & { lines: JournalFactsLine[] }>()
  for (const row of await linesBetween(db, from, to, unit)) {
    const { seq, id: entryId, date, description, account, debit, credit, memo, member_name: memberName } = row
    const entry = entries.get(seq) ?? { entryId, voucher: voucherName(row), date, description, lines: [] }
    entry.lines.push({ account, name: nameIn(row, language), debit, credit, memo, memberName })
    entries.set(seq, entry)
  }
  return { language, from, to, unit: await unitName(db, unit, language), entries: [...entries.values()] }
}

async function linesBetween(db: Reader, from: string, to: string, unit: string | undefined) {
  let query = db
    .selectFrom('journal_entry as e')
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .innerJoin('account as a', 'a.code', 'l.account')
    .leftJoin('savings_account as s', 's.id', 'l.savings_account_id')
    .leftJoin('member as m', (join) => join.on((eb) => eb('m.id', '=', eb.fn.coalesce('l.member_id', 's.member_id'))))
    .select(['e.seq', 'e.id', 'e.book', 'e.year', 'e.number', 'e.date', 'e.description'])
    .select(['l.account', 'l.debit', 'l.credit', 'l.memo', 'a.name_id', 'a.name_en', 'm.name as member_name'])
    .where('e.date', '>=', from)
    .where('e.date', '<=', to)
  if (unit !== undefined) query = query.where('l.unit', '=', unit)
  return query.orderBy('e.date').orderBy('e.seq').orderBy('l.line_no').execute()
}
