import type { Language } from '../../../shared/calendar.ts'
import type { StatementAccount } from '../../../shared/statements/report-lines.ts'
import type { Reader } from '../db/tables.ts'
import { nameIn } from '../services/ledger.ts'

/** Every account that takes entries, as statements need to know it. */
export async function statementAccounts(db: Reader): Promise<StatementAccount[]> {
  const accounts = await db
    .selectFrom('account')
    .select(['code', 'type', 'report_line'])
    .where('postable', '=', 1)
    .execute()
  return accounts.map(({ code, type, report_line }) => ({ code, type, reportLine: report_line }))
}

/** The name of the one unit a report was asked for. */
export async function unitName(db: Reader, unit: string | undefined, language: Language): Promise<string | undefined> {
  if (unit === undefined) return undefined
  const row = await db.selectFrom('unit').select(['name_id', 'name_en']).where('id', '=', unit).executeTakeFirst()
  return row ? nameIn(row, language) : unit
}
