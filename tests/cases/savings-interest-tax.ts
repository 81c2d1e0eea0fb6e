import { ask } from './ask.ts'
import type { Answer } from './case.ts'

type Inputs = {
  readonly member_is_individual: boolean
  readonly monthly_interest: Readonly<Record<string, number>>
}

export function savingsInterestTaxCase({ member_is_individual, monthly_interest }: Inputs): Answer {
  const memberKind = member_is_individual ? 'individual' : 'other'
  const taxes = Object.entries(monthly_interest).map(([month, gross]) => {
    return [month, ask('savingsInterestTax', { grossInMonth: gross * 100, memberKind }).tax / 100] as const
  })
  return { answers: { final_tax: Object.fromEntries(taxes), total: taxes.reduce((sum, [, tax]) => sum + tax, 0) } }
}
