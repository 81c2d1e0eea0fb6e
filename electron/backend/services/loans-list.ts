import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { invalidInput } from '../../../shared/errors.ts'
import { unpaidOf } from '../../../shared/rules/loan-payment.ts'
import { sumSen } from '../../../shared/rules/money.ts'
import type { LoanAgreementTable, Reader } from '../db/tables.ts'
import { voucherName } from '../ledger/vouchers.ts'
import type { Reading } from '../work.ts'
import { getLoan, standingOf } from './loan-standing.ts'

type Card = Answers['loans']['card']

const pageSize = 100

/** Loans in the order of their numbers, a page at a time, with the total of all that match, this page or not. */
export async function listLoans({ db }: Reading, input: Inputs['loans']['list']): Promise<Answers['loans']['list']> {
  const { memberId, state, limit = pageSize, cursor } = input ?? {}
  let query = db
    .selectFrom('loan as l')
    .innerJoin('loan_agreement as a', 'a.loan_id', 'l.id')
    .select(['l.id', 'l.code'])
  if (memberId !== undefined) query = query.where('a.member_id', '=', memberId)
  const after = cursor === undefined ? '' : await codeOf(db, cursor)
  const found = await query.orderBy('l.code').execute()
  const rows: Answers['loans']['list']['rows'] = []
  for (const { id } of found) {
    const { loan } = await getLoan(db, id)
    if (state === undefined || loan.state === state) rows.push(loan)
  }
  const left = rows.filter(({ number }) => number > after)
  const page = left.slice(0, limit)
  return {
    rows: page,
    nextCursor: left.length > limit ? (page.at(-1)?.loanId ?? null) : null,
    totals: { outstanding: sumSen(rows.map(({ outstanding }) => outstanding)) },
  }
}

async function codeOf(db: Reader, loanId: string): Promise<string> {
  const row = await db.selectFrom('loan').select('code').where('id', '=', loanId).executeTakeFirst()
  if (!row) throw invalidInput(['cursor'], 'not_a_cursor')
  return row.code
}

/** The card of a loan: what falls due and what of it is unpaid, every movement, and what is owed. */
export async function loanCard({ db }: Reading, { loanId }: Inputs['loans']['card']): Promise<Card> {
  const { agreement, disbursement, loan } = await getLoan(db, loanId)
  return {
    loan,
    schedule: disbursement ? await scheduleRows(db, agreement, disbursement, loan.state === 'settled') : [],
    rows: await movements(db, agreement),
    outstanding: loan.outstanding,
  }
}

async function scheduleRows(
  db: Reader,
  agreement: LoanAgreementTable,
  disbursement: { entryId: string; date: string },
  isSettled: boolean,
): Promise<Card['schedule']> {
  const standing = await standingOf(db, agreement, disbursement)
  const unpaid = new Map(unpaidOf(standing).map((row) => [row.dueOn, row.principal + row.interest]))
  return standing.schedule.map(({ dueOn, principal, interest }, index) => ({
    ...{ n: index + 1, dueOn, principal, interest, payment: sumSen([principal, interest]) },
    // Interest that an early settlement let go is owed by nobody.
    unpaid: isSettled ? 0 : (unpaid.get(dueOn) ?? 0),
  }))
}

/** One row for each entry that names the loan, in the order of days, with what is owed after it. */
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
    const isPayout = first.reverses_id === null ? principal < 0 : principal > 0
    return {
      ...{ entryId: first.id, date: first.date, voucher: voucherName(first), description: first.description },
      ...{ disbursed: isPayout ? -principal : 0, principal: isPayout ? 0 : principal },
      ...{ interest: net(interest_account), balance },
    }
  })
}
