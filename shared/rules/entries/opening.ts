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
 * Balances taken over from the paper books. What the lines of a unit do not balance goes to 36901 of that unit, so that
 * nothing has to pass between units.
 */
export function openingBalances({ date, description = 'Saldo awal', unit, lines }: OpeningBalances): JournalDraft {
  const byUnit = Map.groupBy(lines, (line) => line.unit ?? unit)
  const clearing = [...byUnit].flatMap(([of, own]) => clearingLine(of, own))
  return { kind: 'opening', book: 'BM', date, description, unit, lines: [...lines, ...clearing] }
}

function clearingLine(unit: string, lines: readonly DraftLine[]): DraftLine[] {
  const totals = draftTotals(lines)
  const difference = totals.debit - totals.credit
  if (difference === 0) return []
  return difference > 0
    ? [credit(openingClearingAccount, difference, { unit })]
    : [debit(openingClearingAccount, -difference, { unit })]
}
