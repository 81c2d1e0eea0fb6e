import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import type { SavingsProduct } from '../../../../shared/contract/savings.ts'
import { assert, invalidInput, Refusal } from '../../../../shared/errors.ts'
import { defaultSavingsProducts, usualSavingsRules } from '../../../../shared/rules/default-savings.ts'
import { searchText } from '../../../../shared/rules/search-text.ts'
import { savingsRuleColumns, savingsRulesOf } from '../../db/savings-rule-columns.ts'
import type { Reader, SavingsProductTable } from '../../db/tables.ts'
import type { Reading, Work } from '../../work.ts'
import { getProduct } from './accounts.ts'
import { requireSavingsControl } from './control.ts'
import { changedRules } from './product-rules.ts'
import { ratesByProduct } from './rates.ts'

type Inputs = AllInputs['savings']

/** The products of this cooperative, those out of use too, with what is due and how they earn by month. */
export async function savingsProducts({ db }: Pick<Reading, 'db'>): Promise<Answers['savings']['products']> {
  const products = await db.selectFrom('savings_product').selectAll().orderBy('sort').orderBy('id').execute()
  const dues = await db.selectFrom('savings_due').selectAll().orderBy('from_month').execute()
  const duesOf = Map.groupBy(dues, (due) => due.product)
  const rates = await ratesByProduct(db)
  const rows = products.map((product) => ({
    product: product.id,
    name: product.name_id,
    nameId: product.name_id,
    nameEn: product.name_en,
    kind: product.kind,
    account: product.account,
    unit: product.unit,
    active: product.active === 1,
    ...savingsRulesOf(product),
    dues: (duesOf.get(product.id) ?? []).map(({ from_month, amount }) => ({ fromMonth: from_month, amount })),
    interest: rates.get(product.id) ?? [],
  }))
  return { rows }
}

/** One product as lists show it; it is known to be there. */
export async function productAnswer(db: Reader, id: string): Promise<SavingsProduct> {
  const found = (await savingsProducts({ db })).rows.find(({ product }) => product === id)
  assert(found, 'a product that was just written is there')
  return found
}

/** One more product; refuses ALREADY_EXISTS for an id that is taken and an account that holds no savings. */
export async function createProduct({ tx }: Work, input: Inputs['createProduct']): Promise<SavingsProduct> {
  const { kind, nameId, nameEn = nameId, unit = 'general' } = input
  const usual = defaultSavingsProducts.find((product) => product.kind === kind)
  const account = input.account ?? usual?.account ?? ''
  await requireSavingsControl(tx, account)
  await requireUnitInUse(tx, unit)
  const others = await tx.selectFrom('savings_product').select(['id', 'sort', 'name_id']).execute()
  const id = newId(input, others)
  const sort = Math.max(...others.map((other) => other.sort)) + 1
  const rules = changedRules({ kind, name_id: nameId }, usualSavingsRules(kind), input)
  await tx
    .insertInto('savings_product')
    .values({
      id,
      kind,
      name_id: nameId,
      name_en: nameEn,
      account,
      unit,
      active: 1,
      sort,
      ...savingsRuleColumns(rules),
    })
    .execute()
  return productAnswer(tx, id)
}

/** The id asked for, or one made of the name: `Simpanan umrah` is `simpanan_umrah`. Refuses ALREADY_EXISTS. */
function newId(
  { product, nameId }: Inputs['createProduct'],
  others: readonly Pick<SavingsProductTable, 'id' | 'name_id'>[],
): string {
  const isTaken = (id: string) => others.some((other) => other.id === id)
  const namesake = others.find((other) => searchText(other.name_id) === searchText(nameId))
  if (namesake) throw new Refusal('ALREADY_EXISTS', 'savings_product', { product: namesake.name_id })
  if (product !== undefined) {
    if (isTaken(product)) throw new Refusal('ALREADY_EXISTS', 'savings_product', { product })
    return product
  }
  const words = searchText(nameId)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
  const plain = words.slice(0, 34) || 'simpanan'
  let id = plain
  for (let next = 2; isTaken(id); next += 1) id = `${plain}_${next}`
  return id
}

/** Renames a product, moves it to another unit while nothing is on it, takes it out of use, or changes its rules. */
export async function updateProduct({ tx }: Work, input: Inputs['updateProduct']): Promise<SavingsProduct> {
  const before = await getProduct(tx, input.product)
  if (input.unit !== undefined && input.unit !== before.unit) await requireMovable(tx, before.id, input.unit)
  const rules = changedRules(before, savingsRulesOf(before), input)
  await tx
    .updateTable('savings_product')
    .set({
      name_id: input.nameId ?? before.name_id,
      name_en: input.nameEn ?? before.name_en,
      unit: input.unit ?? before.unit,
      active: input.active === undefined ? before.active : input.active ? 1 : 0,
      ...savingsRuleColumns(rules),
    })
    .where('id', '=', before.id)
    .execute()
  return productAnswer(tx, before.id)
}

async function requireUnitInUse(db: Reader, unit: string): Promise<void> {
  const target = await db.selectFrom('unit').select('active').where('id', '=', unit).executeTakeFirst()
  if (!target?.active) throw invalidInput(['unit'], 'unit_inactive', { unit })
}

/** Money that lies in one unit's books would be withdrawn from another's. */
async function requireMovable(db: Reader, product: string, unit: string): Promise<void> {
  await requireUnitInUse(db, unit)
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
