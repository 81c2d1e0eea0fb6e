import { claimAccount, fundAccounts, isFundUse } from '../../../../shared/rules/entries/fund-line.ts'
import { isCash } from '../../../../shared/rules/fund-flow.ts'
import type { FundTreatment } from '../../db/tables.ts'

/** One entry's lines that name one fund, debit less credit, sen. */
export interface FundEntryLine {
  readonly account: string
  readonly net: number
  /** The procedure that wrote the entry, or the one it takes back. */
  readonly origin: string
  readonly isReversal: 0 | 1
}

/**
 * What of a fund went back to its donor by one entry, sen; below zero where the entry takes that back. By hand that is
 * money that leaves while less is owed and nothing is bought of it.
 */
export function refundedBy(lines: readonly FundEntryLine[], treatment: FundTreatment): number {
  const on = (wanted: (account: string) => boolean) =>
    lines.reduce((sum, { account, net }) => sum + (wanted(account) ? net : 0), 0)
  const owedLess = on((account) => account === fundAccounts[treatment] || account === claimAccount)
  const [{ origin = '', isReversal = 0 } = {}] = lines
  if (origin === 'funds.refund') return owedLess
  if (!byHand.has(origin) || treatment === 'capital') return 0
  const way = isReversal ? -1 : 1
  const isUsed = lines.some(({ account }) => isFundUse(account))
  // Money out of former days names the fund where it comes off what is owed, not where it lies.
  const leaves = origin === 'cash.spend' || way * on(isCash) < 0
  return !isUsed && leaves && way * owedLess > 0 ? owedLess : 0
}

/** What writes any entry a person thinks of. */
export const byHand: ReadonlySet<string> = new Set(['journal.post', 'cash.spend'])
