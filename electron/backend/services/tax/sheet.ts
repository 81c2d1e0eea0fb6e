import { addMonthsToMonth, type CalendarDate, lastDayOfMonth, lastDayOfYear } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { prepaidTaxAccount } from '../../../../shared/rules/entries/trade-line.ts'
import { finalTaxPayable } from '../../../../shared/rules/entries/turnover-tax.ts'
import { sen, sumSen } from '../../../../shared/rules/money.ts'
import { taxedMonths, turnoverLimit, turnoverTax } from '../../../../shared/rules/turnover-tax.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading } from '../../work.ts'
import { turnoverComposition } from './composition.ts'
import { incomeTaxOf } from './income-tax.ts'
import { isFinalPeriodOver, regimeOf } from './regime.ts'
import { postedTax, turnoverByMonth } from './turnover.ts'
import { withheldNow } from './withheld.ts'

type Sheet = Answers['tax']['sheet']

/** Turnover, final tax and what of it was posted, month by month; under article 31E the income tax of the year. */
export async function taxSheet(reading: Reading, { year, taxableIncome }: Inputs['tax']['sheet']): Promise<Sheet> {
  const { db } = reading
  const decided = await regimeOf(db, year)
  const rows = await monthsOf(db, decided)
  const totals = {
    turnover: sumSen(rows.map(({ turnover }) => turnover)),
    tax: sumSen(rows.map(({ tax }) => tax)),
    posted: sumSen(rows.map((row) => row.posted?.amount ?? 0)),
    withheld: sumSen(rows.map((row) => row.posted?.withheld ?? 0)),
  }
  const asked = { year, turnover: totals.turnover, taxableIncome }
  return {
    ...{ ...decided, rows, totals, limit: turnoverLimit, warnings: warningsOf(decided, rows) },
    composition: await turnoverComposition(db, year),
    owed: 0 - (await balanceOf(db, finalTaxPayable)),
    prepaid: await balanceOf(db, prepaidTaxAccount, lastDayOfYear(year)),
    article31e: decided.regime === 'article_31e' ? await incomeTaxOf(reading, asked) : null,
  }
}

async function monthsOf(db: Reader, { year, regime }: Answers['tax']['regime']): Promise<Sheet['rows']> {
  const months = Array.from({ length: 12 }, (_, index) => addMonthsToMonth(`${year}-01`, index))
  const turnovers = await turnoverByMonth(db, addMonthsToMonth(`${year}-01`, -11), `${year}-12`)
  const posted = await postedTax(db, months)
  const own = months.map((month) => sen(turnovers.get(month) ?? 0))
  const reckoned = taxedMonths(own)
  const sheet = months.map(async (month, index) => {
    const turnover = own[index] ?? sen(0)
    const { carried, taxed } = reckoned[index] ?? { carried: sen(0), taxed: turnover }
    const last = Array.from({ length: 12 }, (_, back) => turnovers.get(addMonthsToMonth(month, -back)) ?? 0)
    const twelveMonths = sumSen(last)
    const tax = turnoverTax(regime ?? 'none', taxed)
    const aboveLimit = twelveMonths > turnoverLimit
    const done = posted.get(month) ?? null
    const missing = tax - (done?.amount ?? 0)
    const isOpen = regime === 'final_0_5' && missing !== 0
    const { amount: withheld, since } = isOpen
      ? await withheldNow(db, month, tax)
      : { amount: 0, since: lastDayOfMonth(month) }
    return { month, turnover, carried, taxed, tax, twelveMonths, aboveLimit, posted: done, missing, withheld, since }
  })
  return Promise.all(sheet)
}

function warningsOf({ year, regime, lastYear }: Answers['tax']['regime'], rows: Sheet['rows']): Sheet['warnings'] {
  const differs = rows.some(({ posted, missing }) => posted !== null && missing !== 0)
  const found: [Sheet['warnings'][number], boolean][] = [
    ['regime_missing', regime === null],
    ['final_period_over', isFinalPeriodOver({ year, lastYear })],
    ['above_limit', rows.some(({ aboveLimit }) => aboveLimit)],
    ['posted_differs', differs && regime === 'final_0_5'],
    ['posted_wrongly', differs && regime !== 'final_0_5'],
  ]
  return found.filter(([, isSo]) => isSo).map(([warning]) => warning)
}

/** Debit less credit of what there is on an account, up to and with a day where one is named, sen. */
async function balanceOf(db: Reader, account: string, until?: CalendarDate): Promise<number> {
  const row = await db
    .selectFrom('journal_line')
    .select((eb) => eb.fn.sum<number | null>(eb('debit', '-', eb.ref('credit'))).as('balance'))
    .where('account', '=', account)
    .$if(until !== undefined, (query) => query.where('entry_date', '<=', until as CalendarDate))
    .executeTakeFirst()
  return row?.balance ?? 0
}
