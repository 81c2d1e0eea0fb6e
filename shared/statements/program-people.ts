import { ageAt, type CalendarDate } from '../calendar.ts'
import { type Grouped, hideSmall, type Told } from '../rules/small-cells.ts'

/** What is counted of a member; never who it is. */
export interface CountedMember {
  readonly sex: 'female' | 'male'
  readonly birthDate: CalendarDate | null
  /** The hardest of the six short questions, 1 (no difficulty) to 4 (cannot); null where none was answered. */
  readonly hardest: number | null
  readonly returnee: 'returnee' | 'family' | 'none' | null
  readonly isBorrower: boolean
  readonly isSaver: boolean
}

/** What people are counted as: all members, and parts of them. */
export const countedAs = ['members', 'borrowers', 'savers'] as const
export type CountedAs = (typeof countedAs)[number]
export type ToldCounts = Readonly<Record<CountedAs, Told>>

/** The groups of each way to look at people, each person in exactly one of them. */
export const groupsOf = {
  sex: ['female', 'male'],
  age: ['age15', 'age25', 'age35', 'age45', 'age60', 'ageOther'],
  disability: ['disabled', 'notDisabled', 'disabilityUnknown'],
  returnee: ['returnee', 'family', 'none', 'returneeUnknown'],
} as const
export type Dimension = keyof typeof groupsOf
export type GroupKey = (typeof groupsOf)[Dimension][number]
export const dimensions = Object.keys(groupsOf) as Dimension[]

/** Of whom nothing is known: left out where it is known of everybody, which tells nothing about anybody. */
const unknown: ReadonlySet<GroupKey> = new Set(['ageOther', 'disabilityUnknown', 'returneeUnknown'])

/** Members, borrowers and savers as they may be told: everybody, and the groups of each way to look at them. */
export interface ToldPeople {
  readonly total: ToldCounts
  readonly groups: Readonly<Record<Dimension, readonly (ToldCounts & { readonly group: GroupKey })[]>>
}

/** Counts people on a day; counts below five are hidden with what they could be reckoned from (`hideSmall`). */
export function toldPeople(members: readonly CountedMember[], day: CalendarDate): ToldPeople {
  const byDimension = dimensions.map((dimension) => [dimension, counted(members, dimension, day)] as const)
  const { total } = counted(members, 'sex', day)
  return {
    total,
    groups: Object.fromEntries(byDimension.map(([dimension, { groups }]) => [dimension, groups])) as never,
  }
}

function counted(members: readonly CountedMember[], dimension: Dimension, day: CalendarDate) {
  const keys: readonly GroupKey[] = groupsOf[dimension]
  const groups = keys.filter(
    (group) => !unknown.has(group) || members.some((person) => groupOf(person, dimension, day) === group),
  )
  const count = (people: readonly CountedMember[]) =>
    groups.map((group) => people.filter((person) => groupOf(person, dimension, day) === group).length)
  const all = hideSmall(count(members))
  const told: Record<CountedAs, Grouped> = {
    members: all,
    borrowers: hideSmall(count(members.filter(({ isBorrower }) => isBorrower)), all),
    savers: hideSmall(count(members.filter(({ isSaver }) => isSaver)), all),
  }
  const countsOf = (cell: (grouped: Grouped) => Told): ToldCounts => ({
    ...{ members: cell(told.members), borrowers: cell(told.borrowers), savers: cell(told.savers) },
  })
  return {
    total: countsOf(({ total }) => total),
    groups: groups.map((group, index) => ({ group, ...countsOf((grouped) => grouped.groups[index] ?? 'hidden') })),
  }
}

/** From this answer to one of the six questions on, somebody is counted as disabled. */
const disabledFrom = 3

function groupOf(person: CountedMember, dimension: Dimension, day: CalendarDate): GroupKey {
  switch (dimension) {
    case 'sex':
      return person.sex
    case 'age':
      return person.birthDate === null ? 'ageOther' : bandOf(ageAt(person.birthDate, day))
    case 'disability':
      if (person.hardest === null) return 'disabilityUnknown'
      return person.hardest >= disabledFrom ? 'disabled' : 'notDisabled'
    case 'returnee':
      return person.returnee ?? 'returneeUnknown'
  }
}

function bandOf(age: number): GroupKey {
  if (age >= 60) return 'age60'
  if (age >= 45) return 'age45'
  if (age >= 35) return 'age35'
  if (age >= 25) return 'age25'
  return age >= 15 ? 'age15' : 'ageOther'
}
