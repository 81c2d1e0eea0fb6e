import type { Answers } from '../../../shared/contract/index.ts'
import type { CollectedRow } from '../../../shared/contract/savings.ts'
import { invalidInput } from '../../../shared/errors.ts'
import type { CollectedRepayment } from '../../../shared/rules/entries/collection.ts'
import { payoff, splitPayment, unpaidOf } from '../../../shared/rules/loan-payment.ts'
import { sen, sumSen } from '../../../shared/rules/money.ts'
import type { Reader } from '../db/tables.ts'
import { getLoan, namedLoan, requireRunning } from './loan-standing.ts'

type SheetLoan = Answers['collection']['sheet']['rows'][number]['loans'][number]

/**
 * What members pay on their loans in a meeting, each split as a payment of its own. Refuses, with its place, a loan of
 * somebody else (`loan_of_another`) or named twice, one not paid out or settled, and more than settles it that day.
 */
export async function collectedRepayments(
  db: Reader,
  rows: readonly CollectedRow[],
  date: string,
): Promise<CollectedRepayment[]> {
  const repayments: CollectedRepayment[] = []
  const seen = new Set<string>()
  for (const [row, { memberId, loans = [] }] of rows.entries()) {
    for (const [index, { loanId, amount }] of loans.entries()) {
      const path = (field: string) => ['rows', row, 'loans', index, field]
      const record = await getLoan(db, loanId)
      if (record.agreement.member_id !== memberId) throw invalidInput(path('loanId'), 'loan_of_another')
      if (seen.has(loanId)) throw invalidInput(path('loanId'), 'given_twice')
      seen.add(loanId)
      const standing = await requireRunning(db, record)
      if (date < standing.disbursedOn) throw invalidInput(['date'], 'date_before_loan', { date: standing.disbursedOn })
      const { total } = payoff(standing, date)
      if (amount > total) throw invalidInput(path('amount'), 'payment_above_debt', { available: total })
      repayments.push({ loan: namedLoan(record.agreement), ...splitPayment(standing, sen(amount), date) })
    }
  }
  return repayments
}

/** The running loans of every member with what of them fell due by the day, by member. */
export async function loansDue(db: Reader, date: string): Promise<Map<string, SheetLoan[]>> {
  const paidOut = await db
    .selectFrom('loan_instalment as i')
    .innerJoin('loan as l', 'l.id', 'i.loan_id')
    .select('i.loan_id as loanId')
    .where('i.n', '=', 1)
    .groupBy('i.loan_id')
    .orderBy('l.code')
    .execute()
  const byMember = new Map<string, SheetLoan[]>()
  for (const { loanId } of paidOut) {
    const record = await getLoan(db, loanId)
    const { loan } = record
    if (loan.state !== 'disbursed' || (loan.disbursedOn ?? '') > date) continue
    const due = unpaidOf(await requireRunning(db, record)).filter(({ dueOn }) => dueOn <= date)
    const own = byMember.get(loan.memberId) ?? []
    own.push({
      ...{ loanId, number: loan.number, outstanding: loan.outstanding },
      due: sumSen(due.map(({ principal, interest }) => principal + interest)),
    })
    byMember.set(loan.memberId, own)
  }
  return byMember
}
