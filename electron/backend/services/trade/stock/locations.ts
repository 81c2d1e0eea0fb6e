import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { Refusal } from '../../../../../shared/errors.ts'
import type { Reader } from '../../../db/tables.ts'
import type { StockLocationTable } from '../../../db/trade-tables.ts'
import type { Reading, Work } from '../../../work.ts'

type Location = Answers['trade']['createLocation']

/** The places where goods lie, the shop first. */
export async function stockLocations({ db }: Reading): Promise<Answers['trade']['locations']> {
  const rows = await db.selectFrom('stock_location').selectAll().orderBy('sort').execute()
  return { rows: rows.map(answerOf) }
}

/** A place of our own, or one at a partner who sells for us. Refuses NOT_FOUND. */
export async function createLocation(work: Work, input: Inputs['trade']['createLocation']): Promise<Location> {
  const { name, partnerId } = input
  const kind: Location['kind'] = partnerId === undefined ? 'own' : await kindAt(work.tx, partnerId)
  const { sort } = await work.tx
    .selectFrom('stock_location')
    .select((eb) => eb.fn.countAll<number>().as('sort'))
    .executeTakeFirstOrThrow()
  const row = { id: work.newId(), name, kind, partner_id: partnerId ?? null, active: 1 as const, sort }
  await work.tx.insertInto('stock_location').values(row).execute()
  return answerOf(row)
}

async function kindAt(db: Reader, partnerId: string): Promise<'outlet' | 'marketplace'> {
  const terms = await db
    .selectFrom('partner_terms')
    .select('kind')
    .where('partner_id', '=', partnerId)
    .executeTakeFirst()
  if (!terms) throw new Refusal('NOT_FOUND', 'partner', { partnerId })
  return terms.kind === 'marketplace' ? 'marketplace' : 'outlet'
}

/** Changes what is given. Refuses NOT_FOUND, and NOT_ALLOWED for a place out of use where goods still lie. */
export async function updateLocation(work: Work, input: Inputs['trade']['updateLocation']): Promise<Location> {
  const { locationId } = input
  const before = await work.tx.selectFrom('stock_location').selectAll().where('id', '=', locationId).executeTakeFirst()
  if (!before) throw new Refusal('NOT_FOUND', 'stock_location', { locationId })
  const { name = before.name, active = before.active === 1 } = input
  if (!active) await requireEmpty(work.tx, before)
  const after = { ...before, name, active: active ? (1 as const) : (0 as const) }
  await work.tx.updateTable('stock_location').set({ name, active: after.active }).where('id', '=', locationId).execute()
  return answerOf(after)
}

async function requireEmpty(db: Reader, { id, name }: StockLocationTable): Promise<void> {
  const left = await db
    .selectFrom('balance_stock')
    .select('item_id')
    .where('location_id', '=', id)
    .where('qty', '<>', 0)
    .limit(1)
    .executeTakeFirst()
  if (left) throw new Refusal('NOT_ALLOWED', 'location_not_empty', { name })
}

function answerOf({ id, name, kind, partner_id, active }: StockLocationTable): Location {
  return { locationId: id, name, kind, partnerId: partner_id, active: active === 1 }
}
