import type { MemberAnswer, MemberInput } from '../../../shared/contract/members.ts'

export const abilities = ['seeing', 'hearing', 'walking', 'remembering', 'selfCare', 'communicating'] as const
export type Ability = (typeof abilities)[number]

const texts = [
  'number',
  'name',
  'nationalId',
  'hamlet',
  'rt',
  'rw',
  'phone',
  'address',
  'village',
  'district',
  'occupation',
  'note',
] as const

/** What stands in the fields of a member's form: texts as typed, '' where nothing was. */
export type MemberValues = Readonly<Record<(typeof texts)[number] | Ability, string>> & {
  readonly sex: '' | MemberInput['sex']
  readonly joinedOn: string | null
  readonly birthDate: string | null
  readonly consentOn: string | null
  readonly bpjs: '' | NonNullable<MemberInput['bpjs']>
  readonly returneeStatus: '' | 'returnee' | 'family' | 'none'
  readonly returneeCountry: string
  readonly returneeSector: string
  readonly returneeYears: string
  readonly returnedOn: string | null
}

const noText = Object.fromEntries([...texts, ...abilities].map((key) => [key, ''])) as Record<
  (typeof texts)[number] | Ability,
  string
>

/** An empty form. */
export function newMemberValues(number: string, today: string): MemberValues {
  return {
    ...noText,
    number,
    sex: '',
    joinedOn: today,
    birthDate: null,
    consentOn: null,
    bpjs: '',
    returneeStatus: '',
    returneeCountry: '',
    returneeSector: '',
    returneeYears: '',
    returnedOn: null,
  }
}

/** A member's form filled in. */
export function valuesOf(member: MemberAnswer): MemberValues {
  const { returnee, disability } = member
  return {
    ...(Object.fromEntries(texts.map((key) => [key, member[key] ?? ''])) as typeof noText),
    ...(Object.fromEntries(abilities.map((key) => [key, String(disability?.[key] ?? '')])) as Record<Ability, string>),
    sex: member.sex,
    joinedOn: member.joinedOn,
    birthDate: member.birthDate,
    consentOn: member.consentOn,
    bpjs: (member.bpjs ?? '') as MemberValues['bpjs'],
    returneeStatus: returnee?.status ?? '',
    returneeCountry: returnee?.country ?? '',
    returneeSector: returnee?.sector ?? '',
    returneeYears: returnee?.years === undefined ? '' : String(returnee.years),
    returnedOn: returnee?.returnedOn ?? null,
  }
}

/** The form as the API takes it; what is missing or unreadable is left for it to refuse, beside its field. */
export function memberInput(values: MemberValues): MemberInput {
  return {
    ...(Object.fromEntries(texts.map((key) => [key, values[key].trim() === '' ? null : values[key]])) as Omit<
      MemberInput,
      'sex' | 'joinedOn'
    >),
    number: values.number,
    name: values.name,
    sex: values.sex as MemberInput['sex'],
    joinedOn: values.joinedOn ?? '',
    birthDate: values.birthDate,
    consentOn: values.consentOn,
    bpjs: values.bpjs === '' ? null : values.bpjs,
    returnee: returneeOf(values),
    disability: disabilityOf(values),
  }
}

function returneeOf(values: MemberValues): MemberInput['returnee'] {
  const { returneeStatus: status, returneeCountry, returneeSector, returneeYears, returnedOn } = values
  if (status === '') return null
  return {
    status,
    ...(returneeCountry.trim() !== '' && { country: returneeCountry }),
    ...(returneeSector.trim() !== '' && { sector: returneeSector }),
    ...(returneeYears.trim() !== '' && { years: Number(returneeYears) }),
    ...(returnedOn !== null && { returnedOn }),
  }
}

function disabilityOf(values: MemberValues): MemberInput['disability'] {
  const asked = abilities.filter((ability) => values[ability] !== '')
  if (asked.length === 0) return null
  return Object.fromEntries(asked.map((ability) => [ability, Number(values[ability])]))
}

/** Where the input's paths are not the form's. */
export const memberPaths: Readonly<Record<string, string>> = {
  'returnee.status': 'returneeStatus',
  'returnee.country': 'returneeCountry',
  'returnee.sector': 'returneeSector',
  'returnee.years': 'returneeYears',
  'returnee.returnedOn': 'returnedOn',
  ...Object.fromEntries(abilities.map((ability) => [`disability.${ability}`, ability])),
}

/** Fields behind *Isian lain*: a refusal of one of them opens it. */
export const moreFields: readonly (keyof MemberValues)[] = [
  'address',
  'village',
  'district',
  'occupation',
  'returneeStatus',
  'returneeCountry',
  'returneeSector',
  'returneeYears',
  'returnedOn',
  ...abilities,
  'bpjs',
  'consentOn',
  'note',
]

/** True where something stands behind *Isian lain*. */
export function hasMore(values: MemberValues): boolean {
  return moreFields.some((field) => values[field] !== '' && values[field] !== null)
}
