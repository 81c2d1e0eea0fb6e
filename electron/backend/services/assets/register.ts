import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { AssetTermsTable, Reader } from '../../db/tables.ts'
import { type AssetRow, assetRows } from '../../ledger/asset-cards.ts'
import type { Reading, Work } from '../../work.ts'

type Inputs = AllInputs['assets']
type Register = Answers['assets']['register']

/** What there is at the end of a day, by account and number, with what the entries say of it. */
export async function assetRegister(
  { db, today }: Reading,
  { asOf = today, place }: NonNullable<Inputs['register']> = {},
): Promise<Register> {
  const found = await assetRows(db, asOf)
  const rows = found.filter((row) => place === undefined || (row.place ?? '') === place).map(answerOf)
  const byAccount = Map.groupBy(rows, ({ account }) => account)
  const accounts = [...byAccount].map(([account, own]) => ({ account, ...sumsOf(own) }))
  return { asOf, rows, accounts, totals: sumsOf(rows) }
}

type Row = Register['rows'][number]

/** An asset as it is answered. */
export function answerOf(row: AssetRow): Row {
  const { asset_id: assetId, code: number, name, account, unit, acquired_on: acquiredOn, cost, accumulated } = row
  const { residual, months, method, rate_pct: ratePctPerYear, place, holder, serial, condition, note } = row
  return {
    ...{ assetId, number, name, account, unit, acquiredOn, cost, accumulated, bookValue: cost - accumulated },
    ...{ residual, months, method, ratePctPerYear, place, holder, serial, condition, note },
  }
}

function sumsOf(rows: readonly Row[]) {
  const sum = (of: 'cost' | 'accumulated' | 'bookValue') => sumSen(rows.map((row) => row[of]))
  return { cost: sum('cost'), accumulated: sum('accumulated'), bookValue: sum('bookValue') }
}

/** Changes what is given of where an asset is; refuses NOT_FOUND. */
export async function updateAsset({ tx }: Work, input: Inputs['update']): Promise<Answers['assets']['update']> {
  const { assetId, name } = input
  await requireAsset(tx, assetId)
  if (name !== undefined) await tx.updateTable('asset').set({ name }).where('id', '=', assetId).execute()
  const given = Object.entries(whereabouts(input)).filter(([, value]) => value !== undefined)
  if (given.length > 0) {
    await tx.updateTable('asset_terms').set(Object.fromEntries(given)).where('asset_id', '=', assetId).execute()
  }
  return { assetId }
}

function whereabouts({ place, holder, serial, note, condition }: Inputs['update']) {
  const text = (value: string | undefined) => (value === '' ? null : value)
  const columns = { place: text(place), holder: text(holder), serial: text(serial), note: text(note), condition }
  return columns satisfies { [Column in keyof AssetTermsTable]?: AssetTermsTable[Column] | undefined }
}

async function requireAsset(db: Reader, assetId: string): Promise<void> {
  const row = await db.selectFrom('asset_terms').select('asset_id').where('asset_id', '=', assetId).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'asset', { assetId })
}
