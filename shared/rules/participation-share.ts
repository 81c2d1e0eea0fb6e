import { type Sen, sen } from './money.ts'
import { divided } from './surplus-shares.ts'

/**
 * Divides the part of a surplus that goes to modal penyertaan among those who hold it, in sen, in proportion to the
 * `capital` of each (PP 33/1998: a part of what was earned, as the agreement and the bylaws say). By largest remainders,
 * whole multiples of `roundTo`: the parts add up to the pool and nobody is a step or more from the exact share. Where
 * nobody holds any, everybody gets nothing and the pool is left.
 */
export function participationShares<Holder extends { readonly capital: Sen }>(
  pool: Sen,
  holders: readonly Holder[],
  roundTo: number,
): (Holder & { readonly amount: Sen })[] {
  const parts = divided(
    pool,
    holders.map(({ capital }) => capital),
    roundTo,
  )
  return holders.map((holder, at) => ({ ...holder, amount: parts?.[at] ?? sen(0) }))
}
