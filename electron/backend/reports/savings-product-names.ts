import type { Language } from '../../../shared/calendar.ts'
import type { Reader } from '../db/tables.ts'
import { nameIn } from '../services/ledger.ts'

/** Every savings product by its name in the language of the report, in the order of the products. */
export async function savingsProductNames(db: Reader, language: Language) {
  const rows = await db.selectFrom('savings_product').selectAll().orderBy('sort').orderBy('id').execute()
  return rows.map((row) => ({ product: row.id, name: nameIn(row, language), isActive: row.active === 1 }))
}
