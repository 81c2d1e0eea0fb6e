import type { DraftLine } from '../../../shared/rules/entries/draft.ts'
import { fundOfCash, isCash } from '../../../shared/rules/fund-flow.ts'

/**
 * The lines of an ordinary entry, its cash with the fund all the others name: so money of a fund that came or went by hand
 * is on the card of that fund as on the one of its donor, whoever wrote it. What names more than one fund says itself
 * whose cash it is, or is refused with `fund_cash_unnamed`.
 */
export function withFundCash(lines: readonly DraftLine[]): readonly DraftLine[] {
  const moves = lines.map(({ account, fundId = null, debit, credit }) => ({ account, fundId, debit, credit }))
  const fundId = fundOfCash(moves)
  if (fundId === undefined) return lines
  return lines.map((line) => (isCash(line.account) && line.fundId === undefined ? { ...line, fundId } : line))
}
