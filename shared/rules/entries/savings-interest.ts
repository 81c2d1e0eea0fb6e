import { type CalendarMonth, formatMonth } from '../../calendar.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'

/** Jasa tabungan anggota, and what was kept of it for the state. */
export const savingsInterestAccount = '51101'
export const withheldTaxAccount = '23103'

/** Interest of one savings account, in sen. */
export interface CreditedInterest {
  readonly savingsAccountId: string
  readonly memberId: string
  /** The account of the chart the savings lie on, and their unit. */
  readonly account: string
  readonly unit: string
  /** Above zero; `tax` is a part of it. */
  readonly gross: number
  readonly tax: number
}

export interface SavingsInterestRun {
  readonly date: string
  readonly month: CalendarMonth
  readonly rows: readonly CreditedInterest[]
}

/**
 * A month's interest for all members as one memorial entry (accounting.md sections 2.1 and 2.2): each account's interest
 * is a cost that names whose it is, what is left of it after tax goes onto the account, and the tax is owed to the state.
 */
export function savingsInterestRun({ date, month, rows }: SavingsInterestRun): JournalDraft {
  return {
    kind: 'ordinary',
    book: 'BM',
    date,
    description: `Jasa simpanan ${formatMonth(month)}`,
    unit: 'general',
    lines: rows.flatMap(interestLines),
  }
}

function interestLines({ savingsAccountId, memberId, account, unit, gross, tax }: CreditedInterest): DraftLine[] {
  const whose = { savingsAccountId, memberId, unit }
  return [
    debit(savingsInterestAccount, gross, whose),
    ...(gross > tax ? [credit(account, gross - tax, whose)] : []),
    ...(tax > 0 ? [credit(withheldTaxAccount, tax, whose)] : []),
  ]
}
