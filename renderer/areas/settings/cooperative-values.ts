import type { CooperativeAnswer } from '../../../shared/contract/cooperative.ts'

export const coopTypes = ['ksp', 'consumer', 'producer', 'marketing', 'service'] as const
export const units = ['general', 'usp', 'shop'] as const
export const placeFields = ['address', 'village', 'district', 'regency', 'province', 'phone'] as const
export const identityFields = ['legalEntityNumber', 'coopRegistrationNumber', 'taxId', 'businessId'] as const

type TextKey = (typeof placeFields)[number] | (typeof identityFields)[number]

/** The form's own shape: empty text instead of null. */
export type CooperativeValues = Readonly<Record<TextKey | 'name', string>> & {
  readonly foundedOn: string | null
  readonly coopType: string | null
  readonly units: readonly (typeof units)[number][]
}

export function cooperativeValues(answer: CooperativeAnswer): CooperativeValues {
  const text = (key: TextKey) => [key, answer[key] ?? ''] as const
  return {
    ...(Object.fromEntries([...placeFields, ...identityFields].map(text)) as Record<TextKey, string>),
    name: answer.name,
    foundedOn: answer.foundedOn,
    coopType: answer.coopType,
    units: units.filter((unit) => answer.units.includes(unit)),
  }
}

/** An emptied field is null: it is emptied in the book too. */
export function cooperativeInput(values: CooperativeValues) {
  const text = (key: TextKey) => [key, values[key].trim() === '' ? null : values[key]] as const
  return {
    ...(Object.fromEntries([...placeFields, ...identityFields].map(text)) as Record<TextKey, string | null>),
    name: values.name,
    foundedOn: values.foundedOn,
    coopType: coopTypes.find((type) => type === values.coopType) ?? null,
    units: [...values.units],
  }
}
