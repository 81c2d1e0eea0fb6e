import { addMonthsToMonth, monthOf } from '../../../../shared/calendar.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { HeldForLoan } from '../../../../shared/rules/entries/member-exit.ts'
import type { LoanStanding } from '../../../../shared/rules/loan-payment.ts'
import {
  clearedCards,
  type MemberCard,
  memberSettlement,
  type Settlement,
} from '../../../../shared/rules/member-settlement.ts'
import type { MemberTable, Reader } from '../../db/tables.ts'
import { newestRun } from '../../ledger/interest-runs.ts'
import { lastMovedOn, memberCards } from '../../ledger/member-cards.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import { type Guarantee, guaranteesOf } from '../loans/guarantees.ts'
import { type LoanRecord, readLoans, requireRunning } from '../loans/standing.ts'
import { doesEarn, rateIn, ratesByProduct } from '../savings/rates.ts'
import { type LeavingTerm, termsOnLeaving } from '../term-deposits/leaving.ts'

/** What an open savings account of hers holds, sen. */
export interface LeavingSavings {
  readonly savingsAccountId: string
  readonly number: string
  readonly product: string
  readonly name: string
  readonly kind: string
  readonly account: string
  readonly unit: string
  readonly balance: number
}

/** A loan that was written off and of which something may still be claimed, sen. */
export interface LostLoan extends HeldForLoan {
  readonly number: string
}

export interface LeavingLoan extends LoanRecord {
  readonly standing: LoanStanding
}

/** Everything of a member who is about to leave. */
export interface Leaving {
  readonly date: string
  readonly member: MemberTable
  readonly savings: readonly LeavingSavings[]
  /** Those among them that run for a term, and how they end. */
  readonly terms: readonly LeavingTerm[]
  /** Of the cards a leaving clears. */
  readonly cards: readonly MemberCard[]
  readonly loans: readonly LeavingLoan[]
  readonly lost: readonly LostLoan[]
  /** What was put by for later instalments, loan by loan: part of her card of 21401. */
  readonly held: readonly HeldForLoan[]
  readonly guarantees: Guarantee[]
  readonly warnings: string[]
}

/**
 * What a member has and owes on the day she leaves. Refuses NOT_FOUND, ALREADY_DONE for who has left, NOT_ALLOWED for a
 * loan that waits for its payout, and as INVALID_INPUT a day before she joined or before
 * the last thing that moved on her cards: the settlement is the newest of them.
 */
export async function requireLeaving(db: Reader, today: string, memberId: string, date: string): Promise<Leaving> {
  const member = await db.selectFrom('member').selectAll().where('id', '=', memberId).executeTakeFirst()
  if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId })
  if (!member.active) throw new Refusal('ALREADY_DONE', 'member_left', { number: member.code, date: member.left_on })
  await requireDateInReach(db, today, date)
  if (date < member.joined_on) throw invalidInput(['date'], 'date_before_joining', { date: member.joined_on })
  const savings = await openSavingsOf(db, memberId)
  await requireNewest(db, memberId, date)
  const { loans, lost, held } = await loansOf(db, memberId)
  const terms = await termsOnLeaving(db, memberId, date)
  const cards = await memberCards(db, memberId)
  const isCleared = ({ account }: MemberCard) => Object.values<string>(clearedCards).includes(account)
  const staying = cards.filter((card) => !isCleared(card))
  const guarantees = await guaranteesOf(db, memberId)
  const warnings = [
    ...(staying.length > 0 ? ['other_balances_stay'] : []),
    ...(guarantees.length > 0 ? ['guarantor_of_running_loan'] : []),
    ...(await lostInterest(db, savings, date)),
  ]
  return { date, member, savings, terms, cards: cards.filter(isCleared), loans, lost, held, guarantees, warnings }
}

/** What is decided with a leaving. */
export interface ExitTerms {
  readonly lossShare?: number | undefined
  readonly payWrittenOff?: boolean | undefined
}

/** What her money covers and what is paid to her. */
export function settlementOf(leaving: Leaving, { lossShare = 0, payWrittenOff }: ExitTerms): Settlement<LeavingLoan> {
  const claims = leaving.lost.map(({ amount }) => (payWrittenOff ? amount : 0))
  return memberSettlement({ ...leaving, lossShare, claims })
}

async function requireNewest(db: Reader, memberId: string, date: string): Promise<void> {
  const moved = await lastMovedOn(db, memberId)
  if (moved !== null && date < moved) throw invalidInput(['date'], 'date_before_movement', { date: moved })
}

async function openSavingsOf(db: Reader, memberId: string): Promise<LeavingSavings[]> {
  const rows = await db
    .selectFrom('savings_account as s')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .leftJoin('balance_subledger as b', (join) =>
      join.onRef('b.reference', '=', 's.id').on('b.subledger', '=', 'savings'),
    )
    .select(['s.id as savingsAccountId', 's.code as number', 's.product', 's.account'])
    .select(['p.name_id as name', 'p.kind', 'p.unit'])
    .select((eb) => eb.fn.sum<number | null>(eb('b.credit', '-', eb.ref('b.debit'))).as('balance'))
    .where('s.member_id', '=', memberId)
    .where('s.active', '=', 1)
    .groupBy('s.id')
    .orderBy('p.sort')
    .orderBy('s.code')
    .execute()
  return rows.map((row) => ({ ...row, balance: row.balance ?? 0 }))
}

/** Those that run or were written off, in the order of their numbers, and what is held for any of them. */
async function loansOf(db: Reader, memberId: string): Promise<Pick<Leaving, 'loans' | 'lost' | 'held'>> {
  const running: LeavingLoan[] = []
  const records = await readLoans(db, { memberId })
  for (const record of records) {
    const { state, number } = record.loan
    if (state === 'applied' || state === 'approved') throw new Refusal('NOT_ALLOWED', 'loan_waiting', { number })
    if (state === 'disbursed') running.push({ ...record, standing: await requireRunning(db, record) })
  }
  const held = records.map(({ agreement, moved }) => ({
    ...{ loanId: agreement.loan_id, unit: agreement.unit, amount: moved.held },
  }))
  const lost = records.flatMap(({ agreement: { loan_id: loanId, unit }, loan: { number, writtenOff } }) =>
    writtenOff && writtenOff.left > 0 ? [{ loanId, unit, number, amount: writtenOff.left }] : [],
  )
  return { loans: running, lost, held }
}

/** Interest of the month before that is not paid yet: who has left gets none of it. */
async function lostInterest(db: Reader, savings: readonly LeavingSavings[], date: string): Promise<string[]> {
  const month = addMonthsToMonth(monthOf(date), -1)
  const rates = await ratesByProduct(db)
  const isEarning = savings.some(({ product, balance }) => balance > 0 && doesEarn(rateIn(rates.get(product), month)))
  if (!isEarning) return []
  const newest = await newestRun(db)
  return newest !== undefined && newest.month >= month ? [] : ['interest_not_run']
}
