import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { ShiftReportFacts } from '../../../../shared/statements/shift-report.ts'
import type { Reader } from '../../db/tables.ts'
import { head } from '../../ledger/head.ts'
import { shiftNamed } from '../../services/trade/sales/shifts.ts'
import type { Reading } from '../../work.ts'
import { accountNames } from '../account-names.ts'
import { boxMoved } from './box.ts'
import { shiftSales } from './sales.ts'

/** A shift and the entries that were written while it lasted: after the first, up to and with the second. */
export interface ShiftSpan {
  readonly box: string
  readonly openedBy: string
  readonly after: number
  readonly until: number
  /** Of the difference its count found. */
  readonly countEntryId: string | null
}

/** A cashier's shift, open or closed; refuses NOT_FOUND. */
export async function shiftReportFacts(
  { db }: Reading,
  { shiftId }: ReportParams<'shiftReport'>,
  language: Language,
): Promise<ShiftReportFacts> {
  const shift = await shiftNamed(db, shiftId)
  const row = await db.selectFrom('cashier_shift').selectAll().where('id', '=', shiftId).executeTakeFirstOrThrow()
  const count = await countOf(db, shift.countId)
  const span: ShiftSpan = {
    ...{ box: row.cash_account, openedBy: row.opened_by, after: row.opened_seq },
    ...{ until: row.closed_seq ?? (await head(db)).seq, countEntryId: count?.entryId ?? null },
  }
  return {
    ...{ language, shift, count },
    boxName: (await accountNames(db, language)).get(row.cash_account) ?? row.cash_account,
    box: await boxMoved(db, span),
    sales: await shiftSales(db, span),
  }
}

async function countOf(db: Reader, countId: string | null) {
  if (countId === null) return null
  const row = await db.selectFrom('cash_count').selectAll().where('id', '=', countId).executeTakeFirstOrThrow()
  return {
    denominations: JSON.parse(row.denominations) as Record<string, number>,
    countedBy: JSON.parse(row.counted_by) as string[],
    entryId: row.entry_id,
  }
}
