import { addMonthsToMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { Reader } from '../../db/tables.ts'
import { type AssetRow, assetRows, newestDepreciation } from '../../ledger/asset-cards.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'
import { firstMonthLeft } from './depreciation.ts'
import { answerOf } from './register.ts'

type Card = Answers['assets']['get']

/** One asset with every entry on its card; refuses NOT_FOUND. */
export async function assetCard({ db, today }: Reading, { assetId }: Inputs['assets']['get']): Promise<Card> {
  const there = (await assetRows(db)).find((row) => row.asset_id === assetId)
  const row = there ?? (await goneAsset(db, assetId))
  const newest = await newestDepreciation(db)
  const waiting = there && firstMonthLeft([there], newest?.month, addMonthsToMonth(monthOf(today), -1))
  return {
    ...answerOf(row),
    isThere: there !== undefined,
    depreciateFirst: waiting ?? null,
    entries: await entriesOf(db, row),
  }
}

async function goneAsset(db: Reader, assetId: string): Promise<AssetRow> {
  const row = await db
    .selectFrom('asset_terms as t')
    .innerJoin('asset as a', 'a.id', 't.asset_id')
    .selectAll('t')
    .select(['a.code', 'a.name'])
    .where('t.asset_id', '=', assetId)
    .executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'asset', { assetId })
  return { ...row, cost: 0, accumulated: 0, taken_over: 0, last_on: row.acquired_on }
}

async function entriesOf(db: Reader, { asset_id: assetId, account, contra }: AssetRow): Promise<Card['entries']> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['e.id', 'e.book', 'e.year', 'e.number', 'e.date', 'e.description'])
    .select((eb) => eb.fn.sum<number>(eb('l.debit', '-', eb.ref('l.credit'))).as('change'))
    .where('l.asset_id', '=', assetId)
    .where('l.account', 'in', [account, contra ?? account])
    .groupBy('e.seq')
    .orderBy('e.date')
    .orderBy('e.seq')
    .execute()
  let bookValue = 0
  return rows.map(({ id: entryId, date, description, change, ...voucher }) => {
    bookValue += change
    return { entryId, voucher: voucherName(voucher), date, description, change, bookValue }
  })
}
