import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../../shared/errors.ts'
import { isCountedCash } from '../../../../../shared/rules/cash-accounts.ts'
import type { Reader } from '../../../db/tables.ts'
import { head } from '../../../ledger/head.ts'
import type { Reading, Work } from '../../../work.ts'
import { requireCashAccount } from '../../cash/account.ts'
import { countCash } from '../../cash/count.ts'

type Shift = Answers['trade']['openShift']

/** A cashier begins her shift at a box. Refuses ALREADY_DONE while another one is open there. */
export async function openShift(
  work: Work,
  { cashAccount, cashier, date }: Inputs['trade']['openShift'],
): Promise<Shift> {
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  if (!isCountedCash(cashAccount)) throw invalidInput(['cashAccount'], 'not_counted_cash', { account: cashAccount })
  const open = await work.tx
    .selectFrom('cashier_shift')
    .select('cashier')
    .where('cash_account', '=', cashAccount)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (open) throw new Refusal('ALREADY_DONE', 'shift_open', { name: open.cashier })
  const id = work.newId()
  const { seq } = await head(work.tx)
  await work.tx
    .insertInto('cashier_shift')
    .values({
      ...{ id, cash_account: cashAccount, cashier, date, opened_at: work.now, opened_seq: seq },
      ...{ opened_by: work.actor.id, closed_at: null, closed_by: null, closed_seq: null, count_id: null },
    })
    .execute()
  return shiftNamed(work.tx, id)
}

/**
 * A shift ends with the count of its box, signed by two names; a difference is booked as by `cash.count`. Refuses
 * NOT_FOUND, ALREADY_DONE for one that is closed, INVALID_INPUT for a day before it began, and what `cash.count` refuses.
 */
export async function closeShift(
  work: Work,
  input: Inputs['trade']['closeShift'],
): Promise<Answers['trade']['closeShift']> {
  const { shiftId, date, denominations, countedBy, reason, requestId } = input
  const shift = await shiftNamed(work.tx, shiftId)
  if (shift.closedAt !== null) throw new Refusal('ALREADY_DONE', 'shift_closed', { name: shift.cashier })
  if (date < shift.date) throw invalidInput(['date'], 'date_before_shift', { date: shift.date })
  const { cashAccount } = shift
  const counted = await countCash(work, { requestId, date, cashAccount, denominations, countedBy, reason })
  const { seq } = await head(work.tx)
  await work.tx
    .updateTable('cashier_shift')
    .set({ closed_at: work.now, closed_by: work.actor.id, closed_seq: seq, count_id: counted.countId })
    .where('id', '=', shiftId)
    .execute()
  const closed = await shiftNamed(work.tx, shiftId)
  return { ...closed, entryId: counted.entry?.entryId ?? null, voucher: counted.entry?.voucher ?? null }
}

/** Shifts, the newest first. */
export async function cashierShifts(
  { db }: Reading,
  input: Inputs['trade']['shifts'],
): Promise<Answers['trade']['shifts']> {
  let query = shiftRows(db)
  if (input?.cashAccount !== undefined) query = query.where('s.cash_account', '=', input.cashAccount)
  if (input?.from !== undefined) query = query.where('s.date', '>=', input.from)
  if (input?.to !== undefined) query = query.where('s.date', '<=', input.to)
  const rows = await query.orderBy('s.opened_at', 'desc').orderBy('s.id').limit(1_000).execute()
  return { rows: rows.map(answerOf) }
}

/** One shift; refuses NOT_FOUND. */
export async function shiftNamed(db: Reader, shiftId: string): Promise<Shift> {
  const row = await shiftRows(db).where('s.id', '=', shiftId).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'shift', { shiftId })
  return answerOf(row)
}

/** Shifts with what came into the box and went out of it meanwhile, but for the difference their count found. */
function shiftRows(db: Reader) {
  return db
    .selectFrom('cashier_shift as s')
    .leftJoin('cash_count as c', 'c.id', 's.count_id')
    .selectAll('s')
    .select(['c.counted', 'c.expected', 'c.reason'])
    .select((eb) => {
      const lines = eb
        .selectFrom('journal_line as l')
        .whereRef('l.account', '=', 's.cash_account')
        .whereRef('l.seq', '>', 's.opened_seq')
        .where((l) => l.or([l('s.closed_seq', 'is', null), l('l.seq', '<=', l.ref('s.closed_seq'))]))
        .where((l) => l.or([l('c.entry_id', 'is', null), l('l.entry_id', '<>', l.ref('c.entry_id'))]))
      return [
        lines
          .select((l) => l.fn.coalesce(l.fn.sum<number>('l.debit'), l.lit(0)).as('sum'))
          .$asScalar()
          .$notNull()
          .as('received'),
        lines
          .select((l) => l.fn.coalesce(l.fn.sum<number>('l.credit'), l.lit(0)).as('sum'))
          .$asScalar()
          .$notNull()
          .as('paid'),
      ]
    })
}

type Row = Awaited<ReturnType<ReturnType<typeof shiftRows>['executeTakeFirstOrThrow']>>

function answerOf({ id, cash_account, cashier, date, received, paid, counted, expected, ...row }: Row): Shift {
  return {
    ...{ shiftId: id, cashAccount: cash_account, cashier, date, openedAt: row.opened_at, closedAt: row.closed_at },
    ...{ received, paid, countId: row.count_id, counted, expected, reason: row.reason },
    difference: counted === null || expected === null ? null : counted - expected,
  }
}
