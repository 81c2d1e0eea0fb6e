import { invalidInput } from '../../../shared/errors.ts'
import type { DraftLine } from '../../../shared/rules/entries/draft.ts'
import { among } from '../db/among.ts'
import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'

/**
 * The lines of an entry, each that names a loan with the fund whose money was lent (accounting.md section 4: loans given
 * are tagged with the fund). So every path tags alike, a journal by hand too, and what a fund has outstanding is what its
 * loans owe. Refuses INVALID_INPUT `loan_of_other_fund` at the line that names another fund than its loan.
 */
export async function withLoanFunds(db: Reader, lines: readonly DraftLine[]): Promise<readonly DraftLine[]> {
  const named = [...new Set(lines.flatMap(({ loanId }) => loanId ?? []))]
  if (named.length === 0) return lines
  const rows = await fundsOfLoans.all(db, JSON.stringify(named))
  const funds = new Map(rows.map(({ loan_id, fund_id }) => [loan_id, fund_id ?? undefined]))
  return lines.map((line, index) => {
    const fundId = line.loanId === undefined ? line.fundId : funds.get(line.loanId)
    if (line.fundId === fundId) return line
    if (line.fundId !== undefined) throw invalidInput(['lines', index, 'fundId'], 'loan_of_other_fund')
    return { ...line, fundId }
  })
}

const fundsOfLoans = question((db, loanIds: string) =>
  db
    .selectFrom('loan_agreement')
    .select(['loan_id', 'fund_id'])
    .where('loan_id', 'in', among(loanIds))
    .where('fund_id', 'is not', null),
)
