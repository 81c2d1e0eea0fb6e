import { addMonthsToMonth, firstDayOfMonth, lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { sen, sumSen } from '../../../../shared/rules/money.ts'
import { turnoverLimit, turnoverTax } from '../../../../shared/rules/turnover-tax.ts'
import type { Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'
import { regimeOf } from './regime.ts'

type Sheet = Answers['tax']['sheet']

/** Turnover, final tax and what of it was posted, month by month. */
export async function taxSheet({ db }: Reading, { year }: Inputs['tax']['sheet']): Promise<Sheet> {
  const decided = await regimeOf(db, year)
  const months = Array.from({ length: 12 }, (_, index) => addMonthsToMonth(`${year}-01`, index))
  const turnovers = await turnoverByMonth(db, addMonthsToMonth(`${year}-01`, -11), `${year}-12`)
  const posted = await postedTax(db, months)
  const rows = months.map((month) => {
    const turnover = sen(turnovers.get(month) ?? 0)
    const last = Array.from({ length: 12 }, (_, back) => turnovers.get(addMonthsToMonth(month, -back)) ?? 0)
    const twelveMonths = sumSen(last)
    const tax = turnoverTax(decided.regime ?? 'none', turnover)
    const aboveLimit = twelveMonths > turnoverLimit
    return { month, turnover, tax, twelveMonths, aboveLimit, posted: posted.get(month) ?? null }
  })
  const totals = {
    turnover: sumSen(rows.map(({ turnover }) => turnover)),
    tax: sumSen(rows.map(({ tax }) => tax)),
    posted: sumSen(rows.map((row) => row.posted?.amount ?? 0)),
  }
  return { ...decided, rows, totals, limit: turnoverLimit, warnings: warningsOf(decided, rows) }
}

function warningsOf({ year, regime, lastYear }: Answers['tax']['regime'], rows: Sheet['rows']): Sheet['warnings'] {
  const found: [Sheet['warnings'][number], boolean][] = [
    ['regime_missing', regime === null],
    ['final_period_over', lastYear !== null && year > lastYear],
    ['above_limit', rows.some(({ aboveLimit }) => aboveLimit)],
    ['posted_differs', rows.some(({ posted, tax }) => posted !== null && posted.amount !== tax)],
  ]
  return found.filter(([, isSo]) => isSo).map(([warning]) => warning)
}

/** Income from members and others less what came back, sen; the closing of a year is no turnover. */
export async function turnoverByMonth(db: Reader, from: string, to: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select((eb) => eb.fn<string>('substr', ['l.entry_date', eb.val(1), eb.val(7)]).as('month'))
    .select((eb) => eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('turnover'))
    .where('a.type', '=', 'income')
    .where((eb) => eb(eb.fn<string>('substr', ['l.account', eb.val(1), eb.val(2)]), 'in', ['41', '42', '43']))
    .where('e.kind', '<>', 'closing')
    .where('l.entry_date', '>=', firstDayOfMonth(from))
    .where('l.entry_date', '<=', lastDayOfMonth(to))
    .groupBy('month')
    .execute()
  return new Map(rows.map(({ month, turnover }) => [month, turnover]))
}

type Posted = NonNullable<Sheet['rows'][number]['posted']>

/** The tax of months that stands, by month. */
export async function postedTax(db: Reader, months: readonly string[]): Promise<Map<string, Posted>> {
  const rows = await db
    .selectFrom('turnover_tax as t')
    .innerJoin('journal_entry as e', 'e.id', 't.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .select(['t.month', 'e.id', 'e.book', 'e.year', 'e.number', 'e.date'])
    .select((eb) => eb.fn.sum<number>('l.credit').as('amount'))
    .where('r.id', 'is', null)
    .where('t.month', 'in', months)
    .groupBy('e.id')
    .execute()
  return new Map(
    rows.map(({ month, id, date, amount, ...voucher }) => {
      return [month, { entryId: id, voucher: voucherName(voucher), date, amount }]
    }),
  )
}
