import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { ShuMembersFacts } from '../../../../shared/statements/shu-members.ts'
import { paidOf } from '../../services/closing/decisions.ts'
import { dividedYear } from '../../services/closing/surplus.ts'
import { countedBusiness, totalsOf } from '../../services/closing/surplus-basis.ts'
import type { Reading } from '../../work.ts'
import { officerNames } from '../officer-names.ts'
import { shuYear } from './year.ts'

/** Every member's share of a year; refuses NOT_ALLOWED `nothing_to_divide` for a year without a surplus. */
export async function shuMembersFacts(
  reading: Reading,
  { year, signature = false }: ReportParams<'shuMembers'>,
  language: Language,
): Promise<ShuMembersFacts> {
  const { db } = reading
  const { decided, answer, sharers } = await dividedYear(reading, year)
  const services = answer.bylaw.shares.filter(({ to }) => to === 'by_services').map(({ key }) => key)
  const { name: cooperative } = await db.selectFrom('cooperative').select('name').executeTakeFirstOrThrow()
  return {
    ...(await shuYear(db, year, language, decided)),
    division: answer,
    ofAll: totalsOf(sharers, services),
    business: new Map(sharers.map(({ id, business }) => [id, countedBusiness(answer.bylaw, business)])),
    paid: await paidOf(db, year),
    cooperative,
    treasurer: (await officerNames(db))('treasurer'),
    hasSignatures: signature,
  }
}

/** The same for the sheets of all members, or of one; refuses NOT_FOUND for who has no part in that year. */
export async function shuMemberFacts(
  reading: Reading,
  { year, memberId }: ReportParams<'shuMember'>,
  language: Language,
): Promise<ShuMembersFacts> {
  const facts = await shuMembersFacts(reading, { year }, language)
  if (memberId === undefined) return facts
  const members = facts.division.members.filter((member) => member.memberId === memberId)
  if (members.length === 0) throw new Refusal('NOT_FOUND', 'member_without_share', { memberId, year })
  return { ...facts, division: { ...facts.division, members } }
}
