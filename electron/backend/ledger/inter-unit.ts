import { invalidInput } from '../../../shared/errors.ts'
import { credit, type DraftLine, debit, type JournalDraft } from '../../../shared/rules/entries/draft.ts'

/** Rekening antar unit: must be zero in combined statements. */
export const clearingAccount = '19901'

/**
 * What units owe each other is nil in all, so combined statements leave it out. Refuses INVALID_INPUT
 * `clearing_not_nil` at the first line on 19901 of a draft whose lines there do not cancel out.
 */
export function requireNoNetClearing({ lines }: JournalDraft): void {
  const first = lines.findIndex(({ account }) => account === clearingAccount)
  if (first < 0) return
  const own = lines.filter(({ account }) => account === clearingAccount)
  const net = own.reduce((sum, line) => sum + line.debit - line.credit, 0)
  if (net !== 0) throw invalidInput(['lines', first, 'account'], 'clearing_not_nil', { account: clearingAccount })
}

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
