import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { deficitCover, reserveAccount } from '../../../../shared/rules/entries/surplus-distribution.ts'
import { deficitAccount } from '../../../../shared/rules/member-settlement.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import { post } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { lowestBalance } from './lowest-balance.ts'

/**
 * Covers a deficit out of the general reserve, as the meeting decided (accounting.md section 6.4). Refuses INVALID_INPUT
 * for more than the deficit (`above_deficit`) or the reserve (`above_reserve`) on that day or any later one.
 */
export async function coverDeficit(
  work: Work,
  { date, amount }: Inputs['closing']['coverDeficit'],
): Promise<Answers['closing']['coverDeficit']> {
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

/** What of the deficit is each unit's at the end of a day, sen, in the order of the units. */
async function deficitsByUnit(db: Reader, date: string): Promise<{ unit: string; deficit: number }[]> {
  const units = await db.selectFrom('unit').select('id').orderBy('sort').execute()
  const deficits: { unit: string; deficit: number }[] = []
  for (const { id: unit } of units) {
    const own = (await movementsUntil(db, date, { unit })).find(({ account }) => account === deficitAccount)
    if (own) deficits.push({ unit, deficit: own.debit - own.credit })
  }
  return deficits
}
