import { addMonthsToMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { assetRows } from '../../ledger/asset-cards.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'
import { firstMonthLeft } from './depreciation.ts'

type Runs = Answers['assets']['runs']

/** The months that have their depreciation, newest first, and the one that comes next. */
export async function depreciationRuns({ db, today }: Reading): Promise<Runs> {
  const found = await db
    .selectFrom('depreciation_run as i')
    .innerJoin('journal_entry as e', 'e.id', 'i.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .select(['i.month', 'e.id', 'e.request_id as requestId', 'e.date', 'e.book', 'e.year', 'e.number'])
    .select((eb) => [
      eb.fn.sum<number>('l.debit').as('total'),
      eb.fn.count<number>('l.asset_id').distinct().as('assets'),
    ])
    .where('r.id', 'is', null)
    .groupBy('e.id')
    .orderBy('i.month', 'desc')
    .execute()
  const rows = found.map(({ id: entryId, book, year, number, ...run }) => ({
    ...run,
    ...{ entryId, voucher: voucherName({ book, year, number }) },
  }))
  const thisMonth = monthOf(today)
  const left = firstMonthLeft(await assetRows(db), rows[0]?.month, addMonthsToMonth(thisMonth, -1))
  return { rows, next: left ?? thisMonth }
}
