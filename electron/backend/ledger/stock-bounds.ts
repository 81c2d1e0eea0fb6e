import { sql } from 'kysely'
import { Refusal } from '../../../shared/errors.ts'
import { stockAccounts } from '../../../shared/rules/entries/trade-line.ts'
import { among } from '../db/among.ts'
import { question } from '../db/question.ts'
import type { JournalLineTable, Reader } from '../db/tables.ts'
import type { LedgerAccount } from './accounts.ts'
import { requireOutAfterValued, requireValuedInOrder } from './stock-order.ts'

/**
 * For every path: goods stand on the account of their kind, and at the end of the day of `rows` and of any later day they
 * are worth nothing where there are none and never less than nothing (accounting.md section 5). So an entry by hand may
 * say that goods which are there are worth more or less, and no more; only an item that never moved may be kept as one
 * sum, as those do who write their purchases by hand and count at the end of a year. Refuses NOT_ALLOWED `goods_not_their_own`,
 * `value_without_goods` and `goods_below_zero` with the day; and INVALID_INPUT with the first day that is possible where
 * an entry by hand and goods that went out would come in another order than that of their days. What a procedure of goods
 * wrote is asked only where value came or went after its day; the moves of goods are written before.
 */
export async function requireGoodsInBounds(
  db: Reader,
  date: string,
  rows: readonly JournalLineTable[],
  accounts: ReadonlyMap<string, LedgerAccount>,
  { isReversal }: { readonly isReversal: boolean },
): Promise<void> {
  const own = rows.filter((row) => row.item_id !== null && accounts.get(row.account)?.subledger === 'item')
  const [first] = own
  if (!first) return
  const moved = new Set((await linesMoved.all(db, first.seq)).map(({ line_no }) => line_no))
  const byHand = isReversal ? own : own.filter((row) => !moved.has(row.line_no))
  const ids = JSON.stringify(own.map((row) => row.item_id))
  const later = (await valuedAfter.all(db, ids, date)).map(({ item_id }) => item_id)
  for (const itemId of new Set([...byHand.map((row) => row.item_id), ...later])) {
    const lines = own.filter((row) => row.item_id === itemId)
    await requireOneInBounds(db, date, itemId ?? '', lines)
    if (isReversal) continue
    if (lines.some((row) => !moved.has(row.line_no))) await requireValuedInOrder(db, itemId ?? '', date)
    else if (lines.some(({ credit }) => credit > 0)) await requireOutAfterValued(db, itemId ?? '', date)
  }
}

/** Lines of the entry that is being written to which goods moved. */
const linesMoved = question((db, seq: number) =>
  db.selectFrom('stock_move').select('line_no').where('entry_seq', '=', seq).where('line_no', 'is not', null),
)

const valuedAfter = question((db, ids: string, date: string) =>
  db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select('l.item_id')
    .where('l.item_id', 'in', among(ids))
    .where('l.entry_date', '>', date)
    .where('a.subledger', '=', 'item'),
)

async function requireOneInBounds(
  db: Reader,
  date: string,
  itemId: string,
  lines: readonly JournalLineTable[],
): Promise<void> {
  const item = await itemNamed.first(db, itemId)
  if (!item) return
  const account = stockAccounts[item.kind]
  const named = { item: item.name, itemId }
  const foreign = lines.find((line) => line.account !== account)
  if (foreign) throw new Refusal('NOT_ALLOWED', 'goods_not_their_own', { ...named, account: foreign.account })
  const change = lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0)
  const moved = await movedDays.all(db, itemId)
  const written = [...moved, ...(await valuedDays.all(db, itemId))]
  const days = Map.groupBy([...written, { day: date, qty: 0, value: change }], ({ day }) => day)
  let [qty, value] = [0, 0]
  for (const [day, own] of [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const one of own) {
      qty += one.qty
      value += one.value
    }
    if (day < date) continue
    const standing = { ...named, account, day }
    if (value < 0) {
      const available = Math.max(0, value - Math.min(0, change))
      throw new Refusal('NOT_ALLOWED', 'goods_below_zero', { ...standing, available })
    }
    if (qty === 0 && value > 0 && moved.length > 0) throw new Refusal('NOT_ALLOWED', 'value_without_goods', standing)
  }
}

const itemNamed = question((db, itemId: string) =>
  db
    .selectFrom('item as i')
    .innerJoin('item_terms as t', 't.item_id', 'i.id')
    .select(['i.name', 't.kind'])
    .where('i.id', '=', itemId),
)

const movedDays = question((db, itemId: string) =>
  db
    .selectFrom('stock_move')
    .select(['date as day', sql<number>`sum(qty)`.as('qty'), sql<number>`0`.as('value')])
    .where('item_id', '=', itemId)
    .groupBy('date'),
)

const valuedDays = question((db, itemId: string) =>
  db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['l.entry_date as day', sql<number>`0`.as('qty'), sql<number>`sum(l.debit - l.credit)`.as('value')])
    .where('l.item_id', '=', itemId)
    .where('a.subledger', '=', 'item')
    .groupBy('l.entry_date'),
)
