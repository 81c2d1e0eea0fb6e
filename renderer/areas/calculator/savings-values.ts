import type { CalendarDate, CalendarMonth } from '../../../shared/calendar.ts'
import type { Client } from '../../client.ts'

export type SavingsInput = Parameters<Client['calc']['savingsInterest']>[0]

export const savingsMethods = [
  'lowest',
  'average_daily',
  'daily',
  'average_of_balances',
] as const satisfies readonly SavingsInput['method'][]
export const dayBases = ['twelfths', '365', '360', 'actual'] as const satisfies readonly SavingsInput['dayBasis'][]
export const interestRoundings = ['down', 'half_up', 'none'] as const satisfies readonly SavingsInput['rounding'][]

/** A line as on the card: a day with money in or out. */
export interface MovementLine {
  readonly key: string
  readonly date: CalendarDate | null
  readonly deposit: number | null
  readonly withdrawal: number | null
}

function emptyMovement(key: string): MovementLine {
  return { key, date: null, deposit: null, withdrawal: null }
}

/** What stands in the fields of the savings calculator. */
export interface SavingsValues {
  readonly month: CalendarMonth
  readonly opening: number | null
  readonly rate: string | null
  readonly method: SavingsInput['method']
  readonly dayBasis: SavingsInput['dayBasis']
  readonly rounding: SavingsInput['rounding']
  readonly openingCounts: boolean
  readonly minimumBalance: number | null
  readonly lines: readonly MovementLine[]
}

export function usualSavings(month: CalendarMonth): SavingsValues {
  return {
    ...{ month, opening: null, rate: '6', method: 'lowest', dayBasis: 'twelfths', rounding: 'down' },
    ...{ openingCounts: true, minimumBalance: null, lines: [emptyMovement('1')] },
  }
}

/** What one line moves, sen: in and out each for itself, as they stand on the card. */
function amountsOf({ deposit, withdrawal }: MovementLine): number[] {
  return [...(deposit === null ? [] : [deposit]), ...(withdrawal === null ? [] : [-withdrawal])]
}

/** True for a line with money and no day. */
export function lacksDay(line: MovementLine): boolean {
  return line.date === null && amountsOf(line).length > 0
}

/** The lines as the API takes them, each with the key of the line it came from. */
function movementsOf(lines: readonly MovementLine[]) {
  return lines.flatMap((line) =>
    line.date === null ? [] : amountsOf(line).map((amount) => ({ key: line.key, date: line.date ?? '', amount })),
  )
}

/** What `calc.savingsInterest` is asked; undefined while there is nothing to reckon with. */
export function savingsInput(values: SavingsValues): SavingsInput | undefined {
  const { month, opening, rate, method, dayBasis, rounding, openingCounts, minimumBalance, lines } = values
  const movements = movementsOf(lines)
  if (rate === null || (opening === null && movements.length === 0)) return undefined
  return {
    month,
    opening: opening ?? 0,
    movements: movements.map(({ date, amount }) => ({ date, amount })),
    ratePctPerYear: rate,
    method,
    dayBasis,
    rounding,
    ...(method === 'lowest' && { openingCounts }),
    ...(minimumBalance !== null && { minimumBalance }),
  }
}

/** Where a path of the input stands on the screen. */
export function savingsFieldOf({ lines }: SavingsValues, path: string): string {
  if (path === 'ratePctPerYear') return 'rate'
  const [, index] = /^movements\.(\d+)/.exec(path) ?? []
  return index === undefined ? path : `${movementsOf(lines)[Number(index)]?.key}.date`
}

/** The lines after one was typed in; an empty one always waits at the end. */
export function withMovement(lines: readonly MovementLine[], next: MovementLine, newKey: string): MovementLine[] {
  const changed = lines.map((line) => (line.key === next.key ? next : line))
  const last = changed.at(-1)
  const isWaiting = last !== undefined && last.date === null && amountsOf(last).length === 0
  return isWaiting ? changed : [...changed, emptyMovement(newKey)]
}
