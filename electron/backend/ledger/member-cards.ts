import type { MemberCard } from '../../../shared/rules/member-settlement.ts'
import { sumSen } from '../../../shared/rules/money.ts'
import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'

/** What stands on a member's own cards, each account and unit, sen: positive is hers. What is nil is left out. */
export async function memberCards(db: Reader, memberId: string): Promise<MemberCard[]> {
  const rows = await cardsHeld.all(db, memberId)
  return rows.filter(({ balance }) => balance !== 0)
}

const cardsHeld = question((db, memberId: string) =>
  db
    .selectFrom('balance_subledger')
    .select((eb) => ['account', 'unit', eb.fn.sum<number>(eb('credit', '-', eb.ref('debit'))).as('balance')])
    .where('subledger', '=', 'member')
    .where('reference', '=', memberId)
    .groupBy(['account', 'unit'])
    .orderBy('account')
    .orderBy('unit'),
)

/** What one of a member's cards holds now, sen: positive is hers. */
export async function cardBalance(db: Reader, memberId: string, account: string): Promise<number> {
  return sumSen(
    (await memberCards(db, memberId)).filter((card) => card.account === account).map((card) => card.balance),
  )
}

/** What one of a member's cards moved on each day after `date`, the newest first, sen: positive is hers. */
export const cardMovedAfter = question((db, memberId: string, account: string, date: string) =>
  db
    .selectFrom('journal_line')
    .select((eb) => ['entry_date as day', eb.fn.sum<number>(eb('credit', '-', eb.ref('debit'))).as('moved')])
    .where('member_id', '=', memberId)
    .where('account', '=', account)
    .where('entry_date', '>', date)
    .groupBy('entry_date')
    .orderBy('entry_date', 'desc'),
)

/** The last day on which anything moved on a member's savings, loans or own cards; null before the first. */
export async function lastMovedOn(db: Reader, memberId: string): Promise<string | null> {
  return (await lastMoved.first(db, memberId))?.day ?? null
}

const cardKinds = ['savings', 'loan', 'member'] as const

// Two ways to a member's lines, each along its index: a line of a loan may leave its borrower unnamed.
const lastMoved = question((db, memberId: string) => {
  const named = db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select('l.entry_date as day')
    .where('l.member_id', '=', memberId)
    .where('a.subledger', 'in', cardKinds)
  const lent = db
    .selectFrom('loan_agreement as g')
    .innerJoin('journal_line as l', 'l.loan_id', 'g.loan_id')
    .select('l.entry_date as day')
    .where('g.member_id', '=', memberId)
  return db.selectFrom(named.unionAll(lent).as('moved')).select((eb) => eb.fn.max<string | null>('day').as('day'))
})
