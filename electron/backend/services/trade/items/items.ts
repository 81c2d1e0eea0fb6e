import type { Inputs as AllInputs, Answers } from '../../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../../shared/errors.ts'
import { numberAfter } from '../../../../../shared/rules/number-after.ts'
import { searchText } from '../../../../../shared/rules/search-text.ts'
import type { Reader } from '../../../db/tables.ts'
import type { ItemTermsTable } from '../../../db/trade-tables.ts'
import { newestBought } from '../../../ledger/lots.ts'
import type { Reading, Work } from '../../../work.ts'

type Inputs = AllInputs['items']
type Item = Answers['items']['get']

/**
 * Enters what is traded; goods of somebody else where an owner is named, whose commission is 0 % unless said otherwise,
 * of which `no_commission` warns.
 * Refuses ALREADY_EXISTS for a number or barcode another item has, NOT_FOUND for an owner who is nobody.
 */
export async function createItem(work: Work, input: Inputs['create']): Promise<Answers['items']['create']> {
  const { ownerMemberId, ownerPartnerId } = input
  const isKept = ownerMemberId !== undefined || ownerPartnerId !== undefined
  const kind = input.kind ?? (isKept ? 'consigned' : 'merchandise')
  if ((kind === 'consigned') !== isKept) throw invalidInput(['kind'], isKept ? 'owner_needs_keeping' : 'owner_missing')
  if (kind !== 'consigned' && input.commissionPct !== undefined) throw invalidInput(['commissionPct'], 'not_together')
  await requireOwner(work.tx, input)
  const number = input.number ?? (await nextItemNumber(work.tx))
  await requireFree(work.tx, 'number', number)
  if (input.barcode) await requireFree(work.tx, 'barcode', input.barcode)
  const id = work.newId()
  const priceOther = input.priceOther ?? 0
  await work.tx.insertInto('item').values({ id, code: number, name: input.name, active: 1 }).execute()
  await work.tx
    .insertInto('item_terms')
    .values({
      ...{ item_id: id, kind, costing: input.costing ?? 'moving_average', unit_name: input.unitName ?? 'buah' },
      ...{ price_other: priceOther, price_member: input.priceMember ?? priceOther, minimum: input.minimum ?? 0 },
      ...{ barcode: input.barcode || null, note: input.note || null },
      ...{ owner_member_id: ownerMemberId ?? null, owner_partner_id: ownerPartnerId ?? null },
      commission_pct: kind === 'consigned' ? (input.commissionPct ?? '0') : null,
      search: searchText(input.name, number),
    })
    .execute()
  const warnings = kind === 'consigned' && input.commissionPct === undefined ? ['no_commission'] : []
  return { ...(await itemNamed(work.tx, id)), warnings }
}

async function requireOwner(db: Reader, { ownerMemberId, ownerPartnerId }: Inputs['create']): Promise<void> {
  if (ownerMemberId !== undefined) {
    const member = await db
      .selectFrom('member')
      .select(['code', 'left_on'])
      .where('id', '=', ownerMemberId)
      .executeTakeFirst()
    if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId: ownerMemberId })
    if (member.left_on !== null) {
      throw new Refusal('NOT_ALLOWED', 'no_member_any_more', { number: member.code, date: member.left_on })
    }
  }
  if (ownerPartnerId !== undefined) {
    const partner = await db.selectFrom('partner').select('id').where('id', '=', ownerPartnerId).executeTakeFirst()
    if (!partner) throw new Refusal('NOT_FOUND', 'partner', { partnerId: ownerPartnerId })
  }
}

/**
 * Changes what is given. Refuses NOT_FOUND, ALREADY_EXISTS for a barcode another item has, and NOT_ALLOWED for another
 * costing once goods moved, and for taking an item out of use of which there is still some, or that is still worth something.
 */
export async function updateItem(work: Work, input: Inputs['update']): Promise<Item> {
  const before = await itemNamed(work.tx, input.itemId)
  const { name = before.name, active = before.active } = input
  if (input.barcode && input.barcode !== before.barcode) await requireFree(work.tx, 'barcode', input.barcode)
  if (!active && before.active) requireNothingLeft(before)
  if (input.costing !== undefined && input.costing !== before.costing && (await hasMoved(work.tx, before.itemId))) {
    throw new Refusal('NOT_ALLOWED', 'costing_in_use', { item: before.name })
  }
  if (input.commissionPct !== undefined && before.kind !== 'consigned') {
    throw invalidInput(['commissionPct'], 'not_together')
  }
  await work.tx
    .updateTable('item')
    .set({ name, active: active ? 1 : 0 })
    .where('id', '=', before.itemId)
    .execute()
  await work.tx
    .updateTable('item_terms')
    .set({ ...given(input), search: searchText(name, before.number) })
    .where('item_id', '=', before.itemId)
    .execute()
  return itemNamed(work.tx, before.itemId)
}

/** Of what never moved, a value that was entered by hand stands alone. */
function requireNothingLeft({ name: item, qty, value }: Item): void {
  if (qty !== 0) throw new Refusal('NOT_ALLOWED', 'item_in_stock', { item, inStock: qty })
  if (value !== 0) throw new Refusal('NOT_ALLOWED', 'item_has_value', { item, amount: value })
}

function given(input: Inputs['update']): Partial<ItemTermsTable> {
  const columns = {
    ...{ costing: input.costing, unit_name: input.unitName, minimum: input.minimum, note: input.note },
    ...{ price_other: input.priceOther, price_member: input.priceMember, commission_pct: input.commissionPct },
    barcode: input.barcode === undefined ? undefined : input.barcode || null,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

async function hasMoved(db: Reader, itemId: string): Promise<boolean> {
  const move = await db.selectFrom('stock_move').select('seq').where('item_id', '=', itemId).limit(1).executeTakeFirst()
  return move !== undefined
}

/** One item with what there is of it; refuses NOT_FOUND. */
export async function getItem({ db }: Reading, { itemId }: Inputs['get']): Promise<Item> {
  return itemNamed(db, itemId)
}

/** Refuses NOT_FOUND for an id that is no item. */
async function itemNamed(db: Reader, itemId: string): Promise<Item> {
  const row = await itemRows(db).where('i.id', '=', itemId).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'item', { itemId })
  const [item] = await itemAnswers(db, [row])
  if (!item) throw new Error('an item without its answer')
  return item
}

/** Items with their owners, and what there is of them: thousandths and sen. */
export function itemRows(db: Reader) {
  return db
    .selectFrom('item as i')
    .innerJoin('item_terms as t', 't.item_id', 'i.id')
    .leftJoin('member as m', 'm.id', 't.owner_member_id')
    .leftJoin('partner as p', 'p.id', 't.owner_partner_id')
    .selectAll('t')
    .select(['i.code', 'i.name', 'i.active'])
    .select((eb) => [
      eb.fn.coalesce('m.name', 'p.name').as('ownerName'),
      eb
        .selectFrom('balance_stock as s')
        .select((s) => s.fn.coalesce(s.fn.sum<number>('s.qty'), s.lit(0)).as('qty'))
        .whereRef('s.item_id', '=', 'i.id')
        .$asScalar()
        .$notNull()
        .as('qty'),
      eb
        .selectFrom('balance_subledger as b')
        .select((b) => b.fn.coalesce(b.fn.sum<number>(b('debit', '-', b.ref('credit'))), b.lit(0)).as('value'))
        .where('b.subledger', '=', 'item')
        .whereRef('b.reference', '=', 'i.id')
        .$asScalar()
        .$notNull()
        .as('value'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof itemRows>['executeTakeFirstOrThrow']>>

/** The items of some rows, with how much of each lies where. */
export async function itemAnswers(db: Reader, rows: readonly Row[]): Promise<Item[]> {
  const ids = rows.map(({ item_id }) => item_id)
  const lying = await db
    .selectFrom('balance_stock')
    .select(['item_id', 'location_id', 'qty'])
    .where('item_id', 'in', ids)
    .where('qty', '<>', 0)
    .orderBy('location_id')
    .execute()
  const places = Map.groupBy(lying, ({ item_id }) => item_id)
  const bought = await lastBoughtOf(db, rows)
  return rows.map((row) => ({
    ...itemAnswer(row),
    lastBought: bought.get(row.item_id) ?? null,
    places: (places.get(row.item_id) ?? []).map(({ location_id: locationId, qty }) => ({ locationId, qty })),
  }))
}

/** What came in last of the items of which none are there. */
async function lastBoughtOf(db: Reader, rows: readonly Row[]) {
  const bought = new Map<string, { qty: number; value: number }>()
  for (const { item_id, qty } of rows) {
    const last = qty > 0 ? undefined : await newestBought(db, item_id)
    if (last) bought.set(item_id, last)
  }
  return bought
}

function itemAnswer({
  item_id,
  code,
  name,
  active,
  ownerName,
  qty,
  value,
  ...terms
}: Row): Omit<Item, 'places' | 'lastBought'> {
  const { kind, costing, unit_name: unitName, price_other: priceOther, price_member: priceMember, minimum } = terms
  const { owner_member_id: ownerMemberId, owner_partner_id: ownerPartnerId, commission_pct: commissionPct } = terms
  return {
    ...{ itemId: item_id, number: code, name, kind, costing, unitName, priceOther, priceMember, minimum },
    ...{ barcode: terms.barcode, ownerMemberId, ownerPartnerId, ownerName, commissionPct, note: terms.note },
    ...{ active: active === 1, qty, value },
  }
}

async function nextItemNumber(db: Reader): Promise<string> {
  const last = await db.selectFrom('item').select('code').orderBy('code', 'desc').limit(1).executeTakeFirst()
  let number = last ? numberAfter(last.code) : 'B-0001'
  while (await takenBy(db, 'number', number)) number = numberAfter(number)
  return number
}

async function takenBy(db: Reader, field: 'number' | 'barcode', text: string): Promise<string | undefined> {
  const items = db.selectFrom('item as i').innerJoin('item_terms as t', 't.item_id', 'i.id').select('i.name')
  const own = field === 'number' ? items.where('i.code', '=', text) : items.where('t.barcode', '=', text)
  return (await own.executeTakeFirst())?.name
}

async function requireFree(db: Reader, field: 'number' | 'barcode', text: string): Promise<void> {
  const item = await takenBy(db, field, text)
  if (item === undefined) return
  const reason = field === 'number' ? 'item_number' : 'item_barcode'
  const issues = [{ path: [field], message: `${reason}_taken` }]
  throw new Refusal('ALREADY_EXISTS', reason, { [field]: text, item, issues })
}
