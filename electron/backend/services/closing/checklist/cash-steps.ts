import { addDays, firstDayOfMonth, lastDayOfMonth } from '../../../../../shared/calendar.ts'
import { isCountedCash } from '../../../../../shared/rules/cash-accounts.ts'
import type { CashCountTable, PeriodCheckTable, Reader } from '../../../db/tables.ts'
import { movementsBetween } from '../../../ledger/balances.ts'
import { balancesAt, standingChecks } from './checks.ts'
import { type Step, step } from './step.ts'

/** A count in the first days of the next month still proves the month. */
const daysAfterMax = 7

/** Money on its way between two accounts has no statement of its own. */
const inTransit = /^113/

type Account = NonNullable<Step['account']>

/** Each box is counted, each bank account held against its statement; what had no money in the month needs neither. */
export async function cashSteps(db: Reader, month: string): Promise<Step[]> {
  const accounts = await moneyIn(db, month)
  const counted = accounts.filter(({ code }) => isCountedCash(code))
  const stated = accounts.filter(({ code }) => !isCountedCash(code))
  const checks = (await standingChecks(db, month)).filter(({ step: what }) => what === 'bank')
  const balances = await balancesAt(db, lastDayOfMonth(month))
  const counts: Step[] = []
  for (const account of counted) counts.push(await countStep(db, month, account))
  const banks = stated.map((account) =>
    bankStep(
      account,
      balances.get(account.code) ?? 0,
      checks.find((check) => check.account === account.code),
    ),
  )
  return [
    ...(counts.length > 0 ? counts : [step('cash_count', 'not_needed')]),
    ...(banks.length > 0 ? banks : [step('bank', 'not_needed')]),
  ]
}

/** Cash and bank accounts that moved in the month or have something at its end. */
async function moneyIn(db: Reader, month: string): Promise<Account[]> {
  const [from, to] = [firstDayOfMonth(month), lastDayOfMonth(month)]
  const balances = await balancesAt(db, to)
  const moved = new Set((await movementsBetween(db, from, to)).map(({ account }) => account))
  const rows = await db
    .selectFrom('account')
    .select(['code', 'name_id', 'name_en', 'subledger'])
    .where('cash_flow', '=', 'cash')
    .where('postable', '=', 1)
    .orderBy('code')
    .execute()
  return rows
    .filter(({ code, subledger }) => subledger !== 'person' && !inTransit.test(code))
    .filter(({ code }) => moved.has(code) || (balances.get(code) ?? 0) !== 0)
    .map(({ code, name_id: name, name_en: nameEn }) => ({ code, name, nameEn }))
}

async function countStep(db: Reader, month: string, account: Account): Promise<Step> {
  const count = await newestCount(db, month, account)
  if (!count) return step('cash_count', 'open', { account })
  const state = (await standsStill(db, month, count)) ? 'done' : 'changed'
  return step('cash_count', state, {
    ...{ account, at: count.at, date: count.date, amount: count.counted, note: count.reason },
    by: (JSON.parse(count.counted_by) as string[]).join(', '),
  })
}

function newestCount(db: Reader, month: string, { code }: Account): Promise<CashCountTable | undefined> {
  return db
    .selectFrom('cash_count')
    .selectAll()
    .where('account', '=', code)
    .where('date', '>=', firstDayOfMonth(month))
    .where('date', '<=', addDays(lastDayOfMonth(month), daysAfterMax))
    .orderBy('date', 'desc')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** True while the book says on the day of the count what was counted, and nothing moved from then to the month's end. */
async function standsStill(db: Reader, month: string, { account, date, counted }: CashCountTable): Promise<boolean> {
  if (((await balancesAt(db, date)).get(account) ?? 0) !== counted) return false
  const later = await movementsBetween(db, addDays(date, 1), lastDayOfMonth(month))
  return !later.some((moved) => moved.account === account)
}

function bankStep(account: Account, balance: number, check: PeriodCheckTable | undefined): Step {
  if (!check) return step('bank', 'open', { account, amount: balance })
  const { stated, at, made_by: by, note, request_id: requestId } = check
  const state = check.expected === balance ? 'done' : 'changed'
  return step('bank', state, { account, amount: balance, stated, at, by, note, requestId })
}
