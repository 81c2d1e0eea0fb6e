import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { accruedInterestAccount, heldAccount, penaltyAccount } from '../../../shared/rules/entries/loan-line.ts'
import { loanDeductions } from '../../../shared/rules/loan-deductions.ts'
import { type LoanStanding, penaltyOwed, unpaidOf } from '../../../shared/rules/loan-payment.ts'
import { penaltyReckoned } from '../../../shared/rules/loan-penalty.ts'
import { sen, sumSen } from '../../../shared/rules/money.ts'
import { termsOf } from '../db/loan-columns.ts'
import type { LoanAgreementTable, Reader } from '../db/tables.ts'
import { voucherName } from '../ledger/vouchers.ts'
import type { Reading } from '../work.ts'
import { securitiesOf } from './loan-backing.ts'
import { getLoan, standingsOf } from './loan-standing.ts'

type Card = Answers['loans']['card']

/**
 * The card of a loan: what was agreed, what falls due and what of it is unpaid, every movement, what is owed, and the
 * penalty of the day asked for, or of today.
 */
export async function loanCard(
  { db, today }: Reading,
  { loanId, asOf = today }: Inputs['loans']['card'],
): Promise<Card> {
  const record = await getLoan(db, loanId)
  const { agreement, loan, moved } = record
  const standing = (await standingsOf(db, [record])).get(loanId)
  return {
    loan: { ...loan, ...(await securitiesOf(db, loanId)) },
    deductions: loanDeductions(termsOf(agreement).fees, sen(agreement.principal)),
    schedule: standing ? scheduleRows(standing) : [],
    rows: await movements(db, agreement),
    outstanding: loan.outstanding,
    penalty: penaltyOn(standing, asOf),
    waivers: await waiversOf(db, loanId),
    ...{ held: moved.held, accrued: moved.accrued },
  }
}

function penaltyOn(standing: LoanStanding | undefined, asOf: string): Card['penalty'] {
  if (!standing) return { asOf, reckoned: 0, paid: 0, waived: 0, owed: 0 }
  const { paidPenalty: paid, waivedPenalty: waived } = standing
  return { asOf, reckoned: penaltyReckoned(standing, asOf), paid, waived, owed: penaltyOwed(standing, asOf) }
}

async function waiversOf(db: Reader, loanId: string): Promise<Card['waivers']> {
  return db
    .selectFrom('loan_waiver as w')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'w.entry_id')
    .select(['w.date', 'w.amount', 'w.reason'])
    .where('w.loan_id', '=', loanId)
    .where('w.withdrawn_on', 'is', null)
    .where('r.id', 'is', null)
    .orderBy('w.date')
    .orderBy('w.id')
    .execute()
}

function scheduleRows(standing: LoanStanding): Card['schedule'] {
  const unpaid = new Map(unpaidOf(standing).map((row) => [row.dueOn, row.principal + row.interest]))
  return standing.schedule.map(({ dueOn, principal, interest }, index) => ({
    ...{ n: index + 1, dueOn, principal, interest, payment: sumSen([principal, interest]) },
    unpaid: unpaid.get(dueOn) ?? 0,
  }))
}

/**
 * One row for each entry that moves what is owed, paid or held, in the order of days, with what is owed after it: interest
 * that is only booked before it is paid is no movement of the card.
 */
async function movements(
  db: Reader,
  { loan_id, account, interest_account }: LoanAgreementTable,
): Promise<Card['rows']> {
  const lines = await linesOf(db, loan_id)
  let balance = 0
  return [...Map.groupBy(lines, (line) => line.id).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const net = (code: string) => sumSen(own.filter((l) => l.account === code).map((l) => l.credit - l.debit))
    const principal = net(account)
    balance -= principal
    const interest = net(interest_account) + net(accruedInterestAccount)
    const [penalty, held] = [net(penaltyAccount), net(heldAccount)]
    if (principal === 0 && interest === 0 && penalty === 0 && held === 0) return []
    const isPayout = first.reverses_id === null ? principal < 0 : principal > 0
    return {
      ...{ entryId: first.id, date: first.date, voucher: voucherName(first), description: first.description },
      ...{ disbursed: isPayout ? -principal : 0, principal: isPayout ? 0 : principal },
      ...{ interest, penalty, held, balance, isReversed: first.reversal !== null },
    }
  })
}

async function linesOf(db: Reader, loanId: string) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.date', 'e.book', 'e.year', 'e.number', 'e.description', 'e.reverses_id', 'r.id as reversal'])
    .select(['l.account', 'l.debit', 'l.credit'])
    .where('l.loan_id', '=', loanId)
    .orderBy('e.date')
    .orderBy('e.seq')
    .orderBy('l.line_no')
    .execute()
}
