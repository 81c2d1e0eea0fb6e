import { Refusal } from '../../../../shared/errors.ts'
import { ownCapital, ownCapitalAccounts, relatedPartyLimit } from '../../../../shared/rules/own-capital.ts'
import { searchText } from '../../../../shared/rules/search-text.ts'
import type { LoanAgreementTable, Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'

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
 * section 1). Refuses NOT_ALLOWED `related_party_limit` where this one would pass that on its day or on any later one.
 */
export async function requireWithinRelatedLimit(
  db: Reader,
  { related_party, principal }: Pick<LoanAgreementTable, 'related_party' | 'principal'>,
  date: string,
): Promise<void> {
  if (!related_party) return
  const days = await roomFrom(db, date)
  const tightest = days.reduce((least, day) => (roomOf(day) < roomOf(least) ? day : least))
  if (principal <= roomOf(tightest)) return
  const { limit, owed, day } = tightest
  throw new Refusal('NOT_ALLOWED', 'related_party_limit', { limit, owed, available: Math.max(0, limit - owed), day })
}

interface Room {
  readonly day: string
  readonly limit: number
  readonly owed: number
}

const roomOf = ({ limit, owed }: Room) => limit - owed

/** Limit and what is owed at the end of a day and of each later one on which either moved; never empty. */
async function roomFrom(db: Reader, date: string): Promise<[Room, ...Room[]]> {
  const moved = await movementsUntil(db, date)
  const balances = new Map(moved.map(({ account, debit, credit }) => [account, debit - credit]))
  const room = (day: string) => ({
    ...{ day, limit: relatedPartyLimit(ownCapital(balances)), owed: balances.get(relatedAccount) ?? 0 },
  })
  const rooms: [Room, ...Room[]] = [room(date)]
  for (const [day, changes] of Map.groupBy(await movedAfter(db, date), (row) => row.day)) {
    for (const { account, change } of changes) balances.set(account, (balances.get(account) ?? 0) + change)
    rooms.push(room(day))
  }
  return rooms
}

function movedAfter(db: Reader, date: string) {
  return db
    .selectFrom('balance_day')
    .select(['day', 'account'])
    .select((eb) => eb.fn.sum<number>(eb('debit', '-', eb.ref('credit'))).as('change'))
    .where('account', 'in', [relatedAccount, ...ownCapitalAccounts])
    .where('day', '>', date)
    .groupBy(['day', 'account'])
    .orderBy('day')
    .execute()
}
