import type { Inputs as AllInputs, Answers } from '../../../shared/contract/index.ts'
import type { SavingsProduct } from '../../../shared/contract/savings.ts'
import { assert, invalidInput, Refusal } from '../../../shared/errors.ts'
import type { Flag, Reader, SavingsProductTable } from '../db/tables.ts'
import type { Reading, Work } from '../work.ts'
import { getProduct } from './savings-accounts.ts'

type Inputs = AllInputs['savings']

/** The products of this cooperative, those out of use too, with what is due by month. */
export async function savingsProducts({ db }: Pick<Reading, 'db'>): Promise<Answers['savings']['products']> {
  const products = await db.selectFrom('savings_product').selectAll().orderBy('sort').orderBy('id').execute()
  const dues = await db.selectFrom('savings_due').selectAll().orderBy('from_month').execute()
  const duesOf = Map.groupBy(dues, (due) => due.product)
  const rows = products.map((product) => ({
    product: product.id,
    name: product.name_id,
    nameId: product.name_id,
    nameEn: product.name_en,
    kind: product.kind,
    account: product.account,
    unit: product.unit,
    active: product.active === 1,
    collected: product.collected === 1,
    dues: (duesOf.get(product.id) ?? []).map(({ from_month, amount }) => ({ fromMonth: from_month, amount })),
  }))
  return { rows }
}

async function productAnswer(db: Reader, id: string): Promise<SavingsProduct> {
  const found = (await savingsProducts({ db })).rows.find(({ product }) => product === id)
  assert(found, 'a product that was just written is there')
  return found
}

/** Renames a product, moves it to another unit while nothing is on it, takes it out of use or into the monthly meeting. */
export async function updateProduct({ tx }: Work, input: Inputs['updateProduct']): Promise<SavingsProduct> {
  const before = await getProduct(tx, input.product)
  if (input.unit !== undefined && input.unit !== before.unit) await requireMovable(tx, before.id, input.unit)
  if (input.collected) requireCollectable(before)
  await tx
    .updateTable('savings_product')
    .set({
      name_id: input.nameId ?? before.name_id,
      name_en: input.nameEn ?? before.name_en,
      unit: input.unit ?? before.unit,
      active: flagOr(input.active, before.active),
      collected: flagOr(input.collected, before.collected),
    })
    .where('id', '=', before.id)
    .execute()
  return productAnswer(tx, before.id)
}

function flagOr(given: boolean | undefined, before: Flag): Flag {
  if (given === undefined) return before
  return given ? 1 : 0
}

/** Term deposits are placed one by one, and what is kept of a loan comes with its payout. */
function requireCollectable({ kind, name_id: product }: SavingsProductTable): void {
  if (kind === 'term' || kind === 'loan_linked') throw new Refusal('NOT_ALLOWED', 'product_not_collected', { product })
}

/** Money that lies in one unit's books would be withdrawn from another's. */
async function requireMovable(db: Reader, product: string, unit: string): Promise<void> {
  const target = await db.selectFrom('unit').select('active').where('id', '=', unit).executeTakeFirst()
  if (!target?.active) throw invalidInput(['unit'], 'unit_inactive', { unit })
  const held = await db
    .selectFrom('balance_subledger as b')
    .innerJoin('savings_account as s', 's.id', 'b.reference')
    .select('s.code')
    .where('b.subledger', '=', 'savings')
    .where('s.product', '=', product)
    .groupBy(['s.id', 's.code', 'b.unit'])
    .having((eb) => eb(eb.fn.sum('b.debit'), '<>', eb.fn.sum('b.credit')))
    .limit(1)
    .executeTakeFirst()
  if (held) throw new Refusal('NOT_ALLOWED', 'product_in_use', { number: held.code })
}

/** Sets what is due from a month on; a month that has an amount already gets the new one. */
export async function setDue({ tx }: Work, input: Inputs['setDue']): Promise<SavingsProduct> {
  const { fromMonth: from_month, amount } = input
  const product = await getProduct(tx, input.product)
  if (product.kind !== 'principal' && product.kind !== 'mandatory') {
    throw new Refusal('NOT_ALLOWED', 'product_has_no_due', { product: product.name_id })
  }
  await tx
    .insertInto('savings_due')
    .values({ product: product.id, from_month, amount })
    .onConflict((conflict) => conflict.columns(['product', 'from_month']).doUpdateSet({ amount }))
    .execute()
  return productAnswer(tx, product.id)
}
