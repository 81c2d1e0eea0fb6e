import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { invalidInput } from '../../../shared/errors.ts'
import { accruedInterestAccount } from '../../../shared/rules/entries/loan-line.ts'
import { unpaidOf } from '../../../shared/rules/loan-payment.ts'
import { sumSen } from '../../../shared/rules/money.ts'
import type { LoanAgreementTable, Reader } from '../db/tables.ts'
import { voucherName } from '../ledger/vouchers.ts'
import type { Reading } from '../work.ts'
import { answeredLoans, securitiesOf } from './loan-backing.ts'
import { type LoanHead, loanHeads } from './loan-heads.ts'
import { schedulesOf } from './loan-rows.ts'
import { getLoan, type LoanRecord, loanStanding, readLoans } from './loan-standing.ts'

type Card = Answers['loans']['card']

const pageSize = 100

/**
 * Loans in the order of their numbers, a page at a time, with the total of all that match, this page or not. What lists
 * choose by is read of every loan, the rest of it for the page alone.
 */
export async function listLoans({ db }: Reading, input: Inputs['loans']['list']): Promise<Answers['loans']['list']> {
  const { memberId, state, text, limit = pageSize, cursor } = input ?? {}
  const heads = await loanHeads(db, { memberId, text })
  const start = cursor === undefined ? 0 : placeAfter(heads, cursor)
  const isWanted = (head: LoanHead) => state === undefined || head.state === state
  const left = heads.slice(start).filter(isWanted)
  const page = left.slice(0, limit).map(({ loanId }) => loanId)
  const records = page.length === 0 ? [] : await readLoans(db, { loanIds: page })
  return {
    rows: await answeredLoans(db, records),
    nextCursor: left.length > limit ? (page.at(-1) ?? null) : null,
    totals: totalsOf(heads.filter(isWanted)),
  }
}

function totalsOf(heads: readonly LoanHead[]): Answers['loans']['list']['totals'] {
  return { outstanding: sumSen(heads.map(({ owed }) => owed)), loans: heads.length }
}

/** Where the list goes on after the loan a page ended with. */
function placeAfter(heads: readonly LoanHead[], loanId: string): number {
  const place = heads.findIndex((head) => head.loanId === loanId)
  if (place < 0) throw invalidInput(['cursor'], 'not_a_cursor')
  return place + 1
}

/** The card of a loan: what falls due and what of it is unpaid, every movement, and what is owed. */
export async function loanCard({ db }: Reading, { loanId }: Inputs['loans']['card']): Promise<Card> {
  const record = await getLoan(db, loanId)
  const { agreement, loan } = record
  return {
    loan: { ...loan, ...(await securitiesOf(db, loanId)) },
    schedule: await scheduleRows(db, record),
    rows: await movements(db, agreement),
    outstanding: loan.outstanding,
  }
}

async function scheduleRows(db: Reader, record: LoanRecord): Promise<Card['schedule']> {
  const { disbursement, loan } = record
  if (!disbursement) return []
  const schedule = (await schedulesOf(db, [disbursement])).get(disbursement.entryId)
  const standing = loanStanding(record, disbursement, schedule)
  const unpaid = new Map(unpaidOf(standing).map((row) => [row.dueOn, row.principal + row.interest]))
  return standing.schedule.map(({ dueOn, principal, interest }, index) => ({
    ...{ n: index + 1, dueOn, principal, interest, payment: sumSen([principal, interest]) },
    // Interest that an early settlement let go is owed by nobody.
    unpaid: loan.state === 'settled' ? 0 : (unpaid.get(dueOn) ?? 0),
  }))
}

/**
 * One row for each entry that moves what is owed or paid, in the order of days, with what is owed after it: interest that
 * is only booked before it is paid is no movement of the card.
 */
async function movements(
  db: Reader,
  { loan_id, account, interest_account }: LoanAgreementTable,
): Promise<Card['rows']> {
  const lines = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['e.id', 'e.date', 'e.book', 'e.year', 'e.number', 'e.description', 'e.reverses_id'])
    .select(['l.account', 'l.debit', 'l.credit'])
    .where('l.loan_id', '=', loan_id)
    .orderBy('e.date')
    .orderBy('e.seq')
    .orderBy('l.line_no')
    .execute()
  let balance = 0
  return [...Map.groupBy(lines, (line) => line.id).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const net = (code: string) => sumSen(own.filter((l) => l.account === code).map((l) => l.credit - l.debit))
    const principal = net(account)
    balance -= principal
    const interest = net(interest_account) + net(accruedInterestAccount)
    if (principal === 0 && interest === 0) return []
    const isPayout = first.reverses_id === null ? principal < 0 : principal > 0
    return {
      ...{ entryId: first.id, date: first.date, voucher: voucherName(first), description: first.description },
      ...{ disbursed: isPayout ? -principal : 0, principal: isPayout ? 0 : principal },
      ...{ interest, balance },
    }
  })
}
