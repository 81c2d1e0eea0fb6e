import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { MemberRegisterFacts } from '../../../../shared/statements/member-register.ts'
import type { MemberTable } from '../../db/tables.ts'
import type { Reading } from '../../work.ts'

/** Everybody who had joined by the day, in the order of their numbers. */
export async function memberRegisterFacts(
  { db }: Reading,
  { asOf }: ReportParams<'memberRegister'>,
  language: Language,
): Promise<MemberRegisterFacts> {
  const rows = await db
    .selectFrom('member')
    .select(['id', 'code', 'name', 'sex', 'birth_date', 'occupation', 'joined_on', 'left_on'])
    .select(['address', 'hamlet', 'rt', 'rw', 'village'])
    .where('joined_on', '<=', asOf)
    .orderBy('sort')
    .execute()
  const members = rows.map((row) => ({
    memberId: row.id,
    number: row.code,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    occupation: row.occupation,
    address: whereTheyLive(row),
    joinedOn: row.joined_on,
    leftOn: row.left_on !== null && row.left_on <= asOf ? row.left_on : null,
  }))
  return { language, asOf, members }
}

type Address = Pick<MemberTable, 'address' | 'hamlet' | 'rt' | 'rw' | 'village'>

function whereTheyLive({ address, hamlet, rt, rw, village }: Address): string | null {
  const neighbourhood = [rt && `RT ${rt}`, rw && `RW ${rw}`].filter(Boolean).join('/')
  const parts = [address, hamlet, neighbourhood, village].filter(Boolean)
  return parts.length === 0 ? null : parts.join(', ')
}
