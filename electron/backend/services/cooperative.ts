import { addDays } from '../../../shared/calendar.ts'
import type { CooperativeAnswer } from '../../../shared/contract/cooperative.ts'
import type { Inputs as AllInputs } from '../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../shared/errors.ts'
import type { CooperativeTable, Reader } from '../db/tables.ts'
import { daysAheadMax } from '../ledger/post.ts'
import type { Reading, Work } from '../work.ts'
import { listUnits } from './units.ts'

type Changes = Omit<AllInputs['cooperative']['update'], 'requestId' | 'units'>

export async function getCooperative(reading: Pick<Reading, 'db'>): Promise<CooperativeAnswer> {
  const row = await reading.db.selectFrom('cooperative').selectAll().executeTakeFirstOrThrow()
  const { rows: units } = await listUnits(reading)
  return {
    name: row.name,
    foundedOn: row.founded_on,
    legalEntityNumber: row.legal_entity_number,
    coopRegistrationNumber: row.coop_registration_number,
    taxId: row.tax_id,
    businessId: row.business_id,
    address: row.address,
    village: row.village,
    district: row.district,
    regency: row.regency,
    province: row.province,
    phone: row.phone,
    coopType: row.coop_type,
    units: units.filter(({ active }) => active).map(({ unit }) => unit),
  }
}

/**
 * Changes what is given and leaves the rest. Refuses INVALID_INPUT for a founding day after what the book already
 * records, NOT_ALLOWED `unit_has_balance` for leaving out a unit that owns or owes something.
 */
export async function updateCooperative(
  { tx, today }: Work,
  { requestId: _, units, ...changes }: AllInputs['cooperative']['update'],
): Promise<CooperativeAnswer> {
  if (changes.foundedOn) await requireFoundedFirst(tx, today, changes.foundedOn)
  const columns = changedColumns(changes)
  if (Object.keys(columns).length > 0) await tx.updateTable('cooperative').set(columns).execute()
  if (units) await chooseUnits(tx, units)
  return getCooperative({ db: tx })
}

const columnOf = {
  name: 'name',
  foundedOn: 'founded_on',
  legalEntityNumber: 'legal_entity_number',
  coopRegistrationNumber: 'coop_registration_number',
  taxId: 'tax_id',
  businessId: 'business_id',
  address: 'address',
  village: 'village',
  district: 'district',
  regency: 'regency',
  province: 'province',
  phone: 'phone',
  coopType: 'coop_type',
} as const satisfies Record<keyof Changes, keyof CooperativeTable>

/** Only what was given; emptied texts are null. */
function changedColumns(changes: Changes): Partial<CooperativeTable> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([field, value]) => [columnOf[field as keyof Changes], value || null]))
}

async function requireFoundedFirst(db: Reader, today: string, foundedOn: string): Promise<void> {
  if (foundedOn > addDays(today, daysAheadMax))
    throw invalidInput(['foundedOn'], 'date_too_far_ahead', { date: foundedOn })
  const entry = await db.selectFrom('journal_entry').select('date').orderBy('date').limit(1).executeTakeFirst()
  const member = await db
    .selectFrom('member')
    .select((eb) => eb.fn.min('joined_on').as('date'))
    .executeTakeFirst()
  const first = [entry?.date, member?.date].filter((date) => typeof date === 'string').toSorted()[0]
  if (first !== undefined && foundedOn > first)
    throw invalidInput(['foundedOn'], 'founded_after_records', { foundedOn, date: first })
}

async function chooseUnits(tx: Work['tx'], units: readonly string[]): Promise<void> {
  const left = await tx.selectFrom('unit').select('id').where('active', '=', 1).where('id', 'not in', units).execute()
  for (const { id } of left) await requireNothingOwned(tx, id)
  await tx.updateTable('unit').set({ active: 0 }).where('id', 'not in', units).execute()
  await tx.updateTable('unit').set({ active: 1 }).where('id', 'in', units).execute()
}

async function requireNothingOwned(db: Reader, unit: string): Promise<void> {
  const balances = await db
    .selectFrom('balance_year')
    .select('account')
    .select((eb) => eb.fn.sum<number>(eb('debit', '-', eb.ref('credit'))).as('balance'))
    .where('unit', '=', unit)
    .groupBy('account')
    .orderBy('account')
    .execute()
  const open = balances.find(({ balance }) => balance !== 0)
  if (open) throw new Refusal('NOT_ALLOWED', 'unit_has_balance', { unit, account: open.account })
}
