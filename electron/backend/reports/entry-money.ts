import type { Language } from '../../../shared/calendar.ts'
import type { Reader } from '../db/tables.ts'
import { nameIn } from '../services/ledger.ts'

/** One side of an entry, account by account in the order of its lines, sen. */
export async function entryMoney(db: Reader, entryId: string, side: 'debit' | 'credit', language: Language) {
  const rows = await db
    .selectFrom('journal_entry as e')
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['l.account', `l.${side} as amount`, 'a.name_id', 'a.name_en', 'a.cash_flow'])
    .where('e.id', '=', entryId)
    .where(`l.${side}`, '>', 0)
    .orderBy('l.line_no')
    .execute()
  return rows.map(({ account, amount, cash_flow, ...names }) => ({
    ...{ account, amount, isCash: cash_flow === 'cash', name: nameIn(names, language) },
  }))
}
