import { type Expression, expressionBuilder, type Nullable, type SqlBool } from 'kysely'
import { accruedInterestAccount, heldAccount } from '../../../../shared/rules/entries/loan-line.ts'
import type { PaidOnDay } from '../../../../shared/rules/loan-penalty.ts'
import { type Sen, sumSen } from '../../../../shared/rules/money.ts'
import type { DueInstalment } from '../../../../shared/rules/unpaid-instalments.ts'
import { among } from '../../db/among.ts'
import type { JournalEntryTable, LoanAgreementTable, LoanWaiverTable, Reader } from '../../db/tables.ts'

/** Which loans are read, and what had happened to them by the end of a day: all of them and everything, unless said. */
export interface LoanScope {
  readonly loanIds?: readonly string[] | undefined
  readonly memberId?: string | undefined
  readonly asOf?: string | undefined
}

/** What was agreed, with the names lists show beside it. */
export interface LoanRow extends LoanAgreementTable {
  readonly number: string
  readonly memberNumber: string
  readonly memberName: string
  readonly productName: string
  readonly hamlet: string | null
  readonly phone: string | null
  readonly rejected_on: string | null
  readonly rejected_for: string | null
  readonly fundNumber: string | null
  readonly fundName: string | null
}

/** What was agreed alone, as its table has it. */
export function agreedOf(row: LoanRow): LoanAgreementTable {
  const { number: _number, memberNumber: _of, memberName: _name, productName: _product, ...rest } = row
  const { hamlet: _hamlet, phone: _phone, rejected_on: _on, rejected_for: _for, ...terms } = rest
  const { fundNumber: _fund, fundName: _fundName, ...agreement } = terms
  return agreement
}

export interface Payout {
  readonly entryId: string
  readonly date: string
}

/** Debit less credit of a loan's lines by account, sen. */
export type NetByAccount = ReadonlyMap<string, number>

/** Loans in the order of their numbers: P-2000 comes before P-10000. */
export async function loanRows(db: Reader, { loanIds, memberId }: LoanScope): Promise<LoanRow[]> {
  let query = db
    .selectFrom('loan as l')
    .innerJoin('loan_agreement as a', 'a.loan_id', 'l.id')
    .innerJoin('member as m', 'm.id', 'a.member_id')
    .innerJoin('loan_product as p', 'p.id', 'a.product')
    .leftJoin('loan_rejection as r', 'r.loan_id', 'a.loan_id')
    .leftJoin('fund as f', 'f.id', 'a.fund_id')
    .selectAll('a')
    .select(['r.rejected_on', 'r.reason as rejected_for'])
    .select(['l.code as number', 'm.code as memberNumber', 'm.name as memberName', 'p.name_id as productName'])
    .select(['m.hamlet', 'm.phone', 'f.code as fundNumber', 'f.name as fundName'])
  if (loanIds !== undefined) query = query.where('a.loan_id', 'in', among(JSON.stringify(loanIds)))
  if (memberId !== undefined) query = query.where('a.member_id', '=', memberId)
  return query
    .orderBy((eb) => eb.fn('length', ['l.code']))
    .orderBy('l.code')
    .execute()
}

/** The payout of each loan that stands at the end of the day: one that was reversed by then was never made. */
export async function payoutsOf(db: Reader, { loanIds, memberId, asOf }: LoanScope): Promise<Map<string, Payout>> {
  let query = db
    .selectFrom('loan_instalment as i')
    .innerJoin('journal_entry as e', 'e.id', 'i.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['i.loan_id as loanId', 'e.id as entryId', 'e.date'])
    // Written out, for there is an index of first instalments alone.
    .where('i.n', '=', (eb) => eb.lit(1))
  if (loanIds !== undefined) query = query.where('i.loan_id', 'in', among(JSON.stringify(loanIds)))
  if (memberId !== undefined) query = query.where('i.loan_id', 'in', ownedBy(db, memberId))
  const rows = await query.where(standsAt(asOf)).orderBy('e.seq').execute()
  return new Map(rows.map(({ loanId, entryId, date }) => [loanId, { entryId, date }]))
}

/** That an entry `e` stands at the end of a day (or now), where `r` is what reversed it: reversed by then, it never was. */
export function standsAt(asOf: string | undefined): Expression<SqlBool> {
  const eb = expressionBuilder<{ e: JournalEntryTable; r: Nullable<JournalEntryTable> }, 'e' | 'r'>()
  if (asOf === undefined) return eb('r.id', 'is', null)
  return eb.and([eb('e.date', '<=', asOf), eb.or([eb('r.id', 'is', null), eb('r.date', '>', asOf)])])
}

/** The loans whose payout stands, whatever its day. */
export async function paidOutLoans(db: Reader, { memberId }: Pick<LoanScope, 'memberId'>): Promise<Set<string>> {
  let query = db
    .selectFrom('loan_instalment as i')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'i.entry_id')
    .select('i.loan_id as loanId')
    .where('i.n', '=', (eb) => eb.lit(1))
    .where('r.id', 'is', null)
  if (memberId !== undefined) query = query.where('i.loan_id', 'in', ownedBy(db, memberId))
  return new Set((await query.execute()).map(({ loanId }) => loanId))
}

/** What the lines that name each loan come to by account; loans no line names are missing. */
export async function netOfLoans(
  db: Reader,
  { loanIds, memberId, asOf }: LoanScope,
): Promise<Map<string, NetByAccount>> {
  let query = db
    .selectFrom('journal_line')
    .select(['loan_id as loanId', 'account'])
    .select((eb) => eb(eb.fn.sum<number>('debit'), '-', eb.fn.sum<number>('credit')).as('net'))
    .where('loan_id', 'is not', null)
    .$narrowType<{ loanId: string }>()
  if (loanIds !== undefined) query = query.where('loan_id', 'in', among(JSON.stringify(loanIds)))
  if (memberId !== undefined) query = query.where('loan_id', 'in', ownedBy(db, memberId))
  if (asOf !== undefined) query = query.where('entry_date', '<=', asOf)
  const rows = await query.groupBy(['loan_id', 'account']).execute()
  const byLoan = new Map<string, Map<string, number>>()
  for (const { loanId, account, net } of rows) {
    const own = byLoan.get(loanId)
    if (own) own.set(account, net)
    else byLoan.set(loanId, new Map([[account, net]]))
  }
  return byLoan
}

function ownedBy(db: Reader, memberId: string) {
  return db.selectFrom('loan_agreement').select('loan_id').where('member_id', '=', memberId)
}

/** What fell due of each payout until the end of a day, by payout, sen; payouts of which nothing did are missing. */
export async function dueUntil(
  db: Reader,
  payouts: readonly Payout[],
  asOf: string,
): Promise<Map<string, { principal: number; interest: number }>> {
  const rows = await db
    .selectFrom('loan_instalment')
    .select((eb) => [
      'entry_id',
      eb.fn.sum<number>('principal').as('principal'),
      eb.fn.sum<number>('interest').as('interest'),
    ])
    .where('entry_id', 'in', among(JSON.stringify(payouts.map(({ entryId }) => entryId))))
    .where('due_on', '<=', asOf)
    .groupBy('entry_id')
    .execute()
  return new Map(rows.map((row) => [row.entry_id, row]))
}

/** The instalments of payouts, by payout, oldest first. */
export async function schedulesOf(db: Reader, payouts: readonly Payout[]): Promise<Map<string, DueInstalment[]>> {
  const rows = await db
    .selectFrom('loan_instalment')
    .select(['entry_id', 'due_on as dueOn', 'principal', 'interest'])
    .where('entry_id', 'in', among(JSON.stringify(payouts.map(({ entryId }) => entryId))))
    .orderBy('entry_id')
    .orderBy('n')
    .$narrowType<{ principal: Sen; interest: Sen }>()
    .execute()
  return Map.groupBy(rows, (row) => row.entry_id)
}

/**
 * What was paid of each loan on each day, and put by for it or taken out again, sen. An entry that was reversed by then
 * was never made; a payout pays nothing.
 */
export async function historiesOf(
  db: Reader,
  scope: Pick<LoanScope, 'loanIds' | 'asOf'>,
): Promise<Map<string, PaidOnDay[]>> {
  const rows = await movedByDay(db, scope)
  const byLoan = Map.groupBy(rows, ({ loanId }) => loanId)
  return new Map([...byLoan].map(([loanId, own]) => [loanId, historyOf(own)]))
}

type Moved = Awaited<ReturnType<typeof movedByDay>>[number]

function historyOf(rows: readonly Moved[]): PaidOnDay[] {
  return [...Map.groupBy(rows, ({ date }) => date)].map(([date, own]) => {
    const on = (isPart: (row: Moved) => boolean) => sumSen(own.filter(isPart).map(({ net }) => net))
    return {
      date,
      principal: on(({ account, ownAccount }) => account === ownAccount),
      interest: on(({ account, interestAccount }) => account === interestAccount || account === accruedInterestAccount),
      held: on(({ account }) => account === heldAccount),
    }
  })
}

/**
 * Credit less debit of each loan's lines by day and account. Everything is asked of the index of loans' lines, which has
 * their entries' numbers too: for thousands of loans the lines themselves are not read.
 */
async function movedByDay(db: Reader, { loanIds, asOf }: Pick<LoanScope, 'loanIds' | 'asOf'>) {
  let query = db
    .selectFrom('journal_line as l')
    .innerJoin('loan_agreement as a', 'a.loan_id', 'l.loan_id')
    .select(['a.loan_id as loanId', 'l.entry_date as date', 'l.account'])
    .select(['a.account as ownAccount', 'a.interest_account as interestAccount'])
    .select((eb) => eb(eb.fn.sum<number>('l.credit'), '-', eb.fn.sum<number>('l.debit')).as('net'))
    .where((eb) =>
      eb.or([
        eb('l.account', 'in', [accruedInterestAccount, heldAccount]),
        eb('l.account', '=', eb.ref('a.account')),
        eb('l.account', '=', eb.ref('a.interest_account')),
      ]),
    )
    .where('l.seq', 'not in', undoneBy(db, asOf))
    .where((eb) => {
      const payout = eb
        .selectFrom('loan_instalment as i')
        .innerJoin('journal_entry as p', 'p.id', 'i.entry_id')
        .select('i.n')
        .whereRef('p.seq', '=', 'l.seq')
        .whereRef('i.loan_id', '=', 'l.loan_id')
        .where('i.n', '=', eb.lit(1))
      // Only a debit can be a payout.
      return eb.or([eb('l.debit', '=', 0), eb.not(eb.exists(payout))])
    })
  if (loanIds !== undefined) query = query.where('l.loan_id', 'in', among(JSON.stringify(loanIds)))
  if (asOf !== undefined) query = query.where('l.entry_date', '<=', asOf)
  return query.groupBy(['l.loan_id', 'l.account', 'l.entry_date']).execute()
}

/** Entries that count for nothing: reversals, and what was reversed by the end of a day. */
function undoneBy(db: Reader, asOf: string | undefined) {
  const reversals = db.selectFrom('journal_entry').select('seq').where('reverses_id', 'is not', null)
  const reversed = db
    .selectFrom('journal_entry as r')
    .innerJoin('journal_entry as e', 'e.id', 'r.reverses_id')
    .select('e.seq')
    .where('r.reverses_id', 'is not', null)
  if (asOf === undefined) return reversals.unionAll(reversed)
  // Turned round, so that the few reversals are looked through and not all entries until the day.
  return reversals.unionAll(reversed.where((eb) => eb.not(eb('r.date', '>', asOf))))
}

/**
 * That a waiver `w` stands at the end of a day (or now), where `r` is what reversed its payment: taken back by then, it
 * never was; taken back later, it still counted.
 */
export function waiverStandsAt(asOf: string | undefined): Expression<SqlBool> {
  const eb = expressionBuilder<{ w: LoanWaiverTable; r: Nullable<JournalEntryTable> }, 'w' | 'r'>()
  if (asOf === undefined) return eb.and([eb('w.withdrawn_on', 'is', null), eb('r.id', 'is', null)])
  return eb.and([
    eb('w.date', '<=', asOf),
    eb.or([eb('w.withdrawn_on', 'is', null), eb('w.withdrawn_on', '>', asOf)]),
    eb.or([eb('r.id', 'is', null), eb('r.date', '>', asOf)]),
  ])
}

/** Penalty that was let off, by loan, sen: with a payment that stands, or by itself. */
export async function waivedOf(
  db: Reader,
  { loanIds, asOf }: Pick<LoanScope, 'loanIds' | 'asOf'>,
): Promise<Map<string, number>> {
  let query = db
    .selectFrom('loan_waiver as w')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'w.entry_id')
    .select(['w.loan_id as loanId', (eb) => eb.fn.sum<number>('w.amount').as('waived')])
    .where(waiverStandsAt(asOf))
  if (loanIds !== undefined) query = query.where('w.loan_id', 'in', among(JSON.stringify(loanIds)))
  const rows = await query.groupBy('w.loan_id').execute()
  return new Map(rows.map(({ loanId, waived }) => [loanId, waived]))
}
