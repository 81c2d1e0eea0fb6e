import type { Answers } from '../../../shared/contract/index.ts'
import type { CollectedRow } from '../../../shared/contract/savings.ts'
import { invalidInput, Refusal } from '../../../shared/errors.ts'
import type { CollectedRepayment } from '../../../shared/rules/entries/collection.ts'
import { payoff, splitPayment, unpaidOf } from '../../../shared/rules/loan-payment.ts'
import { sen, sumSen } from '../../../shared/rules/money.ts'
import type { Reader } from '../db/tables.ts'
import { schedulesOf } from './loan-rows.ts'
import { type LoanRecord, loanStanding, namedLoan, readLoans, requirePaidOut } from './loan-standing.ts'

type SheetLoan = Answers['collection']['sheet']['rows'][number]['loans'][number]

/** One amount of the sheet: what is paid on which loan, and where it stands in the input. */
interface Repaid {
  readonly record: LoanRecord
  readonly amount: number
  readonly path: (field: string) => (string | number)[]
}

/**
 * What members pay on their loans in a meeting, each split as a payment of its own. Refuses, with its place, a loan of
 * somebody else (`loan_of_another`) or named twice, one not paid out or settled, and more than settles it that day.
 */
export async function collectedRepayments(
  db: Reader,
  rows: readonly CollectedRow[],
  date: string,
): Promise<CollectedRepayment[]> {
  const repaid = await repaidLoans(db, rows)
  const schedules = await schedulesOf(
    db,
    repaid.map(({ record }) => requirePaidOut(record)),
  )
  return repaid.map(({ record, amount, path }) => {
    const payout = requirePaidOut(record)
    if (date < payout.date) throw invalidInput(['date'], 'date_before_loan', { date: payout.date })
    const standing = loanStanding(record, payout, schedules.get(payout.entryId))
    const { total } = payoff(standing, date)
    if (amount > total) throw invalidInput(path('amount'), 'payment_above_debt', { available: total })
    return { loan: namedLoan(record), ...splitPayment(standing, sen(amount), date) }
  })
}

async function repaidLoans(db: Reader, rows: readonly CollectedRow[]): Promise<Repaid[]> {
  const named = rows.flatMap(({ memberId, loans = [] }, row) =>
    loans.map((loan, index) => ({ ...loan, memberId, path: (field: string) => ['rows', row, 'loans', index, field] })),
  )
  if (named.length === 0) return []
  const found = await readLoans(db, { loanIds: named.map(({ loanId }) => loanId) })
  const byId = new Map(found.map((record) => [record.loan.loanId, record]))
  const seen = new Set<string>()
  return named.map(({ loanId, memberId, amount, path }) => {
    const record = byId.get(loanId)
    if (!record) throw new Refusal('NOT_FOUND', 'loan', { loanId })
    if (record.agreement.member_id !== memberId) throw invalidInput(path('loanId'), 'loan_of_another')
    if (seen.has(loanId)) throw invalidInput(path('loanId'), 'given_twice')
    seen.add(loanId)
    return { record, amount, path }
  })
}

/** The running loans of every member with what of them fell due by the day, by member. */
export async function loansDue(db: Reader, date: string): Promise<Map<string, SheetLoan[]>> {
  const running = (await readLoans(db)).flatMap((record) =>
    record.loan.state === 'disbursed' && record.disbursement && record.disbursement.date <= date
      ? [{ record, payout: record.disbursement }]
      : [],
  )
  const schedules = await schedulesOf(
    db,
    running.map(({ payout }) => payout),
  )
  const byMember = new Map<string, SheetLoan[]>()
  for (const { record, payout } of running) {
    const { loanId, number, memberId, outstanding } = record.loan
    const standing = loanStanding(record, payout, schedules.get(payout.entryId))
    const due = unpaidOf(standing).filter(({ dueOn }) => dueOn <= date)
    const own = byMember.get(memberId) ?? []
    own.push({ loanId, number, outstanding, due: sumSen(due.map(({ principal, interest }) => principal + interest)) })
    byMember.set(memberId, own)
  }
  return byMember
}
