import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import { salesLook as lookOf } from '../../../../../shared/rules/sales-look.ts'
import { soldGoods } from '../../../ledger/sold-goods.ts'
import type { Reading } from '../../../work.ts'

/** How the shop does in a time; refuses INVALID_INPUT for one that ends before it begins. */
export async function salesLook(
  { db }: Reading,
  { by, buyer, ...when }: Inputs['trade']['salesLook'],
): Promise<Answers['trade']['salesLook']> {
  if (when.to < when.from) throw invalidInput(['to'], 'period_backwards')
  const goods = await soldGoods(db, when)
  const { rows, totals } = lookOf(buyer === undefined ? goods : goods.filter((one) => one.buyer === buyer), by)
  return { rows: [...rows], totals }
}
