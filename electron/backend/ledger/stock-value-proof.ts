import { type RawBuilder, sql } from 'kysely'
import { stockAccounts } from '../../../shared/rules/entries/trade-line.ts'
import type { Reader } from '../db/tables.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

const shownMax = 20

/** What must hold of what goods are worth, whoever wrote it: on the account of their kind, never less than nothing, and nothing where there are none. */
export async function stockValueProblems(db: Reader): Promise<Problem[]> {
  return [
    ...(await outOfBounds(db)),
    ...(await foreignLines(db)),
    ...(await unmovedLines(db)),
    ...(await otherCosts(db)),
    ...(await takenFromUnder(db)),
    ...(await movedOutOfTurn(db)),
    ...(await valuedOutOfTurn(db)),
  ]
}

/** Every item at the end of every day on which it moved or its value did; until it first moves it may be kept as one sum. */
async function outOfBounds(db: Reader): Promise<Problem[]> {
  const result = await sql<{ code: string; day: string; qty: number; value: number }>`
    WITH changed AS (
      SELECT item_id, date AS day, sum(qty) AS qty, 0 AS value FROM stock_move GROUP BY item_id, date
      UNION ALL
      SELECT l.item_id, l.entry_date, 0, sum(l.debit - l.credit) FROM journal_line l
        JOIN account a ON a.code = l.account AND a.subledger = 'item'
        WHERE l.item_id IS NOT NULL GROUP BY l.item_id, l.entry_date),
    card AS (
      SELECT item_id, day, sum(sum(qty)) OVER days AS qty, sum(sum(value)) OVER days AS value FROM changed
      GROUP BY item_id, day WINDOW days AS (PARTITION BY item_id ORDER BY day))
    SELECT i.code, min(c.day) AS day, c.qty, c.value FROM card c JOIN item i ON i.id = c.item_id
    WHERE c.value < 0 OR (c.qty = 0 AND c.value <> 0
      AND EXISTS (SELECT 1 FROM stock_move m WHERE m.item_id = c.item_id AND m.date <= c.day))
    GROUP BY i.code ORDER BY i.code LIMIT ${shownMax}`.execute(db)
  return result.rows.map(({ code, day, value }) =>
    problem(
      value < 0
        ? `${code} is worth less than nothing on ${day}`
        : `${code} is worth something on ${day} and there is none`,
    ),
  )
}

/** Where goods of a kind stand; kinds that have no value stand nowhere. */
const accountOfKind: RawBuilder<string> = sql`CASE t.kind ${sql.join(
  Object.entries(stockAccounts).map(([kind, account]) => sql`WHEN ${kind} THEN ${account}`),
  sql` `,
)} ELSE '' END`

/** Value of goods on another account than that of their kind, or of goods that are only kept. */
async function foreignLines(db: Reader): Promise<Problem[]> {
  const result = await sql<Named & { code: string }>`
    SELECT e.id, e.book, e.year, e.number, i.code FROM journal_line l
    JOIN account a ON a.code = l.account AND a.subledger = 'item'
    JOIN journal_entry e ON e.seq = l.seq
    LEFT JOIN item i ON i.id = l.item_id
    LEFT JOIN item_terms t ON t.item_id = l.item_id
    WHERE t.kind IS NULL OR l.account <> ${accountOfKind}
    ORDER BY e.seq LIMIT ${shownMax}`.execute(db)
  return result.rows.map((row) =>
    problem(`${row.code ?? 'no item'} has its value on an account that is not its own`, row),
  )
}

/** An entry that moves goods, or takes such a one back, changes their value by what moved alone. */
async function unmovedLines(db: Reader): Promise<Problem[]> {
  const result = await sql<Named>`
    SELECT e.id, e.book, e.year, e.number FROM trade_document d
    JOIN journal_entry e ON e.id = d.entry_id OR e.reverses_id = d.entry_id
    JOIN journal_line l ON l.seq = e.seq AND l.item_id IS NOT NULL
    JOIN account a ON a.code = l.account AND a.subledger = 'item'
    WHERE NOT EXISTS (SELECT 1 FROM stock_move m WHERE m.entry_seq = l.seq AND m.line_no = l.line_no)
    GROUP BY e.seq ORDER BY e.seq LIMIT ${shownMax}`.execute(db)
  return result.rows.map((row) => problem('changes what goods are worth and none of them moved', row))
}

/** Goods that came in or were counted cost what their document says. */
async function otherCosts(db: Reader): Promise<Problem[]> {
  const result = await sql<Named>`
    SELECT e.id, e.book, e.year, e.number FROM trade_document d
    JOIN trade_line t ON t.document_id = d.id AND t.qty <> 0
    JOIN item_terms i ON i.item_id = t.item_id AND i.kind NOT IN ('consigned', 'service')
    JOIN journal_entry e ON e.id = d.entry_id
    LEFT JOIN stock_move m ON m.document_id = d.id AND m.n = t.n AND m.undoes IS NULL
    LEFT JOIN journal_line l ON l.seq = m.entry_seq AND l.line_no = m.line_no
    WHERE d.kind IN ('opening', 'purchase', 'grant', 'stock_take', 'production')
      AND (m.qty IS NOT t.qty OR coalesce(l.debit + l.credit, 0) <> t.amount)
    GROUP BY e.seq ORDER BY e.seq LIMIT ${shownMax}`.execute(db)
  return result.rows.map((row) => problem('moves goods at another cost than its lines say', row))
}

/** What goods cost that went out was reckoned with those that came before: these are not taken back while the others stand. */
async function takenFromUnder(db: Reader): Promise<Problem[]> {
  const result = await sql<Named>`
    SELECT e.id, e.book, e.year, e.number FROM stock_move u
    JOIN stock_move m ON m.seq = u.undoes AND m.qty > 0 AND m.line_no IS NOT NULL
    JOIN stock_move s ON s.item_id = m.item_id AND s.seq > m.seq AND s.seq < u.seq
      AND s.qty < 0 AND s.line_no IS NOT NULL AND s.undoes IS NULL
    JOIN journal_entry e ON e.seq = u.entry_seq
    WHERE NOT EXISTS (SELECT 1 FROM stock_move w WHERE w.undoes = s.seq AND w.seq < u.seq)
    GROUP BY e.seq ORDER BY e.seq LIMIT ${shownMax}`.execute(db)
  return result.rows.map((row) => problem('takes goods back of which some were sold since', row))
}

/**
 * What went out cost what those did that had come: neither is dated before the other that was recorded first and stood.
 * The newest days of either way tell which moves are worth a closer look; those are few.
 */
async function movedOutOfTurn(db: Reader): Promise<Problem[]> {
  const result = await sql<Named>`
    WITH card AS (
      SELECT seq, entry_seq, item_id, date, qty,
        max(CASE WHEN qty < 0 THEN date END) OVER earlier AS newestOut,
        max(CASE WHEN qty > 0 THEN date END) OVER earlier AS newestIn
      FROM stock_move WHERE line_no IS NOT NULL AND undoes IS NULL
      WINDOW earlier AS (PARTITION BY item_id ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
    SELECT e.id, e.book, e.year, e.number FROM card c
    JOIN stock_move m ON m.item_id = c.item_id AND m.seq < c.seq AND m.date > c.date AND (m.qty > 0) <> (c.qty > 0)
      AND m.line_no IS NOT NULL AND m.undoes IS NULL
    LEFT JOIN stock_move u ON u.undoes = m.seq
    JOIN journal_entry e ON e.seq = c.entry_seq
    WHERE c.date < CASE WHEN c.qty > 0 THEN c.newestOut ELSE c.newestIn END AND coalesce(u.seq > c.seq, 1)
    GROUP BY e.seq ORDER BY e.seq LIMIT ${shownMax}`.execute(db)
  return result.rows.map((row) => problem('moves goods in another order than their days', row))
}

/**
 * What goods cost that went out was reckoned with what somebody had said they are worth: neither is dated before the other
 * that was recorded first, and what was said is not taken back while goods are away that cost it.
 */
async function valuedOutOfTurn(db: Reader): Promise<Problem[]> {
  const result = await sql<Named>`
    WITH by_hand AS (
      SELECT reference FROM balance_subledger WHERE subledger = 'item' GROUP BY reference
      HAVING sum(lines) <> (SELECT count(line_no) FROM stock_move WHERE item_id = reference)),
    said AS (
      SELECT l.item_id, e.seq, e.date, r.seq AS until FROM account a
      JOIN journal_line l ON l.account = a.code AND l.item_id IS NOT NULL
      JOIN journal_entry e ON e.seq = l.seq AND e.reverses_id IS NULL
      LEFT JOIN journal_entry r ON r.reverses_id = e.id
      WHERE a.subledger = 'item' AND l.item_id IN (SELECT reference FROM by_hand)
        AND NOT EXISTS (SELECT 1 FROM stock_move m WHERE m.entry_seq = l.seq AND m.line_no = l.line_no)),
    gone AS (
      SELECT s.item_id, s.entry_seq AS seq, s.date, u.entry_seq AS until FROM stock_move s
      LEFT JOIN stock_move u ON u.undoes = s.seq
      WHERE s.item_id IN (SELECT item_id FROM said) AND s.qty < 0 AND s.line_no IS NOT NULL AND s.undoes IS NULL),
    wrong AS (
      SELECT said.seq FROM said JOIN gone USING (item_id)
        WHERE gone.seq < said.seq AND said.date < gone.date AND coalesce(gone.until > said.seq, 1)
      UNION
      SELECT gone.seq FROM said JOIN gone USING (item_id)
        WHERE said.seq < gone.seq AND gone.date < said.date AND coalesce(said.until > gone.seq, 1)
      UNION
      SELECT said.until FROM said JOIN gone USING (item_id)
        WHERE said.seq < gone.seq AND gone.seq < said.until AND coalesce(gone.until > said.until, 1))
    SELECT e.id, e.book, e.year, e.number FROM wrong JOIN journal_entry e ON e.seq = wrong.seq
    ORDER BY e.seq LIMIT ${shownMax}`.execute(db)
  return result.rows.map((row) =>
    problem('changes what goods are worth and cost in another order than their days', row),
  )
}

interface Named {
  readonly id: string
  readonly book: string
  readonly year: number
  readonly number: number
}

function problem(detail: string, entry?: Named): Problem {
  return { kind: 'stock', entryId: entry?.id ?? null, voucher: entry ? voucherName(entry) : null, detail }
}
