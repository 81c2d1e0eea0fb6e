import type { MemberTable } from '../db/tables.ts'

type Address = Pick<MemberTable, 'address' | 'hamlet' | 'rt' | 'rw' | 'village'>

/** Where a member lives, on one line; null where nothing is known. */
export function whereTheyLive({ address, hamlet, rt, rw, village }: Address): string | null {
  const neighbourhood = [rt && `RT ${rt}`, rw && `RW ${rw}`].filter(Boolean).join('/')
  const parts = [address, hamlet, neighbourhood, village].filter(Boolean)
  return parts.length === 0 ? null : parts.join(', ')
}
