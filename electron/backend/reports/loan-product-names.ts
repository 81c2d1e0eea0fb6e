import type { Language } from '../../../shared/calendar.ts'
import type { Reader } from '../db/tables.ts'
import { nameIn } from '../services/ledger.ts'

/** Loan products by their names in the language of the report. */
export async function loanProductNames(db: Reader, language: Language): Promise<Map<string, string>> {
  const rows = await db.selectFrom('loan_product').selectAll().execute()
  return new Map(rows.map((row) => [row.id, nameIn(row, language)]))
}
