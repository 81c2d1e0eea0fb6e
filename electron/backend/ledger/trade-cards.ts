import { sql } from 'kysely'
import { invalidInput, Refusal } from '../../../shared/errors.ts'
import { consignmentAccounts, type Owner } from '../../../shared/rules/entries/trade-line.ts'
import type { UnitPart } from '../../../shared/rules/entries/trade-payment.ts'
import { type Sen, sen } from '../../../shared/rules/money.ts'
import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'
import { type Lowest, lowestOf } from './below-zero.ts'

/** What one buyer, seller or owner of goods in keeping owes (`side` 1) or is owed (-1) on an account. */
export interface TradeCard {
  readonly account: string
  readonly party: Owner
  readonly side: 1 | -1
}

/** What the owner of goods in keeping is owed; below zero she owes, for goods that were paid and came back. */
export function keepingCard(owner: Owner): TradeCard {
  return { account: consignmentAccounts(owner).owed, party: owner, side: -1 }
}

interface Payment {
  readonly date: string
  /** All that is owed unless said otherwise, sen. */
  readonly amount?: Sen | undefined
}

/**
 * What is paid of a card and what stays owed after it, sen. Refuses ALREADY_DONE where nothing is owed, INVALID_INPUT for
 * a day before it was owed and for more than is owed at the end of the day or of any later one.
 */
export async function payableNow(
  db: Reader,
  card: TradeCard,
  { date, amount: asked }: Payment,
): Promise<{ amount: Sen; owed: number; parts: UnitPart[] }> {
  const balance = await owedOn(db, card)
  if (balance <= 0) throw new Refusal('ALREADY_DONE', card.side === 1 ? 'nothing_receivable' : 'nothing_owed')
  const { balance: available } = await lowestOnCard(db, card, date)
  if (available <= 0) throw invalidInput(['date'], 'owed_later', { date })
  const amount = asked ?? sen(available)
  if (amount > available) {
    throw invalidInput(['amount'], card.side === 1 ? 'payment_above_receivable' : 'payment_above_owed', { available })
  }
  return { amount, owed: balance - amount, parts: await partsOf(db, card, amount) }
}

/** Splits what is paid of a card among the units it is owed in, so that none is left with less than nothing, sen. */
async function partsOf(db: Reader, { account, party, side }: TradeCard, amount: number): Promise<UnitPart[]> {
  const rows = await cardInUnits.all(db, ...referenceTo(party), account)
  const parts: UnitPart[] = []
  let rest = amount
  for (const { unit, balance } of rows) {
    const part = Math.min(rest, side * balance)
    if (part <= 0) continue
    parts.push({ unit, amount: part })
    rest -= part
  }
  return parts
}

/** What is owed on a card by all that is in the book, sen. */
export async function owedOn(db: Reader, { account, party, side }: TradeCard): Promise<number> {
  const row = await cardOf.first(db, ...referenceTo(party), account)
  return side * (row?.balance ?? 0)
}

/** The least that is owed on a card at the end of a day or of any later one, sen, and that day. */
export async function lowestOnCard(db: Reader, card: TradeCard, date: string): Promise<Lowest> {
  const { account, party, side } = card
  const moved = party.memberId === undefined ? partnerMovedAfter : memberMovedAfter
  const later = await moved.all(db, referenceOf(party), account, date)
  const owing = later.map((one) => ({ day: one.day, moved: side * one.moved }))
  return lowestOf(await owedOn(db, card), date, owing)
}

function referenceOf({ memberId, partnerId }: Owner): string {
  return memberId ?? partnerId ?? ''
}

function referenceTo(party: Owner): ['member' | 'partner', string] {
  return [party.memberId === undefined ? 'partner' : 'member', referenceOf(party)]
}

const cardInUnits = question((db, subledger: 'member' | 'partner', reference: string, account: string) =>
  db
    .selectFrom('balance_subledger')
    .select(['unit', sql<number>`sum(debit - credit)`.as('balance')])
    .where('subledger', '=', subledger)
    .where('reference', '=', reference)
    .where('account', '=', account)
    .groupBy('unit')
    .orderBy('unit'),
)

const cardOf = question((db, subledger: 'member' | 'partner', reference: string, account: string) =>
  db
    .selectFrom('balance_subledger')
    .select(sql<number | null>`sum(debit - credit)`.as('balance'))
    .where('subledger', '=', subledger)
    .where('reference', '=', reference)
    .where('account', '=', account),
)

const memberMovedAfter = question((db, memberId: string, account: string, date: string) =>
  movedAfter(db, account, date).where('member_id', '=', memberId),
)

const partnerMovedAfter = question((db, partnerId: string, account: string, date: string) =>
  movedAfter(db, account, date).where('partner_id', '=', partnerId),
)

function movedAfter(db: Reader, account: string, date: string) {
  return db
    .selectFrom('journal_line')
    .select(['entry_date as day', sql<number>`sum(debit - credit)`.as('moved')])
    .where('account', '=', account)
    .where('entry_date', '>', date)
    .groupBy('entry_date')
    .orderBy('entry_date', 'desc')
}
