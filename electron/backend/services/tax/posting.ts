import { lastDayOfMonth, yearOf } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { turnoverTaxDue } from '../../../../shared/rules/entries/turnover-tax.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { turnoverTax } from '../../../../shared/rules/turnover-tax.ts'
import { requireOpenPeriod } from '../../ledger/periods.ts'
import { newestDate, post, requireDateInReach } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { regimeOf } from './regime.ts'
import { postedTax, turnoverByMonth } from './turnover.ts'

/**
 * Posts the final tax of a month, or what of it is missing since its turnover changed. Refuses INVALID_INPUT for a month that has not ended and a day before its end,
 * ALREADY_DONE, and NOT_ALLOWED where the year is not under the final tax or nothing is due.
 */
export async function postTurnoverTax(
  work: Work,
  { month, date = lastDayOfMonth(month) }: Inputs['tax']['post'],
): Promise<Answers['tax']['post']> {
  const { tx, today } = work
  await requireDateInReach(tx, today, date)
  const end = lastDayOfMonth(month)
  if (today < end && (await newestDate(tx)) < end) {
    throw invalidInput(['month'], 'month_not_ended', { month, date: end })
  }
  if (date < end) throw invalidInput(['date'], 'date_before_tax_month_over', { month })
  await requireOpenPeriod(tx, date)
  const { regime } = await regimeOf(tx, yearOf(end))
  if (regime !== 'final_0_5') throw new Refusal('NOT_ALLOWED', 'no_final_tax', { year: yearOf(end) })
  const done = (await postedTax(tx, [month])).get(month)
  const turnover = sen((await turnoverByMonth(tx, month, month)).get(month) ?? 0)
  const tax = turnoverTax(regime, turnover)
  const amount = tax - (done?.amount ?? 0)
  if (amount === 0) {
    if (done) throw new Refusal('ALREADY_DONE', 'turnover_tax', { month, voucher: done.voucher })
    throw new Refusal('NOT_ALLOWED', 'no_turnover_tax', { month })
  }
  const entryId = work.newId()
  await tx.insertInto('turnover_tax').values({ entry_id: entryId, month, turnover }).execute()
  const draft = turnoverTaxDue({ date, month, amount, isDifference: done !== undefined })
  return { ...(await post(work, draft, { entryId })), month, turnover, tax, posted: amount }
}
