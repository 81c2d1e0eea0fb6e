import { Refusal } from '../../../shared/errors.ts'
import { ownCapital, relatedPartyLimit } from '../../../shared/rules/own-capital.ts'
import { searchText } from '../../../shared/rules/search-text.ts'
import type { LoanAgreementTable, Reader } from '../db/tables.ts'
import { movementsUntil } from '../ledger/balances.ts'

/** Where loans of board, supervisors and who is close to them stand. */
export const relatedAccount = '13201'

/** A name without what people put around it: blanks, dots, accents. */
function lettersOf(name: string): string {
  return searchText(name).replace(/[^\p{L}\p{N}]/gu, '')
}

export function isSamePerson(name: string, other: string): boolean {
  return lettersOf(name) === lettersOf(other)
}

/** True for a name among those who hold an office. */
export async function isOfficer(db: Reader, name: string): Promise<boolean> {
  const officers = await db.selectFrom('officer').select('name').execute()
  return officers.some((officer) => isSamePerson(officer.name, name))
}

/**
 * Loans of board, supervisors and who is close to them are together at most a tenth of own capital (accounting.md
 * section 1). Refuses NOT_ALLOWED `related_party_limit` where this one would pass that on the day.
 */
export async function requireWithinRelatedLimit(
  db: Reader,
  { related_party, principal }: Pick<LoanAgreementTable, 'related_party' | 'principal'>,
  date: string,
): Promise<void> {
  if (!related_party) return
  const moved = await movementsUntil(db, date)
  const balances = new Map(moved.map(({ account, debit, credit }) => [account, debit - credit]))
  const limit = relatedPartyLimit(ownCapital(balances))
  const owed = balances.get(relatedAccount) ?? 0
  if (owed + principal <= limit) return
  throw new Refusal('NOT_ALLOWED', 'related_party_limit', { limit, owed, available: Math.max(0, limit - owed) })
}
