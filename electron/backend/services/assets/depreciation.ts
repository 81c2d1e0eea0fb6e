import { addMonthsToMonth, lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { depreciationDue } from '../../../../shared/rules/asset-plan.ts'
import { assetDepreciation } from '../../../../shared/rules/entries/asset.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { type AssetRow, assetRows, depreciationOf, newestDepreciation, standingOf } from '../../ledger/asset-cards.ts'
import { requireOpenPeriod } from '../../ledger/periods.ts'
import { newestDate, post, requireDateInReach } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'

type Inputs = AllInputs['assets']

/** What the assets would lose in a month, with all that was left out before. */
export async function previewDepreciation(
  { db, today }: Reading,
  { month }: Inputs['preview'],
): Promise<Answers['assets']['preview']> {
  const done = await depreciationOf(db, month)
  const rows = done ? [] : losing(await assetRows(db), month)
  return {
    month,
    date: done?.date ?? lastDayOfMonth(month),
    isOver: await isOver(db, today, month),
    done: done ? { entryId: done.entryId, requestId: done.requestId, voucher: done.voucher, date: done.date } : null,
    rows: rows.map(({ asset, amount }) => ({
      ...{ assetId: asset.asset_id, number: asset.code, name: asset.name, account: asset.account, amount },
      bookValue: asset.cost - asset.accumulated - amount,
    })),
    total: sumSen(rows.map(({ amount }) => amount)),
  }
}

function losing(assets: readonly AssetRow[], month: string) {
  return assets
    .map((asset) => ({ asset, amount: depreciationDue(standingOf(asset), month) }))
    .filter(({ amount }) => amount > 0)
}

/**
 * Posts what all assets lose in a month. Refuses INVALID_INPUT for a month that has not ended and a day before its end,
 * ALREADY_DONE, NOT_ALLOWED `later_month_depreciated`, `earlier_month_first` where one before it has something left to
 * lose, and `nothing_to_depreciate`.
 */
export async function depreciateAssets(
  work: Work,
  { month, date = lastDayOfMonth(month) }: Inputs['depreciate'],
): Promise<Answers['assets']['depreciate']> {
  const { tx, today } = work
  await requireDateInReach(tx, today, date)
  if (!(await isOver(tx, today, month))) {
    throw invalidInput(['month'], 'month_not_ended', { month, date: lastDayOfMonth(month) })
  }
  if (date < lastDayOfMonth(month)) throw invalidInput(['date'], 'date_before_month_over', { month })
  await requireOpenPeriod(tx, date)
  const assets = await assetRows(tx)
  await requireNext(tx, assets, month)
  const rows = losing(assets, month)
  if (rows.length === 0) throw new Refusal('NOT_ALLOWED', 'nothing_to_depreciate', { month })
  const entryId = work.newId()
  await tx.insertInto('depreciation_run').values({ entry_id: entryId, month }).execute()
  const lines = rows.map(({ asset: { asset_id: assetId, contra, account, unit }, amount }) => ({
    ...{ assetId, contra: contra ?? account, unit, amount },
  }))
  const posted = await post(work, assetDepreciation({ date, month, rows: lines }), { entryId })
  return { ...posted, month, assets: rows.length, total: sumSen(rows.map(({ amount }) => amount)) }
}

/** A month ends with its last day; the clock may be behind the newest entry. */
async function isOver(db: Reader, today: string, month: string): Promise<boolean> {
  const end = lastDayOfMonth(month)
  return today >= end || (await newestDate(db)) >= end
}

async function requireNext(db: Reader, assets: readonly AssetRow[], month: string): Promise<void> {
  const done = await depreciationOf(db, month)
  if (done) throw new Refusal('ALREADY_DONE', 'depreciation_run', { month, voucher: done.voucher })
  const newest = await newestDepreciation(db)
  if (newest && newest.month > month) {
    const data = { month, later: newest.month, voucher: newest.voucher }
    throw new Refusal('NOT_ALLOWED', 'later_month_depreciated', data)
  }
  const earlier = firstMonthLeft(assets, newest?.month, addMonthsToMonth(month, -1))
  if (earlier !== undefined) throw new Refusal('NOT_ALLOWED', 'earlier_month_first', { month, earlier })
}

/** The first month after the newest that was depreciated, up to a month, in which an asset still loses something. */
export function firstMonthLeft(
  assets: readonly AssetRow[],
  newest: string | undefined,
  upTo: string,
): string | undefined {
  const begins = assets.flatMap(({ first_month, months }) => (months === null ? [] : [first_month])).sort()
  const [first] = begins
  if (first === undefined) return undefined
  let month = newest === undefined ? first : addMonthsToMonth(newest, 1)
  // What was entered late for months that are done is no month of its own.
  while (month <= upTo) {
    if (losing(assets, month).length > 0) return month
    month = addMonthsToMonth(month, 1)
  }
  return undefined
}
