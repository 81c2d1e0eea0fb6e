import type { Language } from '../../../shared/calendar.ts'
import type { Reader } from '../db/tables.ts'
import { nameIn } from '../services/ledger.ts'

/** A loan product by its name in the language of the report. */
export async function loanProductName(db: Reader, product: string, language: Language): Promise<string> {
  const row = await db.selectFrom('loan_product').selectAll().where('id', '=', product).executeTakeFirstOrThrow()
  return nameIn(row, language)
}
