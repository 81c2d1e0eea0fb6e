import { addMonthsToMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { depreciationDue } from '../../../../shared/rules/asset-plan.ts'
import { assetDisposal } from '../../../../shared/rules/entries/asset.ts'
import { sen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { type AssetRow, assetRows, newestDepreciation, standingOf } from '../../ledger/asset-cards.ts'
import { requireOpenPeriod } from '../../ledger/periods.ts'
import { post, requireDateInReach } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { firstMonthLeft } from './depreciation.ts'

/**
 * Sells or writes off an asset. Refuses NOT_FOUND, ALREADY_DONE for one that is gone, INVALID_INPUT for a price without a
 * cash account and a day before its newest entry, and NOT_ALLOWED `depreciate_first` while a month before has not its
 * depreciation.
 */
export async function disposeAsset(
  work: Work,
  input: Inputs['assets']['dispose'],
): Promise<Answers['assets']['dispose']> {
  const { date, assetId, price = sen(0), cashAccount, reason } = input
  const { tx } = work
  await requireDateInReach(tx, work.today, date)
  await requireOpenPeriod(tx, date)
  const row = await standingAsset(tx, assetId)
  if (price > 0 && cashAccount === undefined) throw invalidInput(['cashAccount'], 'required')
  if (price === 0 && cashAccount !== undefined) throw invalidInput(['price'], 'required')
  if (cashAccount !== undefined) await requireCashAccount(tx, cashAccount, 'cashAccount')
  if (date < row.last_on) throw invalidInput(['date'], 'date_before_asset_entry', { date: row.last_on })
  await requireDepreciated(tx, row, date)
  const entryId = work.newId()
  await tx.insertInto('asset_disposal').values({ entry_id: entryId, asset_id: assetId, price, reason }).execute()
  const { cost, accumulated, account, contra, unit } = row
  const asset = { assetId, account, contra, unit }
  const posted = await post(work, assetDisposal({ date, asset, cost, accumulated, price, cashAccount }), { entryId })
  return { ...posted, bookValue: cost - accumulated, gain: price + accumulated - cost }
}

async function standingAsset(db: Reader, assetId: string): Promise<AssetRow> {
  const row = (await assetRows(db)).find(({ asset_id }) => asset_id === assetId)
  if (row) return row
  const known = await db.selectFrom('asset_terms').select('asset_id').where('asset_id', '=', assetId).executeTakeFirst()
  if (known) throw new Refusal('ALREADY_DONE', 'asset_gone')
  throw new Refusal('NOT_FOUND', 'asset', { assetId })
}

async function requireDepreciated(db: Reader, row: AssetRow, date: string): Promise<void> {
  const before = addMonthsToMonth(monthOf(date), -1)
  if (depreciationDue(standingOf(row), before) === 0) return
  const newest = await newestDepreciation(db)
  const month = firstMonthLeft([row], newest?.month, before)
  // Months that are done took nothing of what was entered late: it leaves at what it stands at.
  if (month !== undefined) throw new Refusal('NOT_ALLOWED', 'depreciate_first', { month })
}
