import { type CalendarMonth, formatMonth } from '../../calendar.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'

/** Jasa tabungan anggota, and what was kept of it for the state. */
export const savingsInterestAccount = '51101'
export const withheldTaxAccount = '23103'

/** Interest that one savings account earned, in sen. */
export interface CreditedInterest {
  readonly savingsAccountId: string
  readonly memberId: string
  readonly unit: string
  /** Jasa tabungan, of a term deposit jasa simpanan berjangka. */
  readonly expenseAccount: string
  /** Where it goes: the account of the chart with the savings account on it, for what is put aside the one that earned. */
  readonly to: { readonly account: string; readonly savingsAccountId: string; readonly unit: string }
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

function interestLines({ savingsAccountId, memberId, unit, expenseAccount, to, gross, tax }: CreditedInterest) {
  const whose = { savingsAccountId, memberId, unit }
  const lines: DraftLine[] = [debit(expenseAccount, gross, whose)]
  if (gross > tax) {
    lines.push(credit(to.account, gross - tax, { savingsAccountId: to.savingsAccountId, memberId, unit: to.unit }))
  }
  if (tax > 0) lines.push(credit(withheldTaxAccount, tax, whose))
  return lines
}
