import { hash } from 'node:crypto'
import { invalidInput } from '../../../shared/errors.ts'
import { senMax } from '../../../shared/rules/money.ts'
import { insertion, question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'
import type { StockMoveTable } from '../db/trade-tables.ts'
import type { Work } from '../work.ts'
import { chainStart } from './chain.ts'
import { newestEntry } from './head.ts'
import { requireOpenPeriod } from './periods.ts'

/** The newest move of goods, inside a question; its hash is part of every entry written after it. */
export function newestMove(db: Reader) {
  return db.selectFrom('stock_move').orderBy('seq', 'desc').limit(1)
}

/** What the next move follows, asked at once: the move before it and the newest entry. */
const moveBefore = question((db) =>
  db.selectNoFrom([
    newestMove(db).select('seq').as('seq'),
    newestMove(db).select('hash').as('hash'),
    newestEntry(db).select('seq').as('entrySeq'),
  ]),
)

/** The columns of a move in their order; all of them take part in its hash. */
const moveColumns = [
  'seq',
  'entry_seq',
  'line_no',
  'document_id',
  'n',
  'item_id',
  'location_id',
  'date',
  'qty',
  'undoes',
] as const satisfies readonly (keyof StockMoveTable)[]

/** SHA-256 over the UTF-8 JSON of the hash before it and the columns of a move in their order. */
export function moveHash(move: Omit<StockMoveTable, 'hash'>): string {
  const text = JSON.stringify([move.prev_hash, moveColumns.map((column) => move[column])])
  return hash('sha256', text, 'hex')
}

/** Goods about to move, thousandths; `lineNo` is the line of the entry written next that holds what they cost. */
export interface Moving {
  readonly documentId: string
  /** Its line of the document. */
  readonly n: number
  readonly itemId: string
  readonly locationId: string
  readonly date: string
  readonly qty: number
  readonly lineNo: number | null
  readonly undoes?: number | null
}

const writeMove = insertion('stock_move', [...moveColumns, 'prev_hash', 'hash'])

/** Writes moves at the end of their chain, before the entry they belong to: the only function that does. Refuses PERIOD_CLOSED and `quantity_too_large`. */
export async function appendMoves({ tx }: Pick<Work, 'tx'>, moves: readonly Moving[]): Promise<void> {
  if (moves.length === 0) return
  for (const date of new Set(moves.map((move) => move.date))) await requireOpenPeriod(tx, date)
  const before = await moveBefore.first(tx)
  const entrySeq = (before?.entrySeq ?? 0) + 1
  let seq = before?.seq ?? 0
  let previous = before?.hash ?? chainStart
  const rows = moves.map(({ documentId, n, itemId, locationId, date, qty, lineNo, undoes }): StockMoveTable => {
    seq += 1
    const move = {
      ...{ seq, entry_seq: entrySeq, line_no: lineNo, document_id: documentId, n, item_id: itemId },
      ...{ location_id: locationId, date, qty, undoes: undoes ?? null, prev_hash: previous },
    }
    previous = moveHash(move)
    return { ...move, hash: previous }
  })
  await requireCountable(tx, moves)
  await writeMove(tx, ...rows)
}

/**
 * All that ever came of an item is a quantity too, or its card could not be added up: refuses INVALID_INPUT at the line with
 * which it passes the largest number that is held exactly.
 */
async function requireCountable(db: Reader, moves: readonly Moving[]): Promise<void> {
  const coming = Map.groupBy(
    moves.filter(({ qty }) => qty > 0),
    ({ itemId }) => itemId,
  )
  for (const [itemId, own] of coming) {
    let room = senMax - ((await everCame.first(db, itemId))?.qty ?? 0)
    for (const { n, qty } of own) {
      if (qty > room) throw invalidInput(['lines', n - 1, 'qty'], 'quantity_too_large', { mostQuantity: room })
      room -= qty
    }
  }
}

const everCame = question((db, itemId: string) =>
  db
    .selectFrom('stock_move')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('qty'), eb.lit(0)).as('qty'))
    .where('item_id', '=', itemId)
    .where('qty', '>', 0),
)
