import { type CalendarDate, firstDayOfYear, lastDayOfMonth, yearOf } from '../../../../shared/calendar.ts'
import { prepaidTaxAccount } from '../../../../shared/rules/entries/trade-line.ts'
import type { Reader } from '../../db/tables.ts'
import { regimeOf } from './regime.ts'

/** What posting a month takes off what is owed of its tax. */
interface WithheldNow {
  /** Below zero too much was taken off before, sen. */
  readonly amount: number
  /** The first day from which on it is there: what a reversal gave back on a later day is not there before. */
  readonly since: CalendarDate
}

interface Move {
  readonly date: CalendarDate
  readonly month: string | null
  readonly net: number
}

const sum = (moves: readonly Move[]) => moves.reduce((all, { net }) => all + net, 0)
const until = (moves: readonly Move[], day: CalendarDate) => sum(moves.filter(({ date }) => date <= day))

/**
 * What posting a month whose tax is `tax` takes off what is owed of it: at most the tax, and at most what others withheld by
 * the month's end and no other month took off. What was withheld in a year that was not under the final tax belongs to the
 * tax of that year and stays; what was given back after it had been taken off is owed again.
 */
export async function withheldNow(db: Reader, month: string, tax: number): Promise<WithheldNow> {
  const end = lastDayOfMonth(month)
  const all = await movesOf(db)
  const from = await firstDayUnderFinalTax(db, yearOf(end))
  const moves = all.filter(({ date }) => date >= from)
  const taken = 0 - sum(moves.filter((move) => move.month === month))
  const amount = Math.min(tax, there(moves, all, month)) - taken
  const days = [end, ...moves.map(({ date }) => date).filter((date) => date > end)].sort()
  const short = amount > 0 ? days.findLastIndex((day) => until(moves, day) < amount) : -1
  return { amount, since: days[short + 1] ?? end }
}

/** What may be taken off in all. */
function there(moves: readonly Move[], all: readonly Move[], month: string): number {
  const end = lastDayOfMonth(month)
  const others = moves.filter((move) => move.month !== month)
  const isByThen = (move: Move) => (move.month === null ? move.date <= end : move.month < month)
  const byThen = sum(others.filter(isByThen))
  if (byThen < 0) return Math.min(0, sum(all.filter((move) => move.month !== month && isByThen(move))))
  const days = [end, ...others.map(({ date }) => date).filter((date) => date > end)]
  return Math.max(0, Math.min(byThen, ...days.map((day) => until(others, day))))
}

async function firstDayUnderFinalTax(db: Reader, year: number): Promise<CalendarDate> {
  const { regime } = await regimeOf(db, year - 1)
  if (regime !== 'final_0_5') return regime === null ? '1900-01-01' : firstDayOfYear(year)
  return firstDayUnderFinalTax(db, year - 1)
}

/** By day, with the month whose tax an entry belongs to, or the entry it takes back did. */
function movesOf(db: Reader): Promise<Move[]> {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('turnover_tax as t', (join) =>
      join.on((eb) => eb('t.entry_id', '=', eb.fn.coalesce('e.reverses_id', 'e.id'))),
    )
    .select(['l.entry_date as date', 't.month'])
    .select((eb) => eb.fn.sum<number>(eb('l.debit', '-', eb.ref('l.credit'))).as('net'))
    .where('l.account', '=', prepaidTaxAccount)
    .groupBy(['l.entry_date', 't.month'])
    .execute()
}
