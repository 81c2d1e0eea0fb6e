import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { type LoanStanding, penaltyOwed } from '../../../../shared/rules/loan-payment.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { requireOpenPeriod } from '../../ledger/periods.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { getLoan, requireNotBefore, requireRunning } from './standing.ts'

interface Waiver {
  readonly amount: number
  readonly reason: string
  readonly date: string
}

/**
 * Lets penalty off without a payment: nothing is posted, since a penalty is income only when it is received. Refuses
 * PERIOD_CLOSED, for what was owed in a closed month stays as it was told.
 */
export async function waivePenalty(
  work: Work,
  input: AllInputs['loans']['waivePenalty'],
): Promise<Answers['loans']['waivePenalty']> {
  const { loanId, date } = input
  const standing = await requireRunning(work.tx, await getLoan(work.tx, loanId))
  requireNotBefore(date, standing.disbursedOn)
  await requireDateInReach(work.tx, work.today, date)
  await requireOpenPeriod(work.tx, date)
  const waived = waivedStanding(work, standing, input)
  await keepWaiver(work, { ...input, entryId: null })
  return { waived: input.amount, penalty: penaltyOwed(waived, date) }
}

/**
 * A loan of which some penalty is let off. Refuses INVALID_INPUT `waiver_above_penalty` for more than is owed that day,
 * and NOT_ALLOWED for a cashier: letting off is decided, not counted.
 */
export function waivedStanding({ actor }: Work, standing: LoanStanding, waiver: Waiver): LoanStanding {
  if (actor.role === 'cashier') throw new Refusal('NOT_ALLOWED', 'role', { role: actor.role })
  return lessPenalty(standing, waiver)
}

/** A loan as if some penalty were let off. Refuses INVALID_INPUT `waiver_above_penalty` for more than is owed that day. */
export function lessPenalty(standing: LoanStanding, { amount, date }: Omit<Waiver, 'reason'>): LoanStanding {
  const available = penaltyOwed(standing, date)
  if (amount > available) throw invalidInput(['waivePenalty', 'amount'], 'waiver_above_penalty', { available })
  return { ...standing, waivedPenalty: sen(standing.waivedPenalty + amount) }
}

/** Notes what was let off and why; with a payment it goes when that is reversed. */
export async function keepWaiver(
  work: Work,
  { loanId, date, amount, reason, entryId }: Waiver & { readonly loanId: string; readonly entryId: string | null },
): Promise<void> {
  const row = { id: work.newId(), loan_id: loanId, date, amount, reason, entry_id: entryId }
  await work.tx
    .insertInto('loan_waiver')
    .values({ ...row, request_id: work.requestId, withdrawn_on: null })
    .execute()
}

/**
 * Takes back what one request let off without a payment: from that day on it is owed again, before it stays let off.
 * Refuses INVALID_INPUT for a day before it was let off or out of reach, and PERIOD_CLOSED.
 */
export async function withdrawWaivers({ tx, today }: Work, requestId: string, date: string): Promise<number> {
  const waivers = await tx
    .selectFrom('loan_waiver')
    .select(['id', 'date'])
    .where('request_id', '=', requestId)
    .where('entry_id', 'is', null)
    .where('withdrawn_on', 'is', null)
    .execute()
  for (const waiver of waivers) {
    if (date < waiver.date) throw invalidInput(['date'], 'date_before_entry', { date: waiver.date })
    await requireDateInReach(tx, today, date)
    await requireOpenPeriod(tx, date)
    await tx.updateTable('loan_waiver').set({ withdrawn_on: date }).where('id', '=', waiver.id).execute()
  }
  return waivers.length
}
