import type { JournalLineInput } from '../../contract/journal.ts'
import { Refusal } from '../../errors.ts'
import {
  credit,
  type DraftLine,
  debit,
  draftTotals,
  type EntryKind,
  type JournalDraft,
  type VoucherBook,
} from './draft.ts'

export interface JournalInput {
  readonly date: string
  readonly description: string
  readonly book?: VoucherBook | undefined
  readonly unit?: string | undefined
  readonly lines: readonly JournalLineInput[]
}

/** Lines as typed, amounts in sen, as lines of a draft. */
export function draftLines(lines: readonly JournalLineInput[]): DraftLine[] {
  return lines.map(({ account, debit: debited, credit: credited, ...extras }) =>
    debited === undefined ? credit(account, credited ?? 0, extras) : debit(account, debited, extras),
  )
}

/**
 * A freely composed entry, memorial book BM unless another is named. Refuses UNBALANCED with both totals in sen; whoever
 * composes lines by hand is told, only a rule that drafts wrongly is a bug.
 */
export function journalEntry(input: JournalInput, kind: EntryKind = 'ordinary'): JournalDraft {
  const { date, description, book = 'BM', unit = 'general' } = input
  const lines = draftLines(input.lines)
  const totals = draftTotals(lines)
  if (totals.debit !== totals.credit) {
    throw new Refusal('UNBALANCED', undefined, { ...totals, difference: Math.abs(totals.debit - totals.credit) })
  }
  return { kind, book, date, description, unit, lines }
}
