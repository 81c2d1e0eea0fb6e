import type { CalendarDate } from '../../../../shared/calendar.ts'
import type { Inputs } from '../../../../shared/contract/index.ts'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import type { lenderKinds } from './use-borrowings.ts'

export const borrowingMethods = ['flat', 'declining', 'annuity', 'bullet'] as const
/** What lenders round to, sen. */
export const roundingSteps = ['10000', '50000', '100000'] as const

type Step = (typeof roundingSteps)[number] | ''

/** What stands in the fields of a new borrowing. */
export interface BorrowValues {
  readonly kind: (typeof lenderKinds)[number]
  readonly lender: string
  readonly member: PickedMember | null
  readonly principal: number | null
  readonly rate: string | null
  readonly method: (typeof borrowingMethods)[number]
  readonly months: number | null
  readonly date: CalendarDate | null
  readonly firstDueOn: CalendarDate | null
  readonly everyMonths: number | null
  readonly gracePrincipalMonths: number | null
  readonly graceAllMonths: number | null
  readonly roundTo: Step
  readonly roundPaymentTo: Step
  readonly cashAccount: string | null
  readonly agreementNumber: string
  readonly covenant: string
  readonly collateral: string
}

export function emptyBorrowing(today: CalendarDate): BorrowValues {
  return {
    ...{ kind: '27101', lender: '', member: null, principal: null, rate: null, method: 'flat', months: null },
    ...{ date: today, firstDueOn: null, everyMonths: null, gracePrincipalMonths: null, graceAllMonths: null },
    ...{ roundTo: '', roundPaymentTo: '', cashAccount: null, agreementNumber: '', covenant: '', collateral: '' },
  }
}

type Plan = Inputs['capital']['previewBorrowing']

/** How it is paid back, as the API takes it; what was left empty is as usual. */
function planOf(values: BorrowValues) {
  const { principal, rate, method, months, date, firstDueOn, everyMonths, roundTo, roundPaymentTo } = values
  const { gracePrincipalMonths, graceAllMonths } = values
  return {
    ...{ principal: principal ?? 0, ratePctPerYear: rate ?? '', method, months: months ?? 0, date: date ?? '' },
    ...(firstDueOn !== null && { firstDueOn }),
    ...(everyMonths !== null && { everyMonths }),
    ...(gracePrincipalMonths !== null && { gracePrincipalMonths }),
    ...(graceAllMonths !== null && { graceAllMonths }),
    ...(roundTo !== '' && { roundTo: Number(roundTo) }),
    ...(roundPaymentTo !== '' && { roundPaymentTo: Number(roundPaymentTo) }),
  } as Plan
}

/** The same once enough is filled in to reckon a schedule. */
export function plannedBorrowing(values: BorrowValues): Plan | undefined {
  const { principal, rate, months, date } = values
  return principal === null || rate === null || months === null || date === null ? undefined : planOf(values)
}

/** The form as the API takes it; of a member who lends her own name is the lender's. */
export function borrowInput(values: BorrowValues): Omit<Inputs['capital']['borrow'], 'requestId'> {
  const { kind, lender, member, cashAccount } = values
  const filled = (key: 'agreementNumber' | 'covenant' | 'collateral') =>
    values[key].trim() === '' ? {} : { [key]: values[key] }
  return {
    ...{ ...planOf(values), kind, lender: kind === '27105' ? (member?.title ?? '') : lender },
    cashAccount: cashAccount ?? '',
    ...(kind === '27105' && member !== null && { memberId: member.id }),
    ...{ ...filled('agreementNumber'), ...filled('covenant'), ...filled('collateral') },
  }
}

/** The field a problem of the input stands beside. */
export function borrowField(path: string, { kind }: BorrowValues): string {
  const fields = { ratePctPerYear: 'rate', memberId: 'member', ...(kind === '27105' && { lender: 'member' }) }
  return (fields as Record<string, string>)[path] ?? path
}
