import { credit, type DraftLine, debit, type JournalDraft } from '../../../shared/rules/entries/draft.ts'

/** Rekening antar unit: must be zero in combined statements. */
const clearingAccount = '19901'

/** Adds the clearing lines that make an entry balance in every unit it touches (accounting.md section 9, rule 10). */
export function withUnitClearing(draft: JournalDraft): readonly DraftLine[] {
  const net = new Map<string, number>()
  for (const line of draft.lines) {
    const unit = line.unit ?? draft.unit
    net.set(unit, (net.get(unit) ?? 0) + line.debit - line.credit)
  }
  const clearing = [...net]
    .filter(([, difference]) => difference !== 0)
    .map(([unit, difference]) =>
      difference > 0 ? credit(clearingAccount, difference, { unit }) : debit(clearingAccount, -difference, { unit }),
    )
  return clearing.length === 0 ? draft.lines : [...draft.lines, ...clearing]
}
