import { lastDayOfMonth, yearOf } from '../calendar.ts'

/** What moved in a month on accounts of one type, debit less credit in sen. */
export interface MonthMovement {
  readonly month: string
  readonly type: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
  readonly isSavings: boolean
  /** True for closing entries, which the surplus leaves out. */
  readonly isClosing: boolean
  readonly net: number
}

export interface MemberSpan {
  readonly joinedOn: string
  readonly leftOn: string | null
}

export interface GrowthFacts {
  /** Months to show, oldest first. */
  readonly months: readonly string[]
  /** Everything from the first entry on; what lies before the first month shown counts into it. */
  readonly movements: readonly MonthMovement[]
  readonly members: readonly MemberSpan[]
}

export type FigureName = 'assets' | 'own_capital' | 'savings' | 'members' | 'surplus'

export interface Figure {
  readonly figure: FigureName
  readonly value: number
  /** The value at the first month shown. */
  readonly before: number
  readonly series: { month: string; amount: number }[]
}

type At = (month: string) => number

/**
 * The five figures of growth at each month's end: assets; own capital (assets less liabilities); members' savings of all
 * kinds; members; the surplus of the year so far. Amounts in sen, members in persons.
 */
export function growth(facts: GrowthFacts): Figure[] {
  const until = (month: string, keep: (movement: MonthMovement) => boolean) =>
    facts.movements.reduce((sum, movement) => (movement.month <= month && keep(movement) ? sum + movement.net : sum), 0)
  const assets: At = (month) => until(month, ({ type }) => type === 'asset')
  const liabilities: At = (month) => 0 - until(month, ({ type }) => type === 'liability')
  const savings: At = (month) => 0 - until(month, ({ isSavings }) => isSavings)
  const surplus: At = (month) => 0 - until(month, (movement) => isResultOf(movement, yearOf(month)))
  const members: At = (month) => facts.members.filter((span) => isMemberAt(span, lastDayOfMonth(month))).length
  const figure = (name: FigureName, at: At): Figure => {
    const series = facts.months.map((month) => ({ month, amount: at(month) }))
    return { figure: name, value: series.at(-1)?.amount ?? 0, before: series[0]?.amount ?? 0, series }
  }
  return [
    figure('assets', assets),
    figure('own_capital', (month) => assets(month) - liabilities(month)),
    figure('savings', savings),
    figure('members', members),
    figure('surplus', surplus),
  ]
}

function isResultOf({ type, isClosing, month }: MonthMovement, year: number): boolean {
  return (type === 'income' || type === 'expense') && !isClosing && yearOf(month) === year
}

function isMemberAt({ joinedOn, leftOn }: MemberSpan, day: string): boolean {
  return joinedOn <= day && (leftOn === null || leftOn > day)
}
