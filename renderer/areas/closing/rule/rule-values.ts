import type { Answers } from '../../../../shared/contract/index.ts'
import { type ServiceBasis, serviceBases } from '../../../../shared/rules/surplus-bylaw.ts'
import type { Bylaw } from '../share-words.ts'

export type ShareTarget = Bylaw['shares'][number]['to']

/** A part as it is typed; of a known part the key stays, whatever language its name was shown in. */
export interface ShareRow {
  readonly id: string
  readonly key: string | undefined
  readonly shownAs: string
  readonly name: string
  readonly pct: string | null
  readonly to: ShareTarget
  /** How many times each kind of business counts; null where it does not. */
  readonly weights: Readonly<Record<ServiceBasis, string | null>>
}

export interface RuleValues {
  readonly fromYear: number | null
  readonly shares: readonly ShareRow[]
  readonly savingsBasis: Bylaw['savingsBasis']
  readonly savingsProducts: readonly string[]
  readonly leavers: Bylaw['leavers']
  readonly nonMembers: Bylaw['nonMembers']
  /** Sen, as the choice holds it. */
  readonly roundTo: string
}

const noWeights = Object.fromEntries(serviceBases.map((basis) => [basis, null])) as ShareRow['weights']

/** A part nobody has named yet. */
export function emptyShare(): ShareRow {
  const bare = { key: undefined, shownAs: '', name: '', pct: null, to: '34101', weights: noWeights } as const
  return { ...bare, id: crypto.randomUUID() }
}

/** The rule of a year as the form shows it, to be entered from a year on. */
export function ruleValues(
  { bylaw }: Answers['closing']['bylaw'],
  fromYear: number,
  nameOf: (key: string) => string,
): RuleValues {
  const { shares, savingsBasis, savingsProducts, leavers, nonMembers, roundTo } = bylaw
  return {
    ...{ fromYear, savingsBasis, savingsProducts, leavers, nonMembers, roundTo: String(roundTo) },
    shares: shares.map(({ key, pct, to, bases = [] }) => ({
      ...{ id: crypto.randomUUID(), key, shownAs: nameOf(key), name: nameOf(key), pct, to },
      weights: { ...noWeights, ...Object.fromEntries(bases.map(({ basis, weight }) => [basis, weight])) },
    })),
  }
}

/** What is sent of it. */
export function ruleInput(values: RuleValues): { fromYear: number; bylaw: Bylaw } {
  const { fromYear, shares, savingsBasis, savingsProducts, leavers, nonMembers, roundTo } = values
  return {
    fromYear: fromYear ?? 0,
    bylaw: {
      shares: shares.map(({ key, shownAs, name, pct, to, weights }) => ({
        key: key !== undefined && name === shownAs ? key : name,
        ...{ pct: pct ?? '', to },
        ...(to === 'by_services' && { bases: basesOf(weights) }),
      })),
      ...{ savingsBasis, savingsProducts: [...savingsProducts], leavers, nonMembers, roundTo: Number(roundTo) },
    },
  }
}

function basesOf(weights: ShareRow['weights']) {
  return serviceBases.flatMap((basis) => {
    const weight = weights[basis]
    return weight === null ? [] : [{ basis, weight }]
  })
}

/** Where the API's paths are the form's. */
export function ruleField(path: string): string {
  return path.replace(/^bylaw\./, '')
}
