import { invalidInput } from '../errors.ts'
import { Exact } from './money.ts'

/** Business of a member that may count for her share: what she paid in interest, bought, or let the cooperative sell. */
export const serviceBases = ['loan_interest', 'purchases', 'gross_margin', 'commission'] as const
export type ServiceBasis = (typeof serviceBases)[number]

/** Accounts a share may go to: reserves, and the funds the meeting decides on (chart 341xx, 251xx). */
const shareAccounts = ['34101', '34102', '34103', '25102', '25103', '25104', '25105', '25106'] as const

/** To members by their savings or by their business, to who holds modal penyertaan by what it is, or to one account. */
export const shareTargets = ['by_savings', 'by_services', 'by_participation', ...shareAccounts] as const

/** One use of the surplus as the bylaws name it, in percent. */
export interface BylawShare {
  readonly key: string
  readonly pct: string
  readonly to: (typeof shareTargets)[number]
  /** Which business counts, each as many times as its weight says; only for what goes by business. */
  readonly bases?: readonly { readonly basis: ServiceBasis; readonly weight: string }[] | undefined
}

/** How the bylaws divide a year's surplus (accounting.md sections 6.2 and 6.3). */
export interface SurplusBylaw {
  readonly shares: readonly BylawShare[]
  /** What counts of savings: the balance at year end, or the mean of the twelve month ends. */
  readonly savingsBasis: 'year_end' | 'month_ends'
  /** Products of savings that count. */
  readonly savingsProducts: readonly string[]
  /** Whether who left during the year still shares in it. */
  readonly leavers: 'included' | 'excluded'
  /** What was earned from others goes to the reserve 34103, or is divided too. */
  readonly nonMembers: 'reserve' | 'divided'
  /** Amounts are whole multiples of this many sen. */
  readonly roundTo: number
}

/** What a new book divides by until the bylaws' own rule is entered (accounting.md section 6.2, design). */
export const usualBylaw: SurplusBylaw = {
  shares: [
    { key: 'reserve', pct: '30', to: '34101' },
    { key: 'capital', pct: '20', to: 'by_savings' },
    { key: 'service', pct: '25', to: 'by_services', bases: everything() },
    { key: 'board', pct: '7.5', to: '25102' },
    { key: 'staff', pct: '5', to: '25103' },
    { key: 'education', pct: '5', to: '25104' },
    { key: 'social', pct: '5', to: '25105' },
    { key: 'development', pct: '2.5', to: '25106' },
  ],
  savingsBasis: 'year_end',
  savingsProducts: ['pokok', 'wajib'],
  leavers: 'excluded',
  nonMembers: 'reserve',
  roundTo: 100,
}

function everything(): BylawShare['bases'] {
  return (['loan_interest', 'purchases', 'commission'] as const).map((basis) => ({ basis, weight: '1' }))
}

/** What percentages come to and how far that is from 100, above or below, as exact decimals. */
export function percentsTogether(pcts: readonly string[]): { sum: string; gap: string; isOver: boolean } {
  const sum = pcts.reduce((all, pct) => all.plus(pct), new Exact(0))
  return { sum: sum.toFixed(), gap: sum.minus(100).abs().toFixed(), isOver: sum.gt(100) }
}

/**
 * Refuses INVALID_INPUT for percentages that are not 100 together (`shares_not_100`), a share named twice
 * (`given_twice`), more or less than one share by savings (`one_share_by_savings`), more than one for modal penyertaan
 * (`one_share_by_participation`), a share by business without a basis (`basis_missing`) and a basis where none belongs
 * (`basis_unused`).
 */
export function requireBylaw({ shares }: SurplusBylaw): void {
  const sum = percentsTogether(shares.map(({ pct }) => pct))
  if (sum.gap !== '0') throw invalidInput(['bylaw', 'shares'], 'shares_not_100', { sum: sum.sum })
  const seen = new Set<string>()
  for (const [at, { key, to, bases = [] }] of shares.entries()) {
    if (seen.has(key)) throw invalidInput(['bylaw', 'shares', at, 'key'], 'given_twice')
    seen.add(key)
    if (to === 'by_services' && !bases.some(({ weight }) => new Exact(weight).gt(0))) {
      throw invalidInput(['bylaw', 'shares', at, 'bases'], 'basis_missing')
    }
    if (to !== 'by_services' && bases.length > 0) throw invalidInput(['bylaw', 'shares', at, 'bases'], 'basis_unused')
  }
  const sharesTo = (target: BylawShare['to']) => shares.filter(({ to }) => to === target).length
  if (sharesTo('by_savings') !== 1) throw invalidInput(['bylaw', 'shares'], 'one_share_by_savings')
  if (sharesTo('by_participation') > 1) throw invalidInput(['bylaw', 'shares'], 'one_share_by_participation')
}
