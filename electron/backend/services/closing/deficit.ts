import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { correctionsAccount, correctionsCleared, deficitCover } from '../../../../shared/rules/entries/deficit-cover.ts'
import { reserveAccount } from '../../../../shared/rules/entries/surplus-distribution.ts'
import { deficitAccount } from '../../../../shared/rules/member-settlement.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import { post } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { requireDecidedByNow } from './decisions.ts'
import { lowestBalance } from './lowest-balance.ts'

/**
 * Covers a deficit out of the general reserve, as the meeting decided (accounting.md section 6.4). Refuses INVALID_INPUT
 * for a day after today (`decision_ahead`), and for more than the deficit (`above_deficit`) or the reserve
 * (`above_reserve`) on that day or any later one.
 */
export async function coverDeficit(
  work: Work,
  { date, amount }: Inputs['closing']['coverDeficit'],
): Promise<Answers['closing']['coverDeficit']> {
  requireDecidedByNow(work.today, date)
  const { deficit, reserve } = await deficitOn(work.tx, date)
  if (amount > deficit) throw invalidInput(['amount'], 'above_deficit', { available: deficit })
  if (amount > reserve) throw invalidInput(['amount'], 'above_reserve', { available: reserve })
  return post(work, deficitCover({ date, amount, deficits: await deficitsByUnit(work.tx, date) }))
}

/** What of a deficit can be covered on a day, and out of how much reserve. */
export async function coverableDeficit(
  { db }: Reading,
  { date }: Inputs['closing']['deficit'],
): Promise<Answers['closing']['deficit']> {
  return deficitOn(db, date)
}

async function deficitOn(db: Reader, date: string): Promise<Answers['closing']['deficit']> {
  return {
    deficit: Math.max(0, await lowestBalance(db, deficitAccount, 'debit', date)),
    reserve: Math.max(0, await lowestBalance(db, reserveAccount, 'credit', date)),
  }
}

/**
 * Clears what corrections of closed years left on 35103, all of it, as the meeting decided (accounting.md section 6.4).
 * Refuses NOT_ALLOWED `no_corrections` where there is nothing, and INVALID_INPUT for a day after today
 * (`decision_ahead`), a loss beyond the reserve (`above_reserve`) and a gain beyond the deficit (`above_deficit`) on that day or any later one.
 */
export async function clearCorrections(
  work: Work,
  { date, to }: Inputs['closing']['clearCorrections'],
): Promise<Answers['closing']['clearCorrections']> {
  const { tx } = work
  requireDecidedByNow(work.today, date)
  const corrections = (await netByUnit(tx, correctionsAccount, date)).map(({ unit, net }) => ({
    unit,
    amount: 0 - net,
  }))
  if (corrections.every(({ amount }) => amount === 0)) throw new Refusal('NOT_ALLOWED', 'no_corrections', { date })
  const amount = sumSen(corrections.map((one) => one.amount))
  const { deficit, reserve } = await deficitOn(tx, date)
  if (to === 'reserve' && -amount > reserve) throw invalidInput(['to'], 'above_reserve', { available: reserve })
  if (to === 'deficit' && amount > deficit) throw invalidInput(['to'], 'above_deficit', { available: deficit })
  const deficits = await deficitsByUnit(tx, date)
  return { ...(await post(work, correctionsCleared({ date, corrections, to, deficits }))), amount }
}

/** What corrections of closed years left on a day, sen; below zero where those years earned less than was said. */
export async function corrections(
  { db }: Reading,
  { date }: Inputs['closing']['corrections'],
): Promise<Answers['closing']['corrections']> {
  const left = await netByUnit(db, correctionsAccount, date)
  return { amount: 0 - sumSen(left.map(({ net }) => net)), isCleared: left.every(({ net }) => net === 0) }
}

async function deficitsByUnit(db: Reader, date: string): Promise<{ unit: string; deficit: number }[]> {
  return (await netByUnit(db, deficitAccount, date)).map(({ unit, net }) => ({ unit, deficit: net }))
}

/** What stands on an account in each unit at the end of a day, debit less credit in sen, in the order of the units. */
async function netByUnit(db: Reader, account: string, date: string): Promise<{ unit: string; net: number }[]> {
  const units = await db.selectFrom('unit').select('id').orderBy('sort').execute()
  const nets: { unit: string; net: number }[] = []
  for (const { id: unit } of units) {
    const own = (await movementsUntil(db, date, { unit })).find((one) => one.account === account)
    if (own) nets.push({ unit, net: own.debit - own.credit })
  }
  return nets
}
