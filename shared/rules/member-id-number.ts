import { ageAt, type CalendarDate, dateOf, isDate, yearOf } from '../calendar.ts'
import { provinceCodes } from './province-codes.ts'

type Sex = 'female' | 'male'

type MemberIdNumberReason = 'length' | 'province' | 'date' | 'serial'

type MemberIdNumberWarning = 'sex_mismatch' | 'birth_date_mismatch' | 'century_unsure'

export type MemberIdNumberInput = {
  readonly nationalId: string
  readonly sex?: Sex | undefined
  readonly birthDate?: CalendarDate | undefined
  /** The day on which an age is judged; there is no clock here. */
  readonly asOf: CalendarDate
}

export type MemberIdNumberResult = {
  readonly valid: boolean
  readonly reasons: MemberIdNumberReason[]
  /** What the digits say; null where they say no day. */
  readonly birthDate: CalendarDate | null
  readonly sex: Sex | null
  readonly warnings: MemberIdNumberWarning[]
}

const adultAge = 17
const ageSure = 90
const femaleDayOffset = 40

/**
 * Reads a person's identity number (NIK): 16 digits `PPKKCC DDMMYY NNNN`, 40 added to a woman's day, no checksum
 * (population administration rules; domain notes, section 10). Never throws: what is wrong stands in `reasons`, what
 * differs from the sex or birth date handed in stands in `warnings`, because wrong numbers on real cards are never
 * changed. The century is the latest that gives 17 years or more at `asOf`; over 90 it is unsure, and then a handed-in
 * birth date with the same digits settles it.
 */
export function memberIdNumber(input: MemberIdNumberInput): MemberIdNumberResult {
  const { nationalId, asOf } = input
  if (!/^[0-9]{16}$/.test(nationalId)) return refused('length')
  const reasons: MemberIdNumberReason[] = []
  if (!provinceCodes.has(nationalId.slice(0, 2))) reasons.push('province')
  const dayDigits = Number(nationalId.slice(6, 8))
  const sex = dayDigits > femaleDayOffset ? 'female' : 'male'
  const day = sex === 'female' ? dayDigits - femaleDayOffset : dayDigits
  const born = birthDateOf(day, nationalId.slice(8, 10), nationalId.slice(10, 12), asOf)
  if (born === undefined) reasons.push('date')
  if (nationalId.slice(12) === '0000') reasons.push('serial')
  if (born === undefined) return { ...refused('date'), reasons }
  const birthDate = settledBy(input.birthDate, born, asOf)
  return { valid: reasons.length === 0, reasons, birthDate, sex, warnings: warningsFor(input, birthDate, sex) }
}

function refused(reason: MemberIdNumberReason): MemberIdNumberResult {
  return { valid: false, reasons: [reason], birthDate: null, sex: null, warnings: [] }
}

/** The latest day with these digits that gives an adult at `asOf`; where there is none, the latest that exists. */
function birthDateOf(day: number, month: string, year: string, asOf: CalendarDate): CalendarDate | undefined {
  const century = Math.floor(yearOf(asOf) / 100)
  const existing = [century, century - 1, century - 2]
    .map((hundreds) => dateOf(hundreds * 100 + Number(year), Number(month), day))
    .filter(isDate)
  return existing.find((date) => ageAt(date, asOf) >= adultAge) ?? existing[0]
}

/** A child or a very old person: the number alone cannot tell, her own birth date can. */
function settledBy(given: CalendarDate | undefined, born: CalendarDate, asOf: CalendarDate): CalendarDate {
  const hasSameDigits = given?.slice(2) === born.slice(2)
  return given !== undefined && hasSameDigits && given <= asOf && isCenturyUnsure(born, asOf) ? given : born
}

function isCenturyUnsure(birthDate: CalendarDate, asOf: CalendarDate): boolean {
  const age = ageAt(birthDate, asOf)
  return age > ageSure || age < 0
}

function warningsFor(input: MemberIdNumberInput, birthDate: CalendarDate, sex: Sex): MemberIdNumberWarning[] {
  const warnings: MemberIdNumberWarning[] = []
  if (input.sex !== undefined && input.sex !== sex) warnings.push('sex_mismatch')
  if (input.birthDate !== undefined && input.birthDate !== birthDate) warnings.push('birth_date_mismatch')
  if (isCenturyUnsure(birthDate, input.asOf)) warnings.push('century_unsure')
  return warnings
}
