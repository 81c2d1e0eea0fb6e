import { Refusal } from '../../../shared/errors.ts'
import { leaversAccount } from '../../../shared/rules/member-settlement.ts'
import { question } from '../db/question.ts'
import type { JournalLineTable, Reader } from '../db/tables.ts'
import type { TradeKind } from '../db/trade-tables.ts'
import type { LedgerAccount } from './accounts.ts'
import { lowestOnCard, type TradeCard } from './trade-cards.ts'

/** Goods come back after they were paid as well: what was paid for them is then owed the other way round. */
export const returnsOfGoods: readonly TradeKind[] = ['sale_return', 'purchase_return']

/**
 * For every path: what a member or a partner owes, and what either is owed, is never less than nothing at the end of the
 * day of `rows` or of any later day; only goods that come back may take a card there. What is owed to who left has its own
 * rule. Entries of one day have no hours, and are typed in from slips in any order: at the ends of days, then. That an
 * entry is the last of its day when it is posted makes the order of the book good within the day too, until a slip of an
 * earlier day comes late. A sale or purchase that is taken back is bound like any other entry. Refuses NOT_ALLOWED `receivable_below_zero` and `owed_below_zero` with who, how much there is and the day.
 */
export async function requireCardsInBounds(
  db: Reader,
  date: string,
  rows: readonly JournalLineTable[],
  accounts: ReadonlyMap<string, LedgerAccount>,
  entryId: string,
): Promise<void> {
  const lowered = changesOf(rows, accounts).filter(({ change }) => change < 0)
  if (lowered.length === 0 || (await isReturn(db, entryId))) return
  for (const { card, change } of lowered) {
    const { balance, day } = await lowestOnCard(db, card, date)
    if (balance + change >= 0) continue
    const { account, party, side } = card
    const reason = side === 1 ? 'receivable_below_zero' : 'owed_below_zero'
    const named = { ...party, name: await nameOf(db, party), account }
    throw new Refusal('NOT_ALLOWED', reason, { ...named, available: Math.max(0, balance), day })
  }
}

interface Changed {
  readonly card: TradeCard
  /** What the entry adds to what is owed on the card, sen. */
  readonly change: number
}

function changesOf(rows: readonly JournalLineTable[], accounts: ReadonlyMap<string, LedgerAccount>): Changed[] {
  const changes = new Map<string, Changed>()
  for (const row of rows) {
    const { subledger, normal } = accounts.get(row.account) ?? {}
    if ((subledger !== 'member' && subledger !== 'partner') || row.account === leaversAccount) continue
    const party = subledger === 'member' ? { memberId: row.member_id ?? '' } : { partnerId: row.partner_id ?? '' }
    const side = normal === 'debit' ? 1 : -1
    const key = JSON.stringify([row.account, party])
    const before = changes.get(key)?.change ?? 0
    const change = before + side * (row.debit - row.credit)
    changes.set(key, { card: { account: row.account, party, side }, change })
  }
  return [...changes.values()]
}

async function isReturn(db: Reader, entryId: string): Promise<boolean> {
  return (await returnOfEntry.first(db, entryId)) !== undefined
}

const returnOfEntry = question((db, entryId: string) =>
  db.selectFrom('trade_document').select('id').where('entry_id', '=', entryId).where('kind', 'in', returnsOfGoods),
)

async function nameOf(db: Reader, { memberId, partnerId }: TradeCard['party']): Promise<string | undefined> {
  const table = memberId === undefined ? 'partner' : 'member'
  const row = await db
    .selectFrom(table)
    .select('name')
    .where('id', '=', memberId ?? partnerId ?? '')
    .executeTakeFirst()
  return row?.name
}
