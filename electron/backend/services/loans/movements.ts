import { invalidInput } from '../../../../shared/errors.ts'
import type { Reader } from '../../db/tables.ts'

/** What ends a loan is the newest of it. Refuses INVALID_INPUT `date_before_movements` with the day of what came last. */
export async function requireNewestDay(db: Reader, loanId: string, date: string): Promise<void> {
  const last = await db
    .selectFrom('journal_line')
    .select('entry_date as date')
    .where('loan_id', '=', loanId)
    .orderBy('entry_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last && date < last.date) throw invalidInput(['date'], 'date_before_movements', { date: last.date })
}
