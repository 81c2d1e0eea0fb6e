import type { Language } from '../../../shared/calendar.ts'
import type { Reader } from '../db/tables.ts'
import { nameIn } from '../services/ledger.ts'

/** Every savings product by its name in the language of the report, in the order of the products; `isListed` are those a list shows also while they are empty. */
export async function savingsProductNames(db: Reader, language: Language) {
  const rows = await db.selectFrom('savings_product').selectAll().orderBy('sort').orderBy('id').execute()
  return rows.map((row) => ({
    product: row.id,
    name: nameIn(row, language),
    isListed: row.active === 1 && row.collected === 1,
  }))
}
