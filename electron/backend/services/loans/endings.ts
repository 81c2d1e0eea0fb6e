import type { LoanEndings } from '../../../../shared/contract/loan-endings.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { among } from '../../db/among.ts'
import type { Reader } from '../../db/tables.ts'
import { type LoanScope, standsAt } from './rows.ts'

interface Ended {
  readonly date: string
  /** What was owed and is no longer, sen. */
  readonly principal: number
}

/** How a loan ended that was not paid back, by an entry that stands. */
export type LoanEnding = Ended &
  (
    | { readonly kind: 'restructured'; readonly by: NonNullable<LoanEndings['restructuredBy']> }
    | {
        readonly kind: 'written_off'
        readonly interest: number
        readonly penalty: number
        readonly decision: NonNullable<LoanEndings['writtenOff']>['decision']
      }
  )

/** The endings that stand at the end of the day, by loan: one that was reversed by then never was. */
export async function endingsOf(db: Reader, scope: LoanScope): Promise<Map<string, LoanEnding>> {
  return new Map([...(await restructuredBy(db, scope)), ...(await writtenOff(db, scope))])
}

/** The loan each of these goes on for, also where that was taken back. */
export async function restructuresOf(
  db: Reader,
  { loanIds }: LoanScope,
): Promise<Map<string, LoanEndings['restructures']>> {
  let query = db
    .selectFrom('loan_restructuring as x')
    .innerJoin('loan as o', 'o.id', 'x.loan_id')
    .select(['x.new_loan_id as newLoanId', 'o.id as loanId', 'o.code as number'])
  if (loanIds !== undefined) query = query.where('x.new_loan_id', 'in', among(JSON.stringify(loanIds)))
  const rows = await query.execute()
  return new Map(rows.map(({ newLoanId, ...other }) => [newLoanId, other]))
}

async function restructuredBy(db: Reader, { loanIds, asOf }: LoanScope): Promise<[string, LoanEnding][]> {
  let query = db
    .selectFrom('loan_restructuring as x')
    // Cross joins keep their order in SQLite: from the few endings to their lines, not through all loans or lines.
    .crossJoin('journal_entry as e')
    .crossJoin('loan_agreement as a')
    .crossJoin('journal_line as l')
    .innerJoin('loan_agreement as n', 'n.loan_id', 'x.new_loan_id')
    .innerJoin('loan as o', 'o.id', 'x.new_loan_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .whereRef('e.id', '=', 'x.entry_id')
    .whereRef('a.loan_id', '=', 'x.loan_id')
    .whereRef('l.seq', '=', 'e.seq')
    .whereRef('l.loan_id', '=', 'x.loan_id')
    .whereRef('l.account', '=', 'a.account')
    .select(['x.loan_id as loanId', 'o.id as newLoanId', 'o.code as number', 'n.principal as newPrincipal'])
    .select(['x.reason', 'x.interest_let_go as interestLetGo', 'x.penalty_let_go as penaltyLetGo'])
    .select(['e.date', 'l.credit as principal'])
  if (loanIds !== undefined) query = query.where('x.loan_id', 'in', among(JSON.stringify(loanIds)))
  return (await query.where(standsAt(asOf)).execute()).map(
    ({ loanId, newLoanId, date, principal, newPrincipal, ...by }) => [
      loanId,
      {
        ...{ kind: 'restructured', date, principal },
        by: { ...by, loanId: newLoanId, on: date, principal, interestCapitalised: newPrincipal - principal },
      },
    ],
  )
}

async function writtenOff(db: Reader, { loanIds, asOf }: LoanScope): Promise<[string, LoanEnding][]> {
  let query = db
    .selectFrom('loan_write_off as x')
    .crossJoin('journal_entry as e')
    .crossJoin('loan_agreement as a')
    .crossJoin('journal_line as l')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .whereRef('e.id', '=', 'x.entry_id')
    .whereRef('a.loan_id', '=', 'x.loan_id')
    .whereRef('l.seq', '=', 'e.seq')
    .whereRef('l.loan_id', '=', 'x.loan_id')
    .whereRef('l.account', '=', 'a.account')
    .select(['x.loan_id as loanId', 'x.interest', 'x.penalty', 'e.date', 'l.credit as principal'])
    .select(['x.decision_number as number', 'x.decided_on as on', 'x.decided_by as by'])
  if (loanIds !== undefined) query = query.where('x.loan_id', 'in', among(JSON.stringify(loanIds)))
  return (await query.where(standsAt(asOf)).execute()).map(({ loanId, number, on, by, ...lost }) => [
    loanId,
    { kind: 'written_off', ...lost, decision: { number, on, by } },
  ])
}

/** What a loan answers of where it came from and how it ended, with what came in after it was written off, sen. */
export function endingsAnswer(
  ending: LoanEnding | undefined,
  restructures: LoanEndings['restructures'],
  recovered: number,
): LoanEndings {
  if (ending?.kind !== 'written_off') {
    return { restructures, restructuredBy: ending?.by ?? null, writtenOff: null }
  }
  const { date, principal, interest, penalty, decision } = ending
  const left = sumSen([principal, interest, penalty, -recovered])
  return {
    ...{ restructures, restructuredBy: null },
    writtenOff: { on: date, principal, interest, penalty, recovered, left, decision },
  }
}
