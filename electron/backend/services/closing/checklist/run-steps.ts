import { yearOf } from '../../../../../shared/calendar.ts'
import type { LoanMonthEndTable } from '../../../db/tables.ts'
import { newestRun, runOf } from '../../../ledger/interest-runs.ts'
import { standingMonthEnds } from '../../../ledger/loan-month-ends.ts'
import type { Reading } from '../../../work.ts'
import { previewDepreciation } from '../../assets/depreciation.ts'
import { findDoneStep } from '../../loans/month-ends.ts'
import { readLoanPolicy } from '../../loans/policy.ts'
import { wereOwed } from '../../loans/tasks.ts'
import { previewInterest } from '../../savings/interest-run.ts'
import { taxSheet } from '../../tax/sheet.ts'
import { madeByEntry, madeByRequest, type Step, step } from './step.ts'

/** What the program reckons and books for a month, each by its own screen. */
export async function runSteps(reading: Reading, month: string, lastDay: string): Promise<Step[]> {
  return [
    ...(await loanSteps(reading, month, lastDay)),
    await savingsStep(reading, month),
    await depreciationStep(reading, month),
    await finalTaxStep(reading, month),
  ]
}

async function loanSteps({ db }: Reading, month: string, lastDay: string): Promise<Step[]> {
  const hasLoans = await wereOwed(db, lastDay)
  const { accrueInterest } = await readLoanPolicy(db)
  return [
    await loanStep(db, 'interest', month, hasLoans && accrueInterest),
    await loanStep(db, 'allowance', month, hasLoans),
  ]
}

async function loanStep(db: Reading['db'], what: LoanMonthEndTable['step'], month: string, isNeeded: boolean) {
  const key = `loan_${what}` as const
  const done = await findDoneStep(db, { step: what, month })
  if (done) {
    return step(key, 'done', {
      ...(done.entryId === null ? {} : await madeByEntry(db, done.entryId)),
      ...(await madeByRequest(db, done.requestId)),
    })
  }
  if (!isNeeded) return step(key, 'not_needed')
  const later = await standingMonthEnds(db)
    .select('m.month')
    .where('m.step', '=', what)
    .where('m.month', '>', month)
    .orderBy('m.month')
    .executeTakeFirst()
  return later ? step(key, 'not_needed', { period: later.month }) : step(key, 'open')
}

async function savingsStep(reading: Reading, month: string): Promise<Step> {
  const { db } = reading
  const run = await runOf(db, month)
  if (run) return step('savings_interest', 'done', await madeByEntry(db, run.entryId))
  const { totals } = await previewInterest(reading, { month })
  if (totals.gross === 0) return step('savings_interest', 'not_needed')
  // Months follow one another: what a later one went past cannot be booked any more.
  const newest = await newestRun(db)
  if (newest && newest.month > month) return step('savings_interest', 'missed', { period: newest.month })
  return step('savings_interest', 'open', { amount: totals.gross, count: totals.accounts })
}

async function depreciationStep(reading: Reading, month: string): Promise<Step> {
  const { done, rows, total } = await previewDepreciation(reading, { month })
  if (done) return step('depreciation', 'done', await madeByEntry(reading.db, done.entryId))
  if (rows.length === 0) return step('depreciation', 'not_needed')
  return step('depreciation', 'open', { amount: total, count: rows.length })
}

/** Where nobody said which income tax the cooperative is under, that comes first. */
async function finalTaxStep(reading: Reading, month: string): Promise<Step> {
  const { regime, rows } = await taxSheet(reading, { year: yearOf(`${month}-01`) })
  const own = rows.find((row) => row.month === month)
  const { posted = null, missing = 0, turnover = 0 } = own ?? {}
  if (regime === null) {
    return turnover === 0 ? step('final_tax', 'not_needed') : step('final_tax', 'open', { amount: null })
  }
  const made = posted && { ...(await madeByEntry(reading.db, posted.entryId)), amount: posted.amount }
  if (missing !== 0) return step('final_tax', made ? 'changed' : 'open', { ...made, amount: missing })
  return made && posted?.amount !== 0 ? step('final_tax', 'done', made) : step('final_tax', 'not_needed')
}
