import { sen } from './money.ts'
import { type Stock, type StockLot, takenFrom } from './stock-cost.ts'

/** One move of an item that is costed by its lots: thousandths (below zero goes out) and what it cost, sen. */
export type LotMove = {
  readonly seq: number
  readonly qty: number
  readonly cost: number
  /** The move this one takes back. */
  readonly undoes: number | null
  /** Goods that were sold and come back are older than all others. */
  readonly isReturn: boolean
}

type OwnedLot = StockLot & { readonly of: number }

/**
 * The lots that are left of an item after all its moves, the oldest first: what was taken back is where and what it was
 * (accounting.md section 5, FIFO).
 */
export function lotsAfter(moves: readonly LotMove[]): Stock {
  let lots: OwnedLot[] = []
  const takenBy = new Map<number, readonly OwnedLot[]>()
  for (const { seq, qty, cost, undoes, isReturn } of moves) {
    const lot = { of: seq, qty, cost: sen(cost) }
    if (undoes !== null) {
      lots = qty > 0 ? putBack(takenBy.get(undoes) ?? [], lots) : lots.filter(({ of }) => of !== undoes)
    } else if (qty > 0) {
      lots = isReturn ? [lot, ...lots] : [...lots, lot]
    } else {
      const { taken, left } = split(lots, -qty)
      takenBy.set(seq, taken)
      lots = left
    }
  }
  return lots.map(({ qty, cost }) => ({ qty, cost }))
}

/** Parts of lots go back in front; the rest of a lot they were taken from becomes whole again. */
function putBack(parts: readonly OwnedLot[], lots: readonly OwnedLot[]): OwnedLot[] {
  const back = [...lots]
  for (const part of parts.toReversed()) {
    const [first] = back
    if (first?.of === part.of) back[0] = { ...part, qty: first.qty + part.qty, cost: sen(first.cost + part.cost) }
    else back.unshift(part)
  }
  return back
}

function split(lots: readonly OwnedLot[], wanted: number): { taken: OwnedLot[]; left: OwnedLot[] } {
  const taken: OwnedLot[] = []
  const left: OwnedLot[] = []
  let missing = wanted
  for (const lot of lots) {
    const qty = Math.min(lot.qty, missing)
    missing -= qty
    const { cost } = takenFrom([lot], qty)
    if (qty > 0) taken.push({ of: lot.of, qty, cost })
    if (qty < lot.qty) left.push({ of: lot.of, qty: lot.qty - qty, cost: sen(lot.cost - cost) })
  }
  return { taken, left }
}
