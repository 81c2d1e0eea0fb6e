import { lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { savingsInterestRun } from '../../../../shared/rules/entries/savings-interest.ts'
import { sen, sumSen } from '../../../../shared/rules/money.ts'
import { withTax } from '../../../../shared/rules/savings-withholding.ts'
import type { Reader } from '../../db/tables.ts'
import { interestPaid } from '../../ledger/interest-paid.ts'
import { newestRun, runOf } from '../../ledger/interest-runs.ts'
import { requireOpenPeriod } from '../../ledger/periods.ts'
import { newestDate, post, requireDateInReach } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { reckonTerms } from '../term-deposits/month.ts'
import { reckonInterest } from './interest-facts.ts'
import { savingsWithoutRate } from './without-rate.ts'

type Inputs = AllInputs['savings']

/** What the interest of a month would come to, account by account. */
export async function previewInterest(
  { db, today }: Reading,
  { month }: Inputs['previewInterest'],
): Promise<Answers['savings']['previewInterest']> {
  const { rows, short } = await reckonedRun(db, month)
  const run = await runOf(db, month)
  return {
    month,
    date: run?.date ?? lastDayOfMonth(month),
    isOver: await isOver(db, today, month),
    done: run ? { entryId: run.entryId, requestId: run.requestId, voucher: run.voucher, date: run.date } : null,
    rows: rows
      .filter(({ base }) => base > 0)
      .map(({ unit: _unit, expenseAccount: _expense, to, isAccrued, ...row }) => {
        const isElsewhere = !isAccrued && to.savingsAccountId !== row.savingsAccountId
        return { ...row, accrued: isAccrued, paidTo: isElsewhere ? to.savingsAccountId : null }
      }),
    totals: totalsOf(rows),
    taxShort: short,
    withoutRate: await savingsWithoutRate(db, month),
  }
}

/** Savings and term deposits together: the tax limit looks at all that is paid; what is put aside is not paid yet. */
async function reckonedRun(db: Reader, month: string) {
  const savings = await reckonInterest(db, month)
  const terms = Map.groupBy(await reckonTerms(db, month), ({ isAccrued }) => isAccrued)
  const { rows, short } = withTax([...savings, ...(terms.get(false) ?? [])], await interestPaid(db, month))
  const accrued = (terms.get(true) ?? []).map((row) => ({ ...row, tax: sen(0), net: row.gross }))
  return { rows: [...rows, ...accrued], short }
}

type Rows = Awaited<ReturnType<typeof reckonedRun>>['rows']

function totalsOf(rows: Rows) {
  const earning = rows.filter(({ gross }) => gross > 0)
  const sumOf = (part: 'gross' | 'tax' | 'net', of = earning) => sumSen(of.map((row) => row[part]))
  const accrued = earning.filter(({ isAccrued }) => isAccrued)
  const sums = { gross: sumOf('gross'), tax: sumOf('tax'), net: sumOf('net'), accrued: sumOf('gross', accrued) }
  return { accounts: earning.length, ...sums }
}

/**
 * Posts a month's interest as one entry. Refuses INVALID_INPUT for a month that has not ended and a day before its end,
 * ALREADY_DONE, NOT_ALLOWED `later_month_accrued` where a later month has its interest, and `no_interest` where nobody
 * earned any.
 */
export async function accrueInterest(
  work: Work,
  { month, date = lastDayOfMonth(month) }: Inputs['accrueInterest'],
): Promise<Answers['savings']['accrueInterest']> {
  const { tx, today } = work
  await requireDateInReach(tx, today, date)
  await requireEnded(tx, today, month)
  if (date < lastDayOfMonth(month)) throw invalidInput(['date'], 'date_before_month_end', { month })
  await requireOpenPeriod(tx, date)
  await requireNext(tx, month)
  const { rows, short } = await reckonedRun(tx, month)
  const paid = rows.filter(({ gross }) => gross > 0)
  if (paid.length === 0) throw new Refusal('NOT_ALLOWED', 'no_interest', { month })
  const entryId = work.newId()
  await tx.insertInto('savings_interest_run').values({ entry_id: entryId, month }).execute()
  const posted = await post(work, savingsInterestRun({ date, month, rows: paid }), { entryId })
  const warnings = short > 0 ? [...posted.warnings, 'tax_above_interest'] : posted.warnings
  return { ...posted, warnings, month, ...totalsOf(rows), taxShort: short }
}

/** A month ends with its last day; the clock may be behind the newest entry. */
async function requireEnded(db: Reader, today: string, month: string): Promise<void> {
  if (await isOver(db, today, month)) return
  throw invalidInput(['month'], 'month_not_ended', { month, date: lastDayOfMonth(month) })
}

async function isOver(db: Reader, today: string, month: string): Promise<boolean> {
  const end = lastDayOfMonth(month)
  return today >= end || (await newestDate(db)) >= end
}

/** Interest earns interest: months follow one another, those in between may have none. */
async function requireNext(db: Reader, month: string): Promise<void> {
  const run = await runOf(db, month)
  if (run) throw new Refusal('ALREADY_DONE', 'interest_run', { month, voucher: run.voucher })
  const newest = await newestRun(db)
  if (!newest || newest.month < month) return
  const data = { month, later: newest.month, voucher: newest.voucher }
  throw new Refusal('NOT_ALLOWED', 'later_month_accrued', data)
}
