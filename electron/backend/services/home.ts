import { addDays, addMonthsToMonth, daysBetween, monthOf } from '../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { openingClearingAccount } from '../../../shared/rules/entries/opening.ts'
import { growth } from '../../../shared/statements/growth.ts'
import type { App } from '../app.ts'
import type { Reader } from '../db/tables.ts'
import { movementsBetween, movementsByMonth, movementsUntil } from '../ledger/balances.ts'
import type { Reading } from '../work.ts'
import { listBackups } from './book/backup.ts'
import { reportTasks } from './closing/due-tasks.ts'
import { listEntries } from './journal.ts'
import { loanTasks } from './loans/tasks.ts'
import { openMonthsBefore } from './periods.ts'
import { savingsArrears } from './savings/arrears.ts'
import { savingsTasks } from './savings/tasks.ts'

type Summary = Answers['home']['summary']
type Task = Summary['todo'][number]

const monthsShown = 13
const backupDaysMax = 7
const cashCountDaysMax = 31

/** Beranda: cash, what waits to be done, how the cooperative grows, the last entries. */
export async function homeSummary(app: App, input: Inputs['home']['summary']): Promise<Summary> {
  const [newestBackup] = (await listBackups(app)).rows
  return app.read((reading) => summarise(reading, input?.asOf ?? reading.today, outside(app, newestBackup?.at)))
}

/** What the start screen tells that no table of the book knows. */
interface Outside {
  readonly alarms: number
  readonly isReadOnly: boolean
  readonly backedUpAt: string | undefined
}

function outside({ alarms, file }: App, backedUpAt: string | undefined): Outside {
  return { alarms: alarms.length, isReadOnly: file.isReadOnly, backedUpAt }
}

async function summarise(reading: Reading, asOf: string, known: Outside): Promise<Summary> {
  const { rows } = await listEntries(reading, { order: 'newest', limit: 8 })
  return {
    asOf,
    cash: await cashToday(reading.db, asOf),
    todo: await tasks(reading, asOf, known),
    figures: await growthFigures(reading.db, asOf),
    lastEntries: rows.map(({ entryId, voucher, date, description, total, amount }) => ({
      entryId,
      voucher,
      date,
      description,
      total,
      amount,
    })),
  }
}

async function cashToday(db: Reader, asOf: string): Promise<Summary['cash']> {
  const accounts = await db
    .selectFrom('account')
    .select(['code', 'name_id'])
    .where('cash_flow', '=', 'cash')
    .where('postable', '=', 1)
    .orderBy('code')
    .execute()
  const balances = new Map((await movementsUntil(db, asOf)).map((row) => [row.account, row.debit - row.credit]))
  const moved = new Map((await movementsBetween(db, asOf, asOf)).map((row) => [row.account, row]))
  const rows = accounts.map(({ code, name_id }) => ({ code, name: name_id, balance: balances.get(code) ?? 0 }))
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return {
    total: sum(rows.map((row) => row.balance)),
    accounts: rows.filter((row) => row.balance !== 0 || row.code === '11101'),
    receivedToday: sum(rows.map((row) => moved.get(row.code)?.debit ?? 0)),
    spentToday: sum(rows.map((row) => moved.get(row.code)?.credit ?? 0)),
  }
}

async function growthFigures(db: Reader, asOf: string): Promise<Summary['figures']> {
  const thisMonth = monthOf(asOf)
  const months = Array.from({ length: monthsShown }, (_, index) => addMonthsToMonth(thisMonth, index + 1 - monthsShown))
  const members = await db.selectFrom('member').select(['joined_on as joinedOn', 'left_on as leftOn']).execute()
  const movements = await movementsByMonth(db, months[0] ?? thisMonth, asOf)
  return growth({
    months,
    asOf,
    movements: movements.map(({ subledger, kind, ...movement }) => ({
      ...movement,
      isSavings: subledger === 'savings',
      isClosing: kind === 'closing',
    })),
    members,
  })
}

async function tasks(reading: Reading, asOf: string, known: Outside): Promise<Task[]> {
  const { db } = reading
  const found = [
    alarmTask(known),
    await arrearsTask(reading, asOf),
    ...(await loanTasks(db, asOf)),
    ...(await savingsTasks(db, asOf)),
    await unlockedMonthsTask(db, asOf),
    ...(await reportTasks(reading, asOf)),
    backupTask(known, reading.today),
    await openingTask(db, asOf),
    await cashCountTask(db, asOf),
  ]
  return found.filter((task) => task !== undefined)
}

function alarmTask({ alarms }: Outside): Task | undefined {
  return alarms === 0 ? undefined : { task: 'alarm', count: alarms, amount: null, month: null }
}

async function arrearsTask(reading: Reading, asOf: string): Promise<Task | undefined> {
  const { rows, totals } = await savingsArrears(reading, { asOf })
  if (rows.length === 0) return undefined
  return { task: 'mandatory_unpaid', count: rows.length, amount: totals.arrears, month: monthOf(asOf) }
}

/** Months that are over, have entries and are not locked; the oldest is named. */
async function unlockedMonthsTask(db: Reader, asOf: string): Promise<Task | undefined> {
  const open = await openMonthsBefore(db, monthOf(asOf))
  const [oldest] = open
  return oldest ? { task: 'lock_month', count: open.length, amount: null, month: oldest } : undefined
}

/** Days since the last proven backup, once there is anything to lose. */
function backupTask({ isReadOnly, backedUpAt }: Outside, today: string): Task | undefined {
  const days = backedUpAt === undefined ? undefined : daysBetween(backedUpAt.slice(0, 10), today)
  if (isReadOnly || (days !== undefined && days <= backupDaysMax)) return undefined
  return { task: 'backup', count: days ?? 0, amount: null, month: null }
}

async function openingTask(db: Reader, asOf: string): Promise<Task | undefined> {
  const row = (await movementsUntil(db, asOf)).find(({ account }) => account === openingClearingAccount)
  const amount = row ? row.credit - row.debit : 0
  return amount === 0 ? undefined : { task: 'opening_difference', count: 1, amount, month: null }
}

async function cashCountTask(db: Reader, asOf: string): Promise<Task | undefined> {
  const hasCash = await db
    .selectFrom('balance_year')
    .select('account')
    .where('account', '=', '11101')
    .executeTakeFirst()
  if (!hasCash) return undefined
  const last = await db
    .selectFrom('cash_count')
    .select((eb) => eb.fn.max('date').as('date'))
    .executeTakeFirst()
  if (last?.date && last.date >= addDays(asOf, -cashCountDaysMax)) return undefined
  return { task: 'cash_count', count: last?.date ? daysBetween(last.date, asOf) : 0, amount: null, month: null }
}
