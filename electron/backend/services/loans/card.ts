import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import {
  accruedInterestAccount,
  heldAccount,
  penaltyAccount,
  recoveryAccount,
} from '../../../../shared/rules/entries/loan-line.ts'
import { loanDeductions } from '../../../../shared/rules/loan-deductions.ts'
import { type LoanStanding, penaltyOwed, unpaidOf } from '../../../../shared/rules/loan-payment.ts'
import { penaltyReckoned, settledOn } from '../../../../shared/rules/loan-penalty.ts'
import { sen, sumSen } from '../../../../shared/rules/money.ts'
import { termsOf } from '../../db/loan-columns.ts'
import type { LoanAgreementTable, Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'
import { securitiesOf } from './backing.ts'
import { waiverStandsAt } from './rows.ts'
import { getLoan, type LoanRecord, standingsOf } from './standing.ts'

type Card = Answers['loans']['card']

/**
 * The card of a loan: what was agreed, what falls due and what of it is unpaid, every movement, what is owed, and the
 * penalty of the day asked for, or of today.
 */
export async function loanCard({ db, today }: Reading, { loanId, asOf }: Inputs['loans']['card']): Promise<Card> {
  return readCard(db, loanId, { penaltyOn: asOf ?? today })
}

/** The card as it stood at the end of a day: what was written for later days, also to take something back, is not there. */
export async function loanCardAt(db: Reader, loanId: string, asOf: string): Promise<Card> {
  return readCard(db, loanId, { penaltyOn: asOf, stoodOn: asOf })
}

interface Days {
  readonly penaltyOn: string
  readonly stoodOn?: string
}

async function readCard(db: Reader, loanId: string, { penaltyOn: asOf, stoodOn }: Days): Promise<Card> {
  const record = await getLoan(db, loanId, stoodOn)
  const { agreement, loan, moved } = record
  const standing = (await standingsOf(db, [record], { asOf: stoodOn })).get(loanId)
  return {
    loan: { ...loan, ...(await securitiesOf(db, loanId)) },
    deductions: loanDeductions(termsOf(agreement).fees, sen(agreement.principal)),
    schedule: standing ? scheduleRows(standing, loan.restructuredBy === null) : [],
    rows: await movements(db, agreement, stoodOn),
    outstanding: loan.outstanding,
    penalty: penaltyOn(standing, [asOf, ...endOf(record, standing)].sort()[0] ?? asOf),
    waivers: await waiversOf(db, loanId, stoodOn),
    ...{ held: moved.held, accrued: moved.accrued },
  }
}

/** What ended is not late any more, neither what was paid back before a payment that is written with a later day. */
function endOf({ loan, ending }: LoanRecord, standing: LoanStanding | undefined): string[] {
  const paidBackOn = loan.state === 'settled' && standing ? settledOn(standing) : undefined
  return [ending?.date ?? [], paidBackOn ?? []].flat()
}

function penaltyOn(standing: LoanStanding | undefined, asOf: string): Card['penalty'] {
  if (!standing) return { asOf, reckoned: 0, paid: 0, waived: 0, owed: 0 }
  const { paidPenalty: paid, waivedPenalty: waived } = standing
  return { asOf, reckoned: penaltyReckoned(standing, asOf), paid, waived, owed: penaltyOwed(standing, asOf) }
}

async function waiversOf(db: Reader, loanId: string, asOf: string | undefined): Promise<Card['waivers']> {
  return db
    .selectFrom('loan_waiver as w')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'w.entry_id')
    .select(['w.date', 'w.amount', 'w.reason'])
    .where('w.loan_id', '=', loanId)
    .where(waiverStandsAt(asOf))
    .orderBy('w.date')
    .orderBy('w.id')
    .execute()
}

/** What a loan asks for, and what of it is unpaid: of one that goes on as another nothing, it is owed there. */
function scheduleRows(standing: LoanStanding, isOwedHere: boolean): Card['schedule'] {
  const open = isOwedHere ? unpaidOf(standing) : []
  const unpaid = new Map(open.map((row) => [row.dueOn, row.principal + row.interest]))
  const signed = standing.onBalance?.schedule ?? standing.schedule
  return standing.schedule.map(({ dueOn, principal, interest }, index) => ({
    ...{ n: index + 1, dueOn, principal, interest, payment: sumSen([principal, interest]) },
    ...{ agreedInterest: signed[index]?.interest ?? interest, unpaid: unpaid.get(dueOn) ?? 0 },
  }))
}

/**
 * One row for each entry that moves what is owed, paid, held or recovered, in the order of days, with what is owed after it: interest
 * that is only booked before it is paid is no movement of the card.
 */
async function movements(
  db: Reader,
  { loan_id, account, interest_account }: LoanAgreementTable,
  asOf: string | undefined,
): Promise<Card['rows']> {
  const isBy = (date: string) => asOf === undefined || date <= asOf
  const lines = (await linesOf(db, loan_id)).filter(({ date }) => isBy(date))
  let balance = 0
  return [...Map.groupBy(lines, (line) => line.id).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const moved = movementOf(own, { account, interest_account })
    balance -= moved.principal + moved.transferred + moved.writtenOff - moved.disbursed
    if (Object.values(moved).every((amount) => amount === 0)) return []
    return {
      ...{ entryId: first.id, date: first.date, voucher: voucherName(first), description: first.description },
      ...{ ...moved, balance, isReversed: first.reversedOn !== null && isBy(first.reversedOn) },
    }
  })
}

type Line = Awaited<ReturnType<typeof linesOf>>[number]

/** What the lines of one entry, or of its reversal, did to a loan, sen. */
function movementOf(
  own: readonly Line[],
  { account, interest_account }: Pick<LoanAgreementTable, 'account' | 'interest_account'>,
) {
  const net = (code: string) => sumSen(own.filter((l) => l.account === code).map((l) => l.credit - l.debit))
  const principal = net(account)
  const [first] = own
  const isPayout = first?.reverses_id === null ? principal < 0 : principal > 0
  const way = isPayout
    ? 'disbursed'
    : first?.restructured
      ? 'transferred'
      : first?.written_off
        ? 'writtenOff'
        : 'principal'
  const as = (name: typeof way) => (name === way ? (isPayout ? -principal : principal) : 0)
  return {
    ...{ disbursed: as('disbursed'), principal: as('principal') },
    interest: net(interest_account) + net(accruedInterestAccount),
    ...{ penalty: net(penaltyAccount), held: net(heldAccount) },
    ...{ transferred: as('transferred'), writtenOff: as('writtenOff'), recovered: net(recoveryAccount) },
  }
}

async function linesOf(db: Reader, loanId: string) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select([
      'e.id',
      'e.date',
      'e.book',
      'e.year',
      'e.number',
      'e.description',
      'e.reverses_id',
      'r.date as reversedOn',
    ])
    .leftJoin('loan_restructuring as x', (join) =>
      join
        .on((eb) => eb('x.entry_id', '=', eb.fn.coalesce('e.reverses_id', 'e.id')))
        .onRef('x.loan_id', '=', 'l.loan_id'),
    )
    .leftJoin('loan_write_off as w', (join) =>
      join
        .on((eb) => eb('w.entry_id', '=', eb.fn.coalesce('e.reverses_id', 'e.id')))
        .onRef('w.loan_id', '=', 'l.loan_id'),
    )
    .select(['l.account', 'l.debit', 'l.credit', 'x.entry_id as restructured', 'w.entry_id as written_off'])
    .where('l.loan_id', '=', loanId)
    .orderBy('e.date')
    .orderBy('e.seq')
    .orderBy('l.line_no')
    .execute()
}
