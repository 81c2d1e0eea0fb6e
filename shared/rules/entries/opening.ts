import { credit, type DraftLine, debit, draftTotals, type JournalDraft } from './draft.ts'

/** Saldo awal pembukaan: holds what the opening balances entered so far do not balance (accounting.md section 9, rule 8). */
export const openingClearingAccount = '36901'

export interface OpeningBalances {
  readonly date: string
  readonly description?: string | undefined
  readonly unit: string
  readonly lines: readonly DraftLine[]
}

/**
 * Balances taken over from the paper books. What the lines do not balance goes to 36901 of the head, whatever unit they
 * are of: it must end at zero (accounting.md section 9, rule 8), in every unit, so what a unit begins with beyond its
 * own capital is what it owes the head (19901).
 */
export function openingBalances({ date, description = 'Saldo awal', unit, lines }: OpeningBalances): JournalDraft {
  return { kind: 'opening', book: 'BM', date, description, unit, lines: [...lines, ...clearingLine(lines)] }
}

function clearingLine(lines: readonly DraftLine[]): DraftLine[] {
  const totals = draftTotals(lines)
  const difference = totals.debit - totals.credit
  return difference === 0 ? [] : [openingClearing(difference)]
}

/** What opening balances of `difference` sen (debit above zero) leave open, on 36901 of the head. */
export function openingClearing(difference: number): DraftLine {
  const head = { unit: 'general' }
  return difference > 0
    ? credit(openingClearingAccount, difference, head)
    : debit(openingClearingAccount, -difference, head)
}
