import type { CalendarDate } from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import type { AskedReport } from '../../shared/contract/reports.ts'
import type { Unit } from './unit.ts'

type Statement = Answers['reports']['run']
type Cells = Statement['rows'][number]

/** Which entries lie behind a figure: those of some days, in all units or one. */
export interface Scope {
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
  readonly unit?: Unit | undefined
}

/** Where the ledger shows the entries of an account; without days those of this year. */
export function ledgerAddress(account: string, { from, to, unit }: Scope = {}): string {
  const params = new URLSearchParams({ account })
  if (from !== undefined) params.set('from', from)
  if (to !== undefined) params.set('to', to)
  if (unit !== undefined) params.set('unit', unit)
  return `/books/ledger?${params}`
}

/**
 * What lies behind the column that was clicked: the days of its own figures, else of the first that has some, else what
 * the whole statement was asked for.
 */
export function scopeOf(columns: Statement['columns'], clicked: string | undefined, asked: Scope = {}): Scope {
  const days = columns.find(({ key }) => key === clicked)?.days ?? columns.find((column) => column.days)?.days
  return { ...asked, ...days }
}

/** The days and the unit a report was asked for, where it was asked for by them. */
export function scopeAsked({ params }: AskedReport): Scope {
  return {
    ...('from' in params && 'to' in params && { from: params.from, to: params.to }),
    ...('unit' in params && { unit: params.unit }),
  }
}

/** Where the one thing behind a row is: its voucher, its account or its member; undefined where there are several, or none. */
export function addressOf({ entryId, account, memberId }: Cells, scope: Scope): string | undefined {
  if (typeof entryId === 'string') return `/books/entry/${entryId}`
  if (typeof account === 'string') return ledgerAddress(account, scope)
  return typeof memberId === 'string' ? `/members/${memberId}` : undefined
}

/** The codes of the accounts that a row adds up. */
export function accountsOf({ accounts }: Cells): readonly string[] {
  return typeof accounts === 'string' && accounts !== '' ? accounts.split(' ') : []
}
