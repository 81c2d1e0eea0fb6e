import { lastDayOfMonth, yearOf } from '../../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import { isCountedCash } from '../../../../../shared/rules/cash-accounts.ts'
import type { PeriodCheckTable, Reader } from '../../../db/tables.ts'
import { movementsUntil } from '../../../ledger/balances.ts'
import { requireOpenYear } from '../../../ledger/periods.ts'
import { newestDate } from '../../../ledger/post.ts'
import type { Work } from '../../../work.ts'
import { requireCashAccount } from '../../cash/account.ts'

type Inputs = AllInputs['closing']

/**
 * Holds a bank account or e-wallet against its statement on a month's last day; nothing is posted. Refuses
 * INVALID_INPUT for a month that is not over, cash that is counted instead (`counted_not_stated`) and a difference
 * nobody explains (`bank_difference_unexplained`), PERIOD_CLOSED in a closed year.
 */
export async function confirmBank(
  work: Work,
  { requestId, month, account, stated, note }: Inputs['confirmBank'],
): Promise<Answers['closing']['confirmBank']> {
  const { tx } = work
  await requireCashAccount(tx, account, 'account')
  if (isCountedCash(account)) throw invalidInput(['account'], 'counted_not_stated', { account })
  const date = lastDayOfMonth(month)
  if (!(await hasEnded(tx, work.today, date))) throw invalidInput(['month'], 'month_not_ended', { month, date })
  await requireOpenYear(tx, yearOf(date))
  const expected = (await balancesAt(tx, date)).get(account) ?? 0
  const difference = stated - expected
  if (difference !== 0 && !note) {
    throw invalidInput(['note'], 'bank_difference_unexplained', { expected, difference: Math.abs(difference) })
  }
  await keepCheck(work, { request_id: requestId, period: month, step: 'bank', account, stated, expected, note })
  return { month, stated, expected, difference }
}

/**
 * Says that somebody looked for what had to be adjusted in a month or a year, and what was found. Refuses INVALID_INPUT
 * for both or neither (`month_or_year`), PERIOD_CLOSED in a closed year.
 */
export async function confirmAdjustments(
  work: Work,
  { requestId, month, year, note }: Inputs['confirmAdjustments'],
): Promise<Answers['closing']['confirmAdjustments']> {
  const period = month ?? (year === undefined ? undefined : String(year))
  if (period === undefined || (month !== undefined && year !== undefined)) {
    throw invalidInput(['month'], 'month_or_year')
  }
  await requireOpenYear(work.tx, Number(period.slice(0, 4)))
  const bare = { account: null, stated: null, expected: null }
  await keepCheck(work, { request_id: requestId, period, step: 'adjustments', ...bare, note })
  return { period }
}

type Said = Omit<PeriodCheckTable, 'seq' | 'at' | 'made_by' | 'note'> & { readonly note: string | undefined }

async function keepCheck({ tx, now, actor }: Work, said: Said): Promise<void> {
  const last = await tx
    .selectFrom('period_check')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  const row = { ...said, seq: (last?.seq ?? 0) + 1, note: said.note || null, at: now, made_by: actor.id }
  await tx.insertInto('period_check').values(row).execute()
}

/** What stands of a month or year, the newest first: what a later one says replaces it. */
export async function standingChecks(db: Reader, period: string): Promise<PeriodCheckTable[]> {
  return db
    .selectFrom('period_check as c')
    .leftJoin('request_undo as u', 'u.request_id', 'c.request_id')
    .selectAll('c')
    .where('c.period', '=', period)
    .where('u.request_id', 'is', null)
    .orderBy('c.seq', 'desc')
    .execute()
}

/** How many of them a request made: undone, they do not stand any more. */
export async function checksOf(db: Reader, requestId: string): Promise<number> {
  const rows = await db.selectFrom('period_check').select('step').where('request_id', '=', requestId).execute()
  return rows.length
}

/** True where today or the newest entry says that a day has come: the clock alone is not trusted. */
export async function hasEnded(db: Reader, today: string, day: string): Promise<boolean> {
  return today >= day || (await newestDate(db)) >= day
}

/** What stands on each account at the end of a day, debit less credit, sen. */
export async function balancesAt(db: Reader, date: string): Promise<Map<string, number>> {
  return new Map((await movementsUntil(db, date)).map(({ account, debit, credit }) => [account, debit - credit]))
}
