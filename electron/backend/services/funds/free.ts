import { Refusal } from '../../../../shared/errors.ts'
import { lowestFree } from '../../../../shared/rules/revolving-fund.ts'
import { revolvingMoves } from '../../ledger/revolving-funds.ts'
import type { Work } from '../../work.ts'
import type { FundRecord } from './records.ts'

/** Refuses NOT_ALLOWED `fund_is_lent_out`: what borrowers still owe cannot go back to who gave it. */
export async function requireFree(
  work: Work,
  fund: FundRecord,
  { amount, date }: { readonly amount: number; readonly date: string },
): Promise<void> {
  const { free, day } = await freeOfFund(work, fund, date)
  if (amount <= free) return
  throw new Refusal('NOT_ALLOWED', 'fund_is_lent_out', { fund: fund.name, available: Math.max(0, free), day })
}

/** The least that is free of a fund on a day or a later one, sen. */
export async function freeOfFund(work: Work, { fund_id: fundId }: FundRecord, date: string) {
  const moves = await revolvingMoves(work.tx, { fundId })
  return lowestFree(moves.get(fundId) ?? [], date)
}
