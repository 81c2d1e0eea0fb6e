import type { Answers } from '../../../../shared/contract/index.ts'
import type { CollectedRow } from '../../../../shared/contract/savings.ts'
import { assert, invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { Received } from '../../../../shared/rules/entries/loan-repayment.ts'
import { loanDue } from '../../../../shared/rules/loan-due.ts'
import {
  type LoanStanding,
  payableMost,
  penaltyOwed,
  receivedApart,
  receivedPayment,
  withoutPenalty,
} from '../../../../shared/rules/loan-payment.ts'
import { type Sen, sen, sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { type LoanRecord, namedLoan, readLoans, requirePaidOut, standingsOf } from '../loans/standing.ts'

type SheetLoan = Answers['collection']['sheet']['rows'][number]['loans'][number]

/** One amount of the sheet: what is paid on which loan, and where it stands in the input. */
interface Repaid {
  readonly record: LoanRecord
  readonly amount: Sen
  /** Undefined where it goes by the agreed order. */
  readonly penalty: Sen | undefined
  readonly path: (field: string) => (string | number)[]
}

/**
 * What members pay on their loans in a meeting, each split as a payment of its own. Refuses, with its place, a loan of
 * somebody else (`loan_of_another`), unknown or named twice, one not paid out or settled, more than settles it that day,
 * and a penalty above what is owed (`penalty_above_owed`) or on a loan that knows none (`loan_without_penalty`).
 */
export async function collectedRepayments(
  db: Reader,
  rows: readonly CollectedRow[],
  date: string,
): Promise<Received[]> {
  const repaid = await repaidLoans(db, rows)
  for (const { record, path } of repaid) requirePaidOut(record, path('loanId'))
  const standings = await standingsOf(
    db,
    repaid.map(({ record }) => record),
  )
  return repaid.map((one) => {
    const standing = standings.get(one.record.loan.loanId)
    assert(standing, 'a loan that was paid out stands somewhere')
    if (date < standing.disbursedOn) throw invalidInput(['date'], 'date_before_loan', { date: standing.disbursedOn })
    return { loan: namedLoan(one.record), ...paymentOf(one, standing, date) }
  })
}

function paymentOf({ amount, penalty, path }: Repaid, standing: LoanStanding, date: string) {
  if (penalty !== undefined) requirePenalty(standing, { penalty, date, path: path('penalty') })
  const most = payableMost(penalty === undefined ? standing : withoutPenalty(standing, date), date)
  if (amount > most) throw invalidInput(path('amount'), 'payment_above_debt', { available: most })
  return penalty === undefined
    ? receivedPayment(standing, amount, date)
    : receivedApart(standing, { amount, penalty }, date)
}

interface NamedPenalty {
  readonly penalty: Sen
  readonly date: string
  readonly path: (string | number)[]
}

function requirePenalty(standing: LoanStanding, { penalty, date, path }: NamedPenalty): void {
  if (penalty === 0) return
  if (standing.penalty.kind === 'none') throw invalidInput(path, 'loan_without_penalty')
  const available = Math.min(penaltyOwed(standing, date), payableMost(standing, date))
  if (penalty > available) throw invalidInput(path, 'penalty_above_owed', { available })
}

async function repaidLoans(db: Reader, rows: readonly CollectedRow[]): Promise<Repaid[]> {
  const named = rows.flatMap(({ memberId, loans = [] }, row) =>
    loans.map((loan, index) => ({ ...loan, memberId, path: (field: string) => ['rows', row, 'loans', index, field] })),
  )
  if (named.length === 0) return []
  const found = await readLoans(db, { loanIds: named.map(({ loanId }) => loanId) })
  const byId = new Map(found.map((record) => [record.loan.loanId, record]))
  const seen = new Set<string>()
  return named.map(({ loanId, memberId, amount = 0, penalty, path }) => {
    const record = byId.get(loanId)
    if (!record) throw unknownLoan(loanId, path('loanId'))
    if (record.agreement.member_id !== memberId) throw invalidInput(path('loanId'), 'loan_of_another')
    if (seen.has(loanId)) throw invalidInput(path('loanId'), 'given_twice')
    seen.add(loanId)
    if (amount === 0 && !penalty) throw invalidInput(path('amount'), 'required')
    return { record, amount: sen(amount), penalty: penalty === undefined ? undefined : sen(penalty), path }
  })
}

function unknownLoan(loanId: string, path: (string | number)[]): Refusal {
  return new Refusal('NOT_FOUND', 'loan', { loanId, issues: [{ path, message: 'loan' }] })
}

/** The running loans of every member with what of them fell due by the day, by member. */
export async function loansDue(db: Reader, date: string): Promise<Map<string, SheetLoan[]>> {
  const running = (await readLoans(db)).filter(
    ({ loan, disbursement }) => loan.state === 'disbursed' && disbursement !== undefined && disbursement.date <= date,
  )
  const standings = await standingsOf(db, running)
  const byMember = new Map<string, SheetLoan[]>()
  for (const { loan } of running) {
    const { loanId, number, memberId, outstanding } = loan
    const standing = standings.get(loanId)
    assert(standing, 'a loan that was paid out stands somewhere')
    const { principal, interest, penalty, held } = loanDue(standing, date)
    const own = byMember.get(memberId) ?? []
    own.push({ loanId, number, outstanding, due: sumSen([principal, interest]), penalty, held })
    byMember.set(memberId, own)
  }
  return byMember
}
