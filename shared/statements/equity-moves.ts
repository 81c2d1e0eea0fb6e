import { undividedSurplus } from '../rules/entries/year-closing.ts'
import { deficitAccount } from '../rules/member-settlement.ts'
import { type BalanceLine, balanceLineOf, type Movement, type StatementAccount } from './report-lines.ts'

/** Columns of the statement of changes in equity; the two lines of surplus stand in one. */
export const equityColumns = ['E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07', 'SHU', 'E10'] as const

/** An entry that touched equity, with its lines on accounts of equity alone; closing entries are left out. */
export interface EquityEntry {
  readonly kind: 'ordinary' | 'opening'
  readonly isReversal: boolean
  readonly lines: readonly Movement[]
}

/** Why equity changed: the rows of the statement (domain notes on reports, section 3). */
export type EquityCause =
  | 'openingEntries'
  | 'paidIn'
  | 'paidBack'
  | 'grants'
  | 'distribution'
  | 'reserves'
  | 'deficitCover'
  | 'priorYear'
  | 'corrections'
  | 'surplus'
  | 'comprehensive'

export interface EquityMove {
  readonly cause: EquityCause
  readonly column: (typeof equityColumns)[number]
  /** In sen; above zero adds to equity. */
  readonly amount: number
}

const priorYears = '35103'

/** The column a line of the balance sheet's equity stands in. */
export function equityColumnOf(line: BalanceLine): EquityMove['column'] {
  if (line === 'E08' || line === 'E09') return 'SHU'
  return equityColumns.find((column) => column === line) ?? 'SHU'
}

/**
 * What one entry did to equity, line by line, and why. A reversal stands in the row of what it reverses. Whether it paid in
 * or paid back is said by all its lines of one column together: what only goes from member to member is neither.
 */
export function movesOf(entry: EquityEntry, accounts: readonly StatementAccount[]): EquityMove[] {
  const lineByCode = new Map(accounts.map((account) => [account.code, account]))
  const lines = entry.lines.flatMap(({ account: code, debit, credit }) => {
    const account = lineByCode.get(code)
    return account?.type === 'equity' ? [{ code, line: balanceLineOf(account), amount: credit - debit }] : []
  })
  const netOf = (of: BalanceLine) => lines.reduce((sum, { line, amount }) => (line === of ? sum + amount : sum), 0)
  return lines.map(({ code, line, amount }) => {
    const isMore = netOf(line) > 0 !== entry.isReversal
    return { cause: causeOf(entry, code, line, isMore), column: equityColumnOf(line), amount }
  })
}

function causeOf(entry: EquityEntry, account: string, line: BalanceLine, isMore: boolean): EquityCause {
  if (entry.kind === 'opening') return 'openingEntries'
  const touches = (code: string) => entry.lines.some((one) => one.account === code)
  if (line === 'E10') return 'comprehensive'
  // What the meeting makes capital out of a surplus was given in the year before: no grant comes with its decision.
  if (line === 'E05' && touches(undividedSurplus)) return 'distribution'
  if (line === 'E05' && isMore) return 'grants'
  if (line === 'E01' || line === 'E02' || line === 'E03' || line === 'E04' || line === 'E05')
    return isMore ? 'paidIn' : 'paidBack'
  if (touches(deficitAccount)) return 'deficitCover'
  if (account === priorYears) return touches(undividedSurplus) ? 'distribution' : 'priorYear'
  // What the meeting sends to a reserve stands beside the correction it clears.
  if (touches(priorYears) && (line === 'E06' || line === 'E07')) return 'priorYear'
  if (line === 'E06' || line === 'E07') return touches(undividedSurplus) ? 'reserves' : 'corrections'
  return account === undividedSurplus ? 'distribution' : 'corrections'
}
