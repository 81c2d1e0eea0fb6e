import { type CalendarDate, firstDayOfMonth, lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { prepaidTaxAccount } from '../../../../shared/rules/entries/trade-line.ts'
import { finalTaxExpense } from '../../../../shared/rules/entries/turnover-tax.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'

/** Income from members and others less what came back, sen; the closing of a year is no turnover. */
export async function turnoverByMonth(db: Reader, from: string, to: string): Promise<Map<string, number>> {
  const rows = await turnoverLines(db, firstDayOfMonth(from), lastDayOfMonth(to))
    .select((eb) => eb.fn<string>('substr', ['l.entry_date', eb.val(1), eb.val(7)]).as('month'))
    .select((eb) => eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('turnover'))
    .groupBy('month')
    .execute()
  return new Map(rows.map(({ month, turnover }) => [month, turnover]))
}

/** The lines that are turnover, from one day to another. */
export function turnoverLines(db: Reader, from: CalendarDate, to: CalendarDate) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .where('a.type', '=', 'income')
    .where((eb) => eb(eb.fn<string>('substr', ['l.account', eb.val(1), eb.val(2)]), 'in', ['41', '42', '43']))
    .where('e.kind', '<>', 'closing')
    .where('l.entry_date', '>=', from)
    .where('l.entry_date', '<=', to)
}

type Posted = NonNullable<Answers['tax']['sheet']['rows'][number]['posted']>

/** The tax of months that stands, by month: all its entries together, told by the newest. */
export async function postedTax(db: Reader, months: readonly string[]): Promise<Map<string, Posted>> {
  const rows = await db
    .selectFrom('turnover_tax as t')
    .innerJoin('journal_entry as e', 'e.id', 't.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .select(['t.month', 'e.id', 'e.book', 'e.year', 'e.number', 'e.date'])
    .select((eb) => [
      eb.fn
        .sum<number>(eb('l.debit', '-', eb.ref('l.credit')))
        .filterWhere('l.account', '=', finalTaxExpense)
        .as('amount'),
      eb.fn
        .sum<number | null>(eb('l.credit', '-', eb.ref('l.debit')))
        .filterWhere('l.account', '=', prepaidTaxAccount)
        .as('withheld'),
    ])
    .where('r.id', 'is', null)
    .where('t.month', 'in', months)
    .groupBy('e.id')
    .orderBy('e.seq')
    .execute()
  const byMonth = Map.groupBy(rows, ({ month }) => month)
  return new Map([...byMonth].flatMap(([month, entries]) => toldByNewest(entries).map((told) => [month, told])))
}

interface TaxEntry extends Pick<Posted, 'date' | 'amount'> {
  readonly withheld: number | null
  readonly id: string
  readonly book: string
  readonly year: number
  readonly number: number
}

function toldByNewest(entries: readonly TaxEntry[]): Posted[] {
  const amount = sumSen(entries.map((entry) => entry.amount))
  const withheld = sumSen(entries.map((entry) => entry.withheld ?? 0))
  return entries.slice(-1).map(({ id, date, ...voucher }) => {
    return { entryId: id, voucher: voucherName(voucher), date, amount, withheld }
  })
}
