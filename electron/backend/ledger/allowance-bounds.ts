import { sql } from 'kysely'
import { Refusal } from '../../../shared/errors.ts'
import { allowanceAccount } from '../../../shared/rules/entries/loan-line.ts'
import { question } from '../db/question.ts'
import type { JournalLineTable, Reader } from '../db/tables.ts'

/** What a unit has set aside for loans at the end of a day, and the least of it on that day or any later one, sen. */
export interface SetAside {
  readonly onDay: number
  readonly least: number
  readonly leastOn: string
}

/** What one unit's books moved of it on a day, sen. */
interface MovedOnDay {
  readonly unit: string
  readonly day: string
  readonly moved: number
}

/** By unit; one that never set anything aside is missing. */
export async function setAsideFrom(db: Reader, date: string): Promise<Map<string, SetAside>> {
  return setAsideByUnit(await movedByDay.all(db), date)
}

/** The same of movements that are given in the order of their days. */
export function setAsideByUnit(movements: readonly MovedOnDay[], date: string): Map<string, SetAside> {
  const units = Map.groupBy(movements, ({ unit }) => unit)
  return new Map([...units].map(([unit, own]) => [unit, setAsideOf(own, date)]))
}

function setAsideOf(movements: readonly MovedOnDay[], date: string): SetAside {
  let balance = 0
  for (const { day, moved } of movements) if (day <= date) balance += moved
  const onDay = balance
  let [least, leastOn] = [balance, date]
  for (const { day, moved } of movements) {
    if (day <= date) continue
    balance += moved
    if (balance < least) [least, leastOn] = [balance, day]
  }
  return { onDay, least, leastOn }
}

const movedByDay = question((db) =>
  db
    .selectFrom('balance_day')
    .select(['unit', 'day', sql<number>`sum(credit - debit)`.as('moved')])
    .where('account', '=', allowanceAccount)
    .groupBy(['unit', 'day'])
    .orderBy('unit')
    .orderBy('day'),
)

/**
 * What is set aside for loans is never less than nothing in any unit, at the end of the day of `rows` and of any later
 * day, for every path (accounting.md section 3.6). Refuses NOT_ALLOWED `allowance_below_zero` with the day.
 */
export async function requireAllowance(db: Reader, date: string, rows: readonly JournalLineTable[]): Promise<void> {
  const own = rows.filter(({ account }) => account === allowanceAccount)
  if (own.length === 0) return
  const held = await setAsideFrom(db, date)
  for (const [unit, lines] of Map.groupBy(own, (row) => row.unit)) {
    const change = lines.reduce((sum, { debit, credit }) => sum + credit - debit, 0)
    const { least, leastOn: day } = held.get(unit) ?? { least: 0, leastOn: date }
    if (change >= 0 || least + change >= 0) continue
    throw new Refusal('NOT_ALLOWED', 'allowance_below_zero', { unit, day, available: Math.max(0, least) })
  }
}
