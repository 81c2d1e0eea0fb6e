import { type CalendarDate, lastDayOfMonth } from '../calendar.ts'
import { isMemberOn } from '../rules/membership.ts'

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
  /** The day the last of them has come to; the others are whole. */
  readonly asOf: CalendarDate
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

/**
 * The five figures of growth at each month's end, the last as of the day: assets; own capital (assets less liabilities); members' savings of all
 * kinds; members; the surplus of the year so far. Amounts in sen, members in persons.
 */
export function growth({ months, asOf, movements, members }: GrowthFacts): Figure[] {
  const assets = runningNet(months, movements, ({ type }) => type === 'asset')
  const liabilities = runningNet(months, movements, ({ type }) => type === 'liability')
  const savings = runningNet(months, movements, ({ isSavings }) => isSavings)
  const results = movements.filter(({ type, isClosing }) => (type === 'income' || type === 'expense') && !isClosing)
  const surplusOf = (month: string) =>
    results.reduce((sum, { month: at, net }) => (isSameYear(at, month) && at <= month ? sum - net : sum), 0)
  const figure = (name: FigureName, amounts: readonly number[]): Figure => {
    const series = months.map((month, index) => ({ month, amount: amounts[index] ?? 0 }))
    return { figure: name, value: series.at(-1)?.amount ?? 0, before: series[0]?.amount ?? 0, series }
  }
  return [
    figure('assets', assets),
    // What is owed stands on the credit side: adding its negative net takes it off.
    figure('own_capital', sumByMonth(assets, liabilities)),
    figure(
      'savings',
      savings.map((net) => 0 - net),
    ),
    figure('members', membersAt(months, asOf, members)),
    figure('surplus', months.map(surplusOf)),
  ]
}

/** Debit less credit up to the end of each month, of the movements that count. */
function runningNet(
  months: readonly string[],
  movements: readonly MonthMovement[],
  counts: (movement: MonthMovement) => boolean,
): number[] {
  const added = months.map(() => 0)
  for (const movement of movements) {
    const index = counts(movement) ? months.findIndex((month) => movement.month <= month) : -1
    if (index >= 0) added[index] = (added[index] ?? 0) + movement.net
  }
  let sum = 0
  return added.map((net) => {
    sum += net
    return sum
  })
}

function sumByMonth(first: readonly number[], second: readonly number[]): number[] {
  return first.map((amount, index) => amount + (second[index] ?? 0))
}

function isSameYear(month: string, other: string): boolean {
  return month.slice(0, 4) === other.slice(0, 4)
}

function membersAt(months: readonly string[], asOf: CalendarDate, members: readonly MemberSpan[]): number[] {
  return months.map((month) => {
    const end = lastDayOfMonth(month)
    const day = end < asOf ? end : asOf
    return members.filter((member) => isMemberOn(member, day)).length
  })
}
