import { yearOf } from '../../calendar.ts'
import { deficitAccount } from '../member-settlement.ts'
import { type Sen, sen, sumSen } from '../money.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'

const surplusOfYear = '35102'
/** The surplus of closed years, which waits for the meeting of members. */
export const undividedSurplus = '35101'

/** What stands on one account of income or cost in a unit at the end of a year, sen; costs above zero, income below. */
export interface ResultBalance {
  readonly account: string
  readonly unit: string
  readonly net: Sen
}

export interface YearToClose {
  /** The last day of the year. */
  readonly date: string
  readonly balances: readonly ResultBalance[]
}

/** What a year earned in a unit, sen; a loss is below zero. */
export interface UnitResult {
  readonly unit: string
  readonly result: Sen
}

export interface YearToCarry {
  /** The first day of the new year. */
  readonly date: string
  readonly results: readonly UnitResult[]
}

/** The result of each unit, in the order in which the units come; units without income and costs are left out. */
export function resultsByUnit(balances: readonly ResultBalance[]): UnitResult[] {
  const units = Map.groupBy(balances, ({ unit }) => unit)
  return [...units].map(([unit, own]) => ({ unit, result: sen(-sumSen(own.map(({ net }) => net))) }))
}

/**
 * On the last day of the year all income and costs go to the surplus of the year (35102), unit by unit (accounting.md
 * section 6.4). Amounts in sen; a balance of zero has nothing to close.
 */
export function yearClosing({ date, balances }: YearToClose): JournalDraft {
  const closed = balances.filter(({ net }) => net !== 0).map(({ account, unit, net }) => side(account, -net, unit))
  const results = resultsByUnit(balances).filter(({ result }) => result !== 0)
  return {
    ...{ kind: 'closing', book: 'PT', date, unit: 'general' },
    description: `Penutupan tahun ${yearOf(date)}`,
    lines: [...closed, ...results.map(({ unit, result }) => side(surplusOfYear, -result, unit))],
  }
}

/**
 * On the first day of the new year the result leaves the surplus of the year: a surplus waits in 35101 for the meeting
 * of members, a loss goes to the accumulated deficit 35104 (accounting.md section 6.4). Which of the two is decided for
 * the whole cooperative; a unit with the other sign goes the same way.
 */
export function yearCarriedForward({ date, results }: YearToCarry): JournalDraft {
  const moving = results.filter(({ result }) => result !== 0)
  const isSurplus = sumSen(moving.map(({ result }) => result)) >= 0
  const target = isSurplus ? undividedSurplus : deficitAccount
  return {
    ...{ kind: 'closing', book: 'PT', date, unit: 'general' },
    description: `Hasil tahun ${yearOf(date) - 1} dipindahkan`,
    lines: moving.flatMap(({ unit, result }) => [side(surplusOfYear, result, unit), side(target, -result, unit)]),
  }
}

/** A line of `net` sen: above zero a debit, below zero a credit. */
function side(account: string, net: number, unit: string): DraftLine {
  return net > 0 ? debit(account, net, { unit }) : credit(account, -net, { unit })
}
