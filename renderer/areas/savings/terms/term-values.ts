import type { Inputs } from '../../../../shared/contract/index.ts'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'

type Agreed = Inputs['savings']['termTakeOver']

/** What is agreed about a term deposit, as it stands in the form. */
export interface TermValues {
  readonly member: PickedMember | null
  readonly product: string
  readonly amount: number | null
  readonly months: number | null
  readonly rate: string | null
  readonly date: string | null
  readonly rollover: NonNullable<Agreed['rollover']>
  /** The savings its interest goes onto every month; empty where it is paid at the end. */
  readonly payInterestTo: string
  readonly cashAccount: string | null
}

/** What the API is told; a field that was not filled in is refused there, at its place. */
export function termInput(values: TermValues) {
  const { member, product, amount, months, rate, date, rollover, payInterestTo } = values
  const isPaidMonthly = payInterestTo !== '' && rollover !== 'principal_and_interest'
  return {
    ...{ memberId: member?.id ?? '', product, amount: amount ?? 0, months: months ?? 0 },
    ...{ ratePctPerYear: rate ?? '', date: date ?? '', rollover },
    ...(isPaidMonthly && { payInterestTo }),
  }
}

/** What a preview is asked with; undefined while something is missing. */
export function previewInput({ product, amount, months, rate, date }: TermValues) {
  if (product === '' || !amount || !months || months > 600 || rate === null || date === null) return undefined
  return { product, amount, months, ratePctPerYear: rate, date }
}
