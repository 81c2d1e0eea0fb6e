import { addMonthsToMonth, lastDayOfMonth, monthsBetween, yearOf } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { turnoverTaxDue } from '../../../../shared/rules/entries/turnover-tax.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { taxedMonths, turnoverTax } from '../../../../shared/rules/turnover-tax.ts'
import type { Reader } from '../../db/tables.ts'
import { requireOpenPeriod } from '../../ledger/periods.ts'
import { newestDate, post, requireDateInReach } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { isFinalPeriodOver, regimeOf } from './regime.ts'
import { postedTax, turnoverByMonth } from './turnover.ts'
import { withheldNow } from './withheld.ts'

/**
 * Posts the final tax of a month, or what of it is missing since its turnover changed, and takes off what others withheld of
 * it. Refuses INVALID_INPUT for a month that has not ended, a day before its end and one before what was withheld is back;
 * ALREADY_DONE, and NOT_ALLOWED where the year is not under the final tax or nothing is due.
 */
export async function postTurnoverTax(
  work: Work,
  { month, date }: Inputs['tax']['post'],
): Promise<Answers['tax']['post']> {
  const { tx, today } = work
  const end = lastDayOfMonth(month)
  await requireDateInReach(tx, today, date ?? end)
  if (today < end && (await newestDate(tx)) < end) {
    throw invalidInput(['month'], 'month_not_ended', { month, date: end })
  }
  if (date !== undefined && date < end) throw invalidInput(['date'], 'date_before_tax_month_over', { month })
  const decided = await regimeOf(tx, yearOf(end))
  const { regime, year } = decided
  if (regime !== 'final_0_5') throw new Refusal('NOT_ALLOWED', 'no_final_tax', { year })
  const done = (await postedTax(tx, [month])).get(month)
  const { carried, taxed } = await taxedMonth(tx, month)
  const tax = turnoverTax(regime, taxed)
  const amount = tax - (done?.amount ?? 0)
  if (amount === 0) {
    if (done) throw new Refusal('ALREADY_DONE', 'turnover_tax', { month, voucher: done.voucher })
    throw new Refusal('NOT_ALLOWED', carried < 0 ? 'turnover_made_up_for' : 'no_turnover_tax', {
      month,
      amount: -carried,
    })
  }
  const { amount: withheld, since } = await withheldNow(tx, month, tax)
  await requireOpenPeriod(tx, date ?? since)
  if (date !== undefined && date < since) throw invalidInput(['date'], 'date_before_withheld_is_back', { date: since })
  const entryId = work.newId()
  await tx.insertInto('turnover_tax').values({ entry_id: entryId, month, turnover: taxed }).execute()
  const draft = turnoverTaxDue({ date: date ?? since, month, amount, withheld, isDifference: done !== undefined })
  const posted = await post(work, draft, { entryId })
  const over = isFinalPeriodOver(decided) ? ['final_period_over'] : []
  return { ...posted, warnings: [...posted.warnings, ...over], month, turnover: taxed, tax, posted: amount, withheld }
}

/** What the tax of a month is reckoned of, with what the months before it in the year leave to make up for. */
async function taxedMonth(db: Reader, month: string) {
  const first = `${month.slice(0, 4)}-01`
  const turnovers = await turnoverByMonth(db, first, month)
  const months = Array.from({ length: monthsBetween(first, month) + 1 }, (_, index) => addMonthsToMonth(first, index))
  return taxedMonths(months.map((one) => sen(turnovers.get(one) ?? 0))).at(-1) ?? { carried: sen(0), taxed: sen(0) }
}
