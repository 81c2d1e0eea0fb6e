import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { MemberRegisterFacts } from '../../../../shared/statements/member-register.ts'
import type { Reading } from '../../work.ts'
import { whereTheyLive } from '../member-address.ts'

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
