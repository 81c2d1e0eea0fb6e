import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import type { SalesFacts } from '../../../../shared/statements/sales.ts'
import { soldGoods } from '../../ledger/sold-goods.ts'
import type { Reading } from '../../work.ts'

/** What was sold in a time, as the books have it; refuses INVALID_INPUT for a time that ends before it begins. */
export async function salesFacts(
  { db }: Reading,
  { from, to, by, buyer }: ReportParams<'sales'>,
  language: Language,
): Promise<SalesFacts> {
  if (to < from) throw invalidInput(['params', 'to'], 'period_backwards')
  return { language, from, to, by, buyer, goods: await soldGoods(db, { from, to }) }
}
