import { ageAt, type CalendarDate } from '../calendar.ts'
import { type MemberIdNumberResult, memberIdNumber } from './member-id-number.ts'

/** What a screen asks back about a member; nothing of it stops anybody from becoming one. */
export type MemberWarning =
  | `national_id_${MemberIdNumberResult['reasons' | 'warnings'][number]}`
  | 'younger_than_17'
  | 'same_national_id'
  | 'same_name_and_birth_date'

interface Person {
  readonly sex: 'female' | 'male'
  readonly joinedOn: CalendarDate
  readonly birthDate?: CalendarDate | null | undefined
  readonly nationalId?: string | null | undefined
}

const adultAge = 17

/** What looks wrong about a member by itself: the identity number's digits (domain notes, section 10) and the age. */
export function personWarnings(person: Person, asOf: CalendarDate): MemberWarning[] {
  const { sex, joinedOn, nationalId } = person
  const birthDate = person.birthDate ?? undefined
  const warnings: MemberWarning[] = []
  if (nationalId) {
    const { reasons, warnings: doubts } = memberIdNumber({ nationalId, sex, birthDate, asOf })
    warnings.push(...[...reasons, ...doubts].map((word) => `national_id_${word}` as const))
  }
  if (birthDate !== undefined && ageAt(birthDate, joinedOn) < adultAge) warnings.push('younger_than_17')
  return warnings
}
