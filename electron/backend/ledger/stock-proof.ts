import { sql } from 'kysely'
import type { Reader } from '../db/tables.ts'
import { chainStart } from './chain.ts'
import { moveHash } from './stock-chain.ts'
import { stockValueProblems } from './stock-value-proof.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

/** What must hold of goods: their chain, its head in the entries, as many as moved, never below nothing, and worth nothing where none are. */
export async function stockProblems(db: Reader): Promise<Problem[]> {
  return [
    ...(await chainProblems(db)),
    ...(await headProblems(db)),
    ...(await costProblems(db)),
    ...(await documentProblems(db)),
    ...(await quantityProblems(db)),
    ...(await keptProblems(db)),
    ...(await stockValueProblems(db)),
  ]
}

const movesAtATime = 5_000

/** Every move follows the one before it and is as it was written. */
async function chainProblems(db: Reader): Promise<Problem[]> {
  const problems: Problem[] = []
  let previous = { seq: 0, hash: chainStart }
  for (;;) {
    const moves = await db
      .selectFrom('stock_move')
      .selectAll()
      .where('seq', '>', previous.seq)
      .orderBy('seq')
      .limit(movesAtATime)
      .execute()
    if (moves.length === 0) return problems
    for (const move of moves) {
      const { hash, ...rest } = move
      const follows = move.seq === previous.seq + 1 && move.prev_hash === previous.hash
      if (!follows) problems.push(problem(`move ${move.seq} of goods does not continue the one before it`))
      if (moveHash(rest) !== hash) problems.push(problem(`move ${move.seq} of goods differs from what was written`))
      previous = { seq: move.seq, hash }
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Every entry names the newest move that was written before it. */
async function headProblems(db: Reader): Promise<Problem[]> {
  const rows = await db
    .selectFrom('journal_entry as e')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('e.stock_hash', 'is not', (eb) =>
      eb
        .selectFrom('stock_move as m')
        .select('m.hash')
        .whereRef('m.entry_seq', '<=', 'e.seq')
        .orderBy('m.entry_seq', 'desc')
        .orderBy('m.seq', 'desc')
        .limit(1),
    )
    .limit(20)
    .execute()
  return rows.map((row) => problem('names other moves of goods than were written before it', row))
}

/** What a move cost stands on a line of the same item, on the side goods go to; the line belongs to no other move. */
async function costProblems(db: Reader): Promise<Problem[]> {
  const rows = await db
    .selectFrom('stock_move as m')
    .leftJoin('journal_line as l', (join) =>
      join.onRef('l.seq', '=', 'm.entry_seq').onRef('l.line_no', '=', 'm.line_no'),
    )
    .leftJoin('journal_entry as e', 'e.seq', 'm.entry_seq')
    .select(['m.seq', 'e.id', 'e.book', 'e.year', 'e.number'])
    .where('m.line_no', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('l.item_id', 'is', null),
        eb('l.item_id', '<>', eb.ref('m.item_id')),
        eb('l.entry_date', '<>', eb.ref('m.date')),
        eb(eb('m.qty', '>', 0), '<>', eb('l.debit', '>', 0)),
      ]),
    )
    .limit(20)
    .execute()
  return rows.map((row) => problem(`move ${row.seq} of goods has its cost on a line that is not its own`, row))
}

/** The lines of a sale come to what its entry says of it: what was taken for it. */
async function documentProblems(db: Reader): Promise<Problem[]> {
  const rows = await db
    .selectFrom('trade_document as d')
    .innerJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .select(['e.id', 'e.book', 'e.year', 'e.number', 'd.kind'])
    .where('d.kind', 'in', ['sale', 'sale_return'])
    .where(
      (eb) =>
        eb
          .selectFrom('trade_line as t')
          .select((t) => t.fn.sum<number>('t.amount').as('total'))
          .whereRef('t.document_id', '=', 'd.id'),
      'is not',
      (eb) =>
        eb
          .selectFrom('journal_line as l')
          .select(sql<number>`coalesce(sum(abs(l.credit - l.debit)), 0)`.as('total'))
          .whereRef('l.seq', '=', 'e.seq')
          .where((l) =>
            l.or([
              l('l.account', 'like', '42%'),
              l('l.account', 'like', '43%'),
              l('l.account', 'in', ['22103', '22104']),
            ]),
          )
          .where('l.item_id', 'is not', null),
    )
    .limit(20)
    .execute()
  return rows.map((row) => problem('its lines come to something else than was booked', row))
}

/** Nowhere is less than nothing of an item. */
async function quantityProblems(db: Reader): Promise<Problem[]> {
  const below = await db
    .selectFrom('stock_move as m')
    .innerJoin('item as i', 'i.id', 'm.item_id')
    .select(['i.code', 'm.location_id'])
    .groupBy(['m.item_id', 'm.location_id'])
    .having((eb) => eb(eb.fn.sum('m.qty'), '<', 0))
    .limit(20)
    .execute()
  return below.map(({ code, location_id }) => problem(`less than nothing of ${code} is at ${location_id}`))
}

/** What the database keeps of how much is where, against the moves it was kept from. */
async function keptProblems(db: Reader): Promise<Problem[]> {
  const { rows } = await sql<{ item: string; place: string }>`
    SELECT coalesce(i.code, k.item_id) AS item, k.location_id AS place FROM (
      SELECT item_id, location_id, qty, valued_moves FROM balance_stock
      UNION ALL
      SELECT item_id, location_id, 0 - sum(qty), 0 - count(line_no) FROM stock_move GROUP BY item_id, location_id
    ) k LEFT JOIN item i ON i.id = k.item_id
    GROUP BY k.item_id, k.location_id HAVING sum(k.qty) <> 0 OR sum(k.valued_moves) <> 0
    ORDER BY 1, 2 LIMIT 20`.execute(db)
  return rows.map(({ item, place }) => problem(`what is kept of ${item} at ${place} differs from its moves`))
}

interface Named {
  readonly id: string | null
  readonly book: string | null
  readonly year: number | null
  readonly number: number | null
}

function problem(detail: string, entry?: Named): Problem {
  const { id = null, book = null, year, number } = entry ?? {}
  const voucher = book === null ? null : voucherName({ book, year: year ?? 0, number: number ?? 0 })
  return { kind: 'stock', entryId: id, voucher, detail }
}
