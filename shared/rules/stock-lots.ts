import { sen } from './money.ts'
import { lotsTaken, type Stock, type StockLot } from './stock-cost.ts'

/** One move of an item that is costed by its lots: thousandths (below zero goes out) and what it cost, sen. */
export type LotMove = {
  readonly seq: number
  readonly qty: number
  readonly cost: number
  /** The move this one takes back. */
  readonly undoes: number | null
  /** Goods that were sold and come back are older than all others. */
  readonly isReturn: boolean
  /** The move that brought what goes back to its seller. */
  readonly from: number | null
}

/** Of lower rank is who is older: goods that came back before all others, the last that did first. */
type RankedLot = StockLot & { readonly of: number; readonly rank: number }

/**
 * The lots that are left of an item after all its moves, the oldest first, each with the move that brought it: what was
 * taken back is where and what it was (accounting.md section 5, FIFO). What went back to its seller left the lot it came
 * with.
 */
export function lotsAfter(moves: readonly LotMove[]): Stock {
  let lots: readonly RankedLot[] = []
  const takenBy = new Map<number, readonly RankedLot[]>()
  for (const { seq, qty, cost, undoes, isReturn, from } of moves) {
    if (undoes !== null) {
      lots = qty > 0 ? putBack(takenBy.get(undoes) ?? [], lots) : lots.filter(({ of }) => of !== undoes)
    } else if (qty > 0) {
      const lot = { of: seq, rank: isReturn ? 0 - seq : seq, qty, cost: sen(cost) }
      lots = isReturn ? [lot, ...lots] : [...lots, lot]
    } else {
      const { taken, left } = lotsTaken(lots, 0 - qty, { of: from ?? undefined, qty: 0 - qty, cost: sen(cost) })
      takenBy.set(seq, taken)
      lots = left
    }
  }
  return lots.map(({ of, qty, cost }) => ({ of, qty, cost }))
}

/** Parts of lots go back where they were; a lot of which others are still there becomes whole again. */
function putBack(parts: readonly RankedLot[], lots: readonly RankedLot[]): RankedLot[] {
  const back = new Map(lots.map((lot) => [lot.of, lot]))
  for (const part of parts) {
    const there = back.get(part.of)
    back.set(part.of, there ? { ...part, qty: there.qty + part.qty, cost: sen(there.cost + part.cost) } : part)
  }
  return [...back.values()].toSorted((a, b) => a.rank - b.rank)
}
