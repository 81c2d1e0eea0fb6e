import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { loanRecovery } from '../../../../shared/rules/entries/loan-recovery.ts'
import { loanWriteOff } from '../../../../shared/rules/entries/loan-write-off.ts'
import { loanDue } from '../../../../shared/rules/loan-due.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { setAsideFrom } from '../../ledger/allowance-bounds.ts'
import { post } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { requireNewestDay } from './movements.ts'
import { getLoan, namedLoan, requireNotBefore, requireRunning } from './standing.ts'

type Inputs = AllInputs['loans']

/**
 * Gives a loan up for lost by a meeting's decision; interest that fell due by the day and penalty stay a claim beside the
 * principal. Refuses NOT_ALLOWED for a loan that is not owed, `held_first` while money is held for it, and as
 * INVALID_INPUT a decision from before the payout, and a day before the decision or before the last thing that moved on
 * the loan.
 */
export async function writeOffLoan(work: Work, input: Inputs['writeOff']): Promise<Answers['loans']['writeOff']> {
  const { loanId, date, decision } = input
  const lost = await requireLost(work.tx, input)
  const { loan, disbursedOn, principal, interest, penalty, setAside } = lost
  if (date < decision.on) throw invalidInput(['date'], 'date_before_decision', { date: decision.on })
  if (decision.on < disbursedOn) throw invalidInput(['decision', 'on'], 'decision_before_payout', { date: disbursedOn })
  const entryId = work.newId()
  await work.tx
    .insertInto('loan_write_off')
    .values({
      ...{ entry_id: entryId, loan_id: loanId, interest, penalty },
      ...{ decision_number: decision.number, decided_on: decision.on, decided_by: decision.by },
    })
    .execute()
  const posted = await post(work, loanWriteOff({ date, loan, principal, short: setAside }), { entryId })
  return { ...posted, principal, fromAllowance: principal - setAside, setAside }
}

/** What a loan loses that is given up on a day, sen: what the allowance cannot bear, then or later, is to be set aside. */
async function requireLost(db: Reader, { loanId, date }: Pick<Inputs['writeOff'], 'loanId' | 'date'>) {
  const record = await getLoan(db, loanId)
  if (record.ending?.kind === 'written_off') throw new Refusal('ALREADY_DONE', 'loan_written_off', record.loan)
  const standing = await requireRunning(db, record)
  const { number, outstanding: principal } = record.loan
  if (principal === 0) throw new Refusal('NOT_ALLOWED', 'nothing_owed', { number })
  if (standing.held > 0) throw new Refusal('NOT_ALLOWED', 'held_first', { number, available: standing.held })
  await requireNewestDay(db, loanId, date)
  const { interest, penalty } = loanDue(standing, date)
  const loan = namedLoan(record)
  const borne = Math.max(0, (await setAsideFrom(db, date)).get(loan.unit)?.least ?? 0)
  const setAside = Math.max(0, principal - borne)
  return { loan, disbursedOn: standing.disbursedOn, principal, interest, penalty, setAside }
}

/** What a meeting decides about, before it does. Nothing is written. */
export async function previewWriteOff(
  { db }: Reading,
  input: Inputs['previewWriteOff'],
): Promise<Answers['loans']['previewWriteOff']> {
  const { principal, interest, penalty, setAside } = await requireLost(db, input)
  const claim = sumSen([principal, interest, penalty])
  return { principal, interest, penalty, claim, setAside, fromAllowance: principal - setAside }
}

/**
 * Takes money for a loan that was written off: income of the day it comes. Refuses NOT_ALLOWED for any other loan, and as
 * INVALID_INPUT more than may still be claimed and a day before the loan was written off.
 */
export async function recoverLoan(work: Work, input: Inputs['recover']): Promise<Answers['loans']['recover']> {
  const { loanId, date, amount, cashAccount } = input
  const record = await getLoan(work.tx, loanId)
  const { writtenOff, number } = record.loan
  if (!writtenOff) throw new Refusal('NOT_ALLOWED', 'loan_not_written_off', { number })
  requireNotBefore(date, writtenOff.on)
  const { left } = writtenOff
  if (amount > left) throw invalidInput(['amount'], 'recovery_above_claim', { available: left })
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const posted = await post(work, loanRecovery({ date, cashAccount, loan: namedLoan(record), amount }))
  return { ...posted, recovered: writtenOff.recovered + amount, left: left - amount }
}
