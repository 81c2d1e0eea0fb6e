import { sql } from 'kysely'
import type { AssetStanding } from '../../../shared/rules/asset-plan.ts'
import type { AssetTermsTable, JournalEntryTable, Reader } from '../db/tables.ts'
import { reverseFirst } from './reverse-first.ts'
import { voucherName } from './vouchers.ts'

/** An asset that is there, with what it cost and what is written off of it, sen, as the entries say. */
export interface AssetRow extends AssetTermsTable {
  readonly code: string
  readonly name: string
  readonly cost: number
  readonly accumulated: number
  readonly taken_over: number
  /** Day of the newest entry on its card. */
  readonly last_on: string
}

/** After every day an entry can have. */
const always = '9999-12-31'

/** Every asset that is there at the end of a day, by account and number; all entries count unless a day is given. */
export async function assetRows(db: Reader, asOf: string = always): Promise<AssetRow[]> {
  const result = await sql<AssetRow>`
    SELECT t.*, a.code, a.name, max(l.entry_date) AS last_on,
      sum(CASE WHEN l.account = t.account AND n.entry_id IS NULL THEN l.debit - l.credit ELSE 0 END) AS cost,
      sum(CASE WHEN l.account = t.contra AND (t.contra <> t.account OR n.entry_id IS NOT NULL)
        THEN l.credit - l.debit ELSE 0 END) AS accumulated,
      sum(CASE WHEN l.entry_id = t.entry_id AND l.account = t.contra AND t.contra <> t.account
        THEN l.credit - l.debit ELSE 0 END) AS taken_over
    FROM asset_terms t
    JOIN asset a ON a.id = t.asset_id
    JOIN journal_entry e ON e.id = t.entry_id AND e.date <= ${asOf}
    JOIN journal_line l ON l.asset_id = t.asset_id AND l.account IN (t.account, t.contra) AND l.entry_date <= ${asOf}
    JOIN journal_entry o ON o.seq = l.seq
    LEFT JOIN depreciation_run n ON n.entry_id = coalesce(o.reverses_id, o.id)
    WHERE NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = t.entry_id AND r.date <= ${asOf})
      AND NOT EXISTS (SELECT 1 FROM asset_disposal d JOIN journal_entry de ON de.id = d.entry_id
        LEFT JOIN journal_entry dr ON dr.reverses_id = de.id AND dr.date <= ${asOf}
        WHERE d.asset_id = t.asset_id AND de.date <= ${asOf} AND dr.id IS NULL)
    GROUP BY t.asset_id ORDER BY t.account, a.code`.execute(db)
  return result.rows
}

/** What the rule of depreciation is asked with. */
export function standingOf(row: AssetRow): AssetStanding {
  return {
    ...{ acquiredOn: row.acquired_on, firstMonth: row.first_month, months: row.months, method: row.method },
    ...{ ratePct: row.rate_pct, residual: row.residual, cost: row.cost, accumulated: row.accumulated },
    takenOver: row.taken_over,
  }
}

/** A month whose depreciation stands: its entry was not reversed. */
export interface DepreciatedMonth {
  readonly month: string
  readonly entryId: string
  readonly requestId: string | null
  readonly date: string
  readonly voucher: string
}

/** The newest month that has its depreciation. */
export async function newestDepreciation(db: Reader): Promise<DepreciatedMonth | undefined> {
  const row = await standingRuns(db).orderBy('i.month', 'desc').limit(1).executeTakeFirst()
  return row && { ...row, voucher: voucherName(row) }
}

/** The depreciation of a month, if it has one. */
export async function depreciationOf(db: Reader, month: string): Promise<DepreciatedMonth | undefined> {
  const row = await standingRuns(db).where('i.month', '=', month).executeTakeFirst()
  return row && { ...row, voucher: voucherName(row) }
}

function standingRuns(db: Reader) {
  return db
    .selectFrom('depreciation_run as i')
    .innerJoin('journal_entry as e', 'e.id', 'i.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['i.month', 'e.id as entryId', 'e.request_id as requestId', 'e.date', 'e.book', 'e.year', 'e.number'])
    .where('r.id', 'is', null)
}

/**
 * What an asset loses is reckoned from what stood before: its entries, and the months of all, are taken back from the
 * newest on. Refuses NOT_ALLOWED `reverse_first` with the voucher that goes first.
 */
export async function requireNewestOfAssets(db: Reader, entry: JournalEntryTable): Promise<void> {
  const later = await db
    .selectFrom('journal_entry as e')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('e.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .where('e.seq', '>', entry.seq)
    .where((eb) =>
      eb.or([
        eb(
          'e.seq',
          'in',
          sql<number>`(SELECT l.seq FROM journal_line l WHERE l.asset_id IN
            (SELECT m.asset_id FROM journal_line m WHERE m.seq = ${entry.seq} AND m.asset_id IS NOT NULL))`,
        ),
        eb('e.id', 'in', laterMonths(entry.id)),
      ]),
    )
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!later) return
  throw reverseFirst(later.id, voucherName(later))
}

function laterMonths(entryId: string) {
  return sql<string>`(SELECT i.entry_id FROM depreciation_run i, depreciation_run own
    WHERE own.entry_id = ${entryId} AND i.month > own.month)`
}
