import { type Sen, sumSen } from './money.ts'

/** Face values of the notes and coins in circulation, in rupiah, largest first. */
export const rupiahDenominations = [
  100_000, 75_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50,
] as const

/** What was counted, in sen: pieces by face value in rupiah. */
export function countedCash(denominations: Readonly<Record<string, number>>): Sen {
  return sumSen(Object.entries(denominations).map(([rupiah, pieces]) => Number(rupiah) * 100 * pieces))
}
