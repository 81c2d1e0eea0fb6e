import { sen } from '../../../shared/rules/money.ts'
import type { Wish } from './loan-life.ts'

/** How a loan goes: most are paid as agreed, some early, and a few stop. */
export type Fate = 'ordinary' | 'early' | 'substandard' | 'doubtful' | 'loss' | 'restructured' | 'writtenOff'

/** Loans with a hard fate, by how many months before the last one they are lent: one for every class on the last day. */
const destined: Readonly<Record<number, readonly Wish[]>> = {
  11: [
    {
      product: 'annuity',
      principal: 200_000_000,
      months: 12,
      purpose: 'Modal usaha jahit',
      fate: 'loss',
    },
    { product: 'flat', principal: 50_000_000, months: 10, purpose: 'Modal jualan sayur', fate: 'writtenOff' },
  ],
  10: [
    {
      product: 'declining',
      principal: 300_000_000,
      months: 12,
      purpose: 'Beli sepeda motor untuk mengantar barang',
      collateral: [
        { kind: 'BPKB sepeda motor', owner: 'Peminjam', appraised: sen(700_000_000), keptAt: 'Lemari kantor' },
      ],
      fate: 'doubtful',
    },
  ],
  8: [{ product: 'flat', principal: 200_000_000, months: 12, purpose: 'Renovasi warung', fate: 'restructured' }],
  7: [{ product: 'annuity', principal: 150_000_000, months: 12, purpose: 'Kolam lele', fate: 'substandard' }],
}

/** The loans with a hard fate that are lent so many months before the last. */
export function destinedLoans(monthsLeft: number): readonly Wish[] {
  return destined[monthsLeft] ?? []
}
