import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { Work } from '../../work.ts'
import { requireSecondPerson } from '../second-person.ts'
import { freeOfFund } from './free.ts'
import { openFund, warningsOf } from './money.ts'
import type { FundRecord } from './records.ts'

interface Wish {
  readonly fundId: string
  /** Principal of the loan, sen. */
  readonly amount: number
  readonly date: string
}

/**
 * A loan is to be given of a fund: what is warned about where less is free than it takes. Refuses NOT_FOUND, NOT_ALLOWED
 * `fund_inactive`, and as INVALID_INPUT a fund that is not lent on.
 */
export async function fundToLend(work: Work, { fundId, amount, date }: Wish): Promise<string[]> {
  const fund = await revolvingFund(work, fundId)
  const { free } = await freeOfFund(work, fund, date)
  return amount > free ? ['fund_over_free'] : []
}

/**
 * Money of a fund is paid out as a loan: what to warn about. Refuses what `fundToLend` does, and NEEDS_APPROVAL
 * `fund_free` for more than is free on its day or a later one, unless a second person approves.
 */
export async function requireFundToLend(
  work: Work,
  { fundId, amount, date, cashAccount, approvedBy }: Wish & { cashAccount: string; approvedBy?: string | undefined },
): Promise<string[]> {
  const fund = await revolvingFund(work, fundId)
  if (approvedBy !== undefined) await requireSecondPerson(work, approvedBy)
  const { free } = await freeOfFund(work, fund, date)
  const isOver = amount > free
  if (isOver && approvedBy === undefined) {
    const available = Math.max(0, free)
    throw new Refusal('NEEDS_APPROVAL', 'fund_free', { fund: fund.name, available, short: amount - available })
  }
  return [...(isOver ? ['fund_over_free'] : []), ...warningsOf(fund, { date, cashAccount })]
}

async function revolvingFund(work: Work, fundId: string): Promise<FundRecord> {
  const fund = await openFund(work, fundId)
  if (fund.treatment !== 'revolving') throw invalidInput(['fundId'], 'fund_not_revolving', { fund: fund.name })
  return fund
}
