import { sql } from 'kysely'
import { sen } from '../../../shared/rules/money.ts'
import type { Stock, StockLot } from '../../../shared/rules/stock-cost.ts'
import { lotsAfter } from '../../../shared/rules/stock-lots.ts'
import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'
import { type ItemState, isValuedByHand } from './stock.ts'

/** An item as much as its lots ask of it. */
export type Lotted = Pick<ItemState, 'item_id' | 'costing' | 'qty' | 'value' | 'lines' | 'valuedMoves'>

/** What there is of an item in lots, the oldest first, worth together what its accounts say. */
export async function stockOf(db: Reader, item: Lotted): Promise<Stock> {
  if (item.costing === 'fifo') return (await newestLots(db, item))?.lots ?? (await replayedLots(db, item))
  return item.qty === 0 ? [] : [{ qty: item.qty, cost: sen(Math.max(0, item.value)) }]
}

/** Goods that went back to their seller, thousandths. */
type WentBack = { readonly date: string; readonly qty: number }

/** What the newest deliveries tell: the lots, what was sold of the oldest of them, and what of them went back. */
type Newest = { readonly lots: Stock; readonly gone: number; readonly back: readonly WentBack[] }

/**
 * The lots that are left, read from the newest on: the oldest goes first, so what came last is there whole, but for what
 * of it went back to its seller, until that covers what there is, and the oldest of these is worth what the others are
 * not. So a sale asks a few deliveries and not all that ever moved. Undefined where only the moves themselves tell, all of
 * them: goods that had left came back since, for they are older than what came before them, or somebody changed their
 * value by hand. `gone` is what was sold of the oldest of them, thousandths.
 */
export async function newestLots(db: Reader, item: Lotted): Promise<Newest | undefined> {
  if (isValuedByHand(item)) return undefined
  const lots: StockLot[] = []
  const back: WentBack[] = []
  let { qty: missing, value: worth } = item
  let gone = 0
  for await (const came of item.qty > 0 ? cameBackwards(db, item.item_id) : []) {
    if (came.undoneBy !== null) continue
    if (await isOutOfTurn(db, item.item_id, came)) return undefined
    if (came.undoes !== null) continue
    const { kept, wentBack } = await keptOf(db, came)
    back.push(...wentBack)
    const qty = Math.min(kept.qty, missing)
    if (qty === 0) continue
    missing -= qty
    gone = kept.qty - qty
    const cost = missing === 0 ? worth : kept.cost
    worth -= cost
    if (cost < 0 || worth < 0) return undefined
    lots.unshift({ of: came.seq, qty, cost: sen(cost) })
    if (missing === 0) break
  }
  return missing === 0 ? { lots, gone, back } : undefined
}

/** What of a delivery did not go back to its seller, and what did. */
async function keptOf(db: Reader, { seq, qty, cost, returns }: Came) {
  const wentBack = returns > 0 ? await wentBackOf.all(db, seq) : []
  const kept = { qty, cost }
  for (const back of wentBack) {
    kept.qty -= back.qty
    kept.cost -= back.cost
  }
  return { kept, wentBack }
}

type Came = Awaited<ReturnType<typeof cameBefore.all>>[number]

/** All that came of an item, the newest first, read as far as it is asked for. */
async function* cameBackwards(db: Reader, itemId: string): AsyncGenerator<Came> {
  for (let before = Number.MAX_SAFE_INTEGER; before > 0; ) {
    const rows = await cameBefore.all(db, itemId, before)
    yield* rows
    before = rows.at(-1)?.seq ?? 0
  }
}

const cameBefore = question((db, itemId: string, before: number) =>
  db
    .selectFrom('stock_move as m')
    .innerJoin('trade_document as d', 'd.id', 'm.document_id')
    .leftJoin('stock_move as u', 'u.undoes', 'm.seq')
    .leftJoin('journal_line as l', (join) =>
      join.onRef('l.seq', '=', 'm.entry_seq').onRef('l.line_no', '=', 'm.line_no'),
    )
    .select(['m.seq', 'm.qty', 'm.undoes', 'd.kind', 'u.seq as undoneBy'])
    .select((eb) => [
      eb.fn.coalesce('l.debit', eb.lit(0)).as('cost'),
      eb
        .selectFrom('trade_document as r')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('r.of_document_id', '=', 'm.document_id')
        .where('r.kind', '=', 'purchase_return')
        .$asScalar()
        .$notNull()
        .as('returns'),
    ])
    .where('m.item_id', '=', itemId)
    .where('m.seq', '<', before)
    // As it stands in the index `stock_move_in`, which holds these alone.
    .where((eb) => eb('m.qty', '>', eb.lit(0)))
    .where('d.kind', '<>', 'transfer')
    .orderBy('m.seq', 'desc')
    .limit(8),
)

/** What of the goods that came by a move went back to their seller and is away, and what that cost, sen. */
const wentBackOf = question((db, seq: number) =>
  db
    .selectFrom('stock_move as o')
    .innerJoin('trade_document as r', 'r.of_document_id', 'o.document_id')
    .innerJoin('trade_line as t', (join) => join.onRef('t.document_id', '=', 'r.id').onRef('t.of_n', '=', 'o.n'))
    .innerJoin('stock_move as m', (join) => join.onRef('m.document_id', '=', 'r.id').onRef('m.n', '=', 't.n'))
    .leftJoin('stock_move as u', 'u.undoes', 'm.seq')
    .leftJoin('journal_line as l', (join) =>
      join.onRef('l.seq', '=', 'm.entry_seq').onRef('l.line_no', '=', 'm.line_no'),
    )
    .select(['m.date', sql<number>`0 - m.qty`.as('qty')])
    .select((eb) => eb.fn.coalesce('l.credit', eb.lit(0)).as('cost'))
    .where('o.seq', '=', seq)
    .where('r.kind', '=', 'purchase_return')
    .where('m.undoes', 'is', null)
    .where('u.seq', 'is', null),
)

/** Goods that had left came back in front of the others: after a return, and where others left before they came back. */
async function isOutOfTurn(db: Reader, itemId: string, { seq, undoes, kind }: Came): Promise<boolean> {
  if (undoes === null) return kind === 'sale_return'
  return (await wentBetween.first(db, itemId, undoes, seq)) !== undefined
}

/** Goods that went after one move and were still away at another. */
const wentBetween = question((db, itemId: string, after: number, before: number) =>
  db
    .selectFrom('stock_move as m')
    .leftJoin('stock_move as u', 'u.undoes', 'm.seq')
    .select('m.seq')
    .where('m.item_id', '=', itemId)
    .where('m.seq', '>', after)
    .where('m.seq', '<', before)
    .where('m.qty', '<', 0)
    .where('m.undoes', 'is', null)
    .where((eb) => eb.or([eb('u.seq', 'is', null), eb('u.seq', '>', before)]))
    .limit(1),
)

/** The lots that are left after all moves of an item, one after the other. */
export async function replayedLots(db: Reader, { item_id, value }: Lotted): Promise<Stock> {
  const rows = await lotMoves.all(db, item_id)
  const lots = lotsAfter(rows.map(({ kind, ...row }) => ({ ...row, isReturn: kind === 'sale_return' })))
  return withRest(lots, Math.max(0, value))
}

/** Value that came without goods, by an entry of the journal alone, belongs to the newest lot; what went, to the newest that carry it. */
function withRest(lots: Stock, value: number): Stock {
  let rest = value - lots.reduce((sum, { cost }) => sum + cost, 0)
  return lots
    .toReversed()
    .map((lot) => {
      const worth = Math.max(0, lot.cost + rest)
      rest -= worth - lot.cost
      return { ...lot, cost: sen(worth) }
    })
    .toReversed()
}

const lotMoves = question((db, itemId: string) =>
  db
    .selectFrom('stock_move as m')
    .innerJoin('trade_document as d', 'd.id', 'm.document_id')
    .leftJoin('journal_line as l', (join) =>
      join.onRef('l.seq', '=', 'm.entry_seq').onRef('l.line_no', '=', 'm.line_no'),
    )
    .leftJoin('trade_line as t', (join) =>
      join.on('d.kind', '=', 'purchase_return').onRef('t.document_id', '=', 'm.document_id').onRef('t.n', '=', 'm.n'),
    )
    .leftJoin('stock_move as o', (join) =>
      join.onRef('o.document_id', '=', 'd.of_document_id').onRef('o.n', '=', 't.of_n').on('o.undoes', 'is', null),
    )
    .select(['m.seq', 'm.qty', 'm.undoes', 'd.kind', sql<number>`coalesce(l.debit + l.credit, 0)`.as('cost')])
    .select('o.seq as from')
    .where('m.item_id', '=', itemId)
    .where('d.kind', '<>', 'transfer')
    .orderBy('m.seq'),
)

/** The move that brought the goods of a line of a document; undefined for goods that do not move. */
export async function broughtBy(db: Reader, documentId: string, n: number): Promise<number | undefined> {
  return (await moveOfLine.first(db, documentId, n))?.seq
}

const moveOfLine = question((db, documentId: string, n: number) =>
  db
    .selectFrom('stock_move')
    .select('seq')
    .where('document_id', '=', documentId)
    .where('n', '=', n)
    .where('undoes', 'is', null),
)

/** The newest goods that came and what they cost, thousandths and sen. */
export async function newestBought(db: Reader, itemId: string): Promise<{ qty: number; value: number } | undefined> {
  return newestLot.first(db, itemId)
}

const newestLot = question((db, itemId: string) =>
  db
    .selectFrom('stock_move as m')
    .innerJoin('journal_line as l', (join) =>
      join.onRef('l.seq', '=', 'm.entry_seq').onRef('l.line_no', '=', 'm.line_no'),
    )
    .select(['m.qty', 'l.debit as value'])
    .where('m.item_id', '=', itemId)
    .where((eb) => eb('m.qty', '>', eb.lit(0)))
    .where('m.undoes', 'is', null)
    .orderBy('m.seq', 'desc')
    .limit(1),
)
