import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import type { SavingsListFacts } from '../../../../shared/statements/savings-list.ts'
import { listSavings } from '../../services/savings/list.ts'
import type { Reading } from '../../work.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/** Every savings account with its balance on the day, as `savings.list` answers; refuses INVALID_INPUT for an unknown product. */
export async function savingsListFacts(
  reading: Reading,
  { asOf, product }: ReportParams<'savingsList'>,
  language: Language,
): Promise<SavingsListFacts> {
  const products = await savingsProductNames(reading.db, language)
  const only = products.find((one) => one.product === product)
  if (product !== undefined && !only) throw invalidInput(['params', 'product'], 'product_unknown', { product })
  const { rows } = await listSavings(reading, { asOf, product, limit: Number.MAX_SAFE_INTEGER - 1 })
  const listed = rows.filter((row) => row.active || row.balance !== 0)
  const inUse = new Set(listed.map((row) => row.product))
  return {
    language,
    asOf,
    only,
    products: products.filter((one) => one.isListed || inUse.has(one.product)),
    accounts: listed.map(({ number: cardNumber, ...row }) => ({ ...row, cardNumber })),
  }
}
