import { invalidInput, Refusal } from '../../../../../shared/errors.ts'
import type { Owner } from '../../../../../shared/rules/entries/trade-line.ts'
import { isMemberOn } from '../../../../../shared/rules/membership.ts'
import type { Reader } from '../../../db/tables.ts'

/** Trades as a member: refuses INVALID_INPUT for a day before she joined, NOT_ALLOWED from the day she left on. */
export async function requireMemberOn(
  db: Reader,
  memberId: string,
  date: string,
  path: readonly (string | number)[] = ['memberId'],
): Promise<true> {
  const { code, joined_on, left_on } = await membershipOf(db, memberId)
  if (left_on !== null && date >= left_on) {
    throw new Refusal('NOT_ALLOWED', 'no_member_any_more', { number: code, date: left_on })
  }
  if (date < joined_on) throw invalidInput(path, 'not_a_member_then', { date: joined_on })
  return true
}

/** Whether whose goods are sold on a day is a member on it: the commission is of a member's goods only then. */
export async function ownerIsMemberOn(db: Reader, { memberId }: Owner, date: string): Promise<boolean> {
  if (memberId === undefined) return false
  const { joined_on, left_on } = await membershipOf(db, memberId)
  return isMemberOn({ joinedOn: joined_on, leftOn: left_on }, date)
}

function membershipOf(db: Reader, memberId: string) {
  return db
    .selectFrom('member')
    .select(['code', 'joined_on', 'left_on'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
}
