import { lowestFree } from '../../../../shared/rules/revolving-fund.ts'
import { revolvingMoves } from '../../ledger/revolving-funds.ts'
import type { Work } from '../../work.ts'
import type { FundRecord } from './records.ts'

/** The least that is free of a fund on a day or a later one, sen. */
export async function freeOfFund(work: Work, { fund_id: fundId }: FundRecord, date: string) {
  const moves = await revolvingMoves(work.tx, { fundId })
  return lowestFree(moves.get(fundId) ?? [], date)
}
