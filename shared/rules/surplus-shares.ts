import { invalidInput } from '../errors.ts'
import { allocate, Exact, type Sen, sen, shareInSen, sumSen } from './money.ts'
import type { ServiceBasis } from './surplus-bylaw.ts'

/** One use of the surplus named by the bylaws, in percent of it. */
export type SurplusShare = { readonly key: string; readonly pct: string }

export type SurplusMember = {
  readonly id: string
  /** What counts of her savings, sen. */
  readonly savings: Sen
  /** Her business with the cooperative by basis, sen. */
  readonly transactions: Readonly<Record<string, Sen>>
}

/** A share that goes to members by one basis of their business. */
export type ServiceShare = { readonly key: string; readonly basis: string }

export type SurplusRule = {
  readonly surplus: Sen
  readonly shares: readonly SurplusShare[]
  readonly members: readonly SurplusMember[]
  /** The share that goes to members by their savings. */
  readonly capitalShareKey: string
  readonly serviceShares: readonly ServiceShare[]
  /** Amounts are whole multiples of this many sen. */
  readonly roundTo: number
}

/** Why part of a pool stays undivided: nobody has savings, or nobody did business of that kind. */
export type SurplusWarning = 'no_savings' | 'no_transactions'

export type MemberSurplus = {
  readonly id: string
  readonly capital: Sen
  readonly service: Readonly<Record<string, Sen>>
  readonly total: Sen
}

export type SurplusShares = {
  readonly components: { readonly key: string; readonly pct: string; readonly amount: Sen }[]
  readonly members: MemberSurplus[]
  readonly totals: {
    readonly components: Sen
    readonly capital: Sen
    readonly service: Readonly<Record<string, Sen>>
    readonly members: Sen
    /** What is smaller than a step, and pools nobody has a claim to. */
    readonly undistributed: Sen
  }
  readonly warnings: SurplusWarning[]
}

/**
 * Divides a year's surplus by the bylaws, and the members' shares among them by savings and by business, in sen
 * (accounting.md sections 6.2 and 6.3). By largest remainders: the components add up to the surplus and the members to
 * their pools, nobody a step or more from the exact share; what is smaller than a step stays undistributed. A pool nobody
 * has a claim to stays undistributed too, and is warned of. Refused with INVALID_INPUT: `shares_not_100`, `given_twice` for a share or a member that comes twice or a share
 * divided in two ways, `unknown_share` for one that is none of the components.
 */
export function surplusShares(rule: SurplusRule): SurplusShares {
  requireWhole(rule.shares)
  requireOnce(
    rule.members.map(({ id }) => id),
    'members',
    'id',
  )
  requireKnown(rule)
  const { members, roundTo, surplus, shares } = rule
  const weights = shares.map(({ pct }) => new Exact(pct))
  const amounts = allocate(surplus, weights, roundTo).map((amount) => sen(amount - (amount % roundTo)))
  const components = shares.map(({ key, pct }, at) => ({ key, pct, amount: amounts[at] ?? sen(0) }))
  const poolOf = (wanted: string) => components.find(({ key }) => key === wanted)?.amount ?? sen(0)
  const capital = divided(
    poolOf(rule.capitalShareKey),
    members.map(({ savings }) => savings),
    roundTo,
  )
  const services = rule.serviceShares.map(({ key, basis }) => {
    const weights = members.map(
      ({ transactions }) => (Object.hasOwn(transactions, basis) && transactions[basis]) || sen(0),
    )
    return { key, parts: divided(poolOf(key), weights, roundTo) }
  })
  const pools = [rule.capitalShareKey, ...rule.serviceShares.map(({ key }) => key)].map(poolOf)
  const rows = members.map(({ id }, at) => {
    const service = Object.fromEntries(services.map(({ key, parts }) => [key, parts?.[at] ?? sen(0)]))
    const part = capital?.[at] ?? sen(0)
    return { id, capital: part, service, total: sumSen([part, ...Object.values(service)]) }
  })
  return {
    components,
    members: rows,
    totals: {
      components: sumSen(amounts),
      capital: sumSen(capital ?? []),
      service: Object.fromEntries(services.map(({ key, parts }) => [key, sumSen(parts ?? [])])),
      members: sumSen(rows.map(({ total }) => total)),
      undistributed: sen(surplus - sumSen(amounts) + sumSen(pools) - sumSen(rows.map(({ total }) => total))),
    },
    warnings: [
      ...(capital ? [] : (['no_savings'] as const)),
      ...(services.every(({ parts }) => parts) ? [] : (['no_transactions'] as const)),
    ],
  }
}

/**
 * The parts of a pool, sen, by largest remainders in whole multiples of a step; undefined where nobody has a claim to a
 * pool that is not empty.
 */
export function divided(pool: Sen, weights: readonly Sen[], roundTo: number): readonly Sen[] | undefined {
  if (pool === 0) return weights.map(() => sen(0))
  return weights.some((weight) => weight > 0) ? allocate(pool, weights, roundTo) : undefined
}

/** One kind of a member's business as it stands on her cards, sen, and how many times it counts. */
export interface CountedBusiness {
  readonly basis: ServiceBasis
  readonly weight: string
  readonly amount: Sen
}

/** How a member's part of a pool came about, sen, for whoever follows it with a pocket calculator. */
export interface ReckonedShare {
  /** `pool` × hers ÷ all, half up to whole sen. */
  readonly exact: Sen
  /** The exact share rounded down to a whole step. */
  readonly down: Sen
  /** What she got of what rounding left over: nothing, or a step by the largest remainders. */
  readonly extra: Sen
}

/** Tells a part that was divided by `divided` again in its steps: exact, rounded down, and what came to it of the rest. */
export function reckonedShare(
  {
    pool,
    own,
    all,
    share,
  }: { readonly pool: number; readonly own: number; readonly all: number; readonly share: number },
  roundTo: number,
): ReckonedShare {
  const whole = BigInt(all)
  if (whole === 0n) return { exact: sen(0), down: sen(0), extra: sen(share) }
  const part = { part: BigInt(own), whole }
  const down = shareInSen(sen(pool), part, 'down', roundTo)
  return { exact: shareInSen(sen(pool), part, 'half_up'), down, extra: sen(share - down) }
}

function requireWhole(shares: readonly SurplusShare[]): void {
  requireOnce(
    shares.map(({ key }) => key),
    'shares',
    'key',
  )
  const whole = shares.reduce((sum, { pct }) => sum.plus(pct), new Exact(0))
  if (!whole.eq(100)) throw invalidInput(['shares'], 'shares_not_100', { sum: whole.toFixed() })
}

function requireKnown({ shares, capitalShareKey, serviceShares }: SurplusRule): void {
  const known = new Set(shares.map(({ key }) => key))
  if (!known.has(capitalShareKey)) throw invalidInput(['capitalShareKey'], 'unknown_share')
  const used = new Set([capitalShareKey])
  for (const [at, { key }] of serviceShares.entries()) {
    if (!known.has(key)) throw invalidInput(['serviceShares', at, 'key'], 'unknown_share')
    if (used.has(key)) throw invalidInput(['serviceShares', at, 'key'], 'given_twice')
    used.add(key)
  }
}

function requireOnce(names: readonly string[], list: string, field: string): void {
  const seen = new Set<string>()
  for (const [at, name] of names.entries()) {
    if (seen.has(name)) throw invalidInput([list, at, field], 'given_twice')
    seen.add(name)
  }
}
