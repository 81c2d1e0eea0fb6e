import type { Answers } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { LoanProductTable, Reader } from '../db/tables.ts'
import type { Reading } from '../work.ts'

/** The loan products in their order. */
export async function loanProducts({ db }: Reading): Promise<Answers['loans']['products']> {
  const rows = await db.selectFrom('loan_product').selectAll().orderBy('sort').execute()
  return {
    rows: rows.map((row) => ({
      product: row.id,
      name: row.name_id,
      nameId: row.name_id,
      nameEn: row.name_en,
      method: row.method,
      ratePct: row.rate_pct,
      ratePer: row.rate_per,
      interval: { unit: row.interval_unit, every: row.interval_every },
      account: row.account,
      unit: row.unit,
      active: row.active === 1,
    })),
  }
}

/** Refuses NOT_FOUND for an unknown product and NOT_ALLOWED for one out of use. */
export async function getLoanProduct(db: Reader, product: string): Promise<LoanProductTable> {
  const row = await db.selectFrom('loan_product').selectAll().where('id', '=', product).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'loan_product', { product })
  if (!row.active) throw new Refusal('NOT_ALLOWED', 'product_inactive', { product: row.name_id })
  return row
}
