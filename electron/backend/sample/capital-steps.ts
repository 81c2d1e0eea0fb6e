import type { CalendarDate } from '../../../shared/calendar.ts'
import type { Inputs } from '../../../shared/contract/index.ts'

type Agreed = Omit<Inputs['capital']['borrow'], 'requestId' | 'date' | 'principal' | 'cashAccount'>
type FundTerms = Omit<Inputs['funds']['create'], 'requestId' | 'budget'>

/** One thing done with money that others entrust, in sen; a fund and its lines by the names the plan knows. */
export type CapitalStep = { readonly date: CalendarDate } & (
  | {
      readonly act: 'fund'
      readonly fund: string
      readonly terms: FundTerms
      readonly budget: readonly { readonly line: string; readonly name: string; readonly amount: number }[]
    }
  | { readonly act: 'fundMoney'; readonly fund: string; readonly way: 'receive' | 'refund'; readonly amount: number }
  | {
      readonly act: 'fundSpent'
      readonly fund: string
      readonly line: string
      readonly amount: number
      readonly description: string
    }
  | ({ readonly act: 'borrow'; readonly principal: number; readonly cashAccount: string } & Agreed)
  | {
      readonly act: 'repay'
      readonly principal: number
      readonly interest: number
      readonly left: number
      readonly cashAccount: string
    }
  | {
      readonly act: 'contribute'
      readonly contributor: string
      readonly amount: number
      readonly cashAccount: string
    }
  | { readonly act: 'returnContribution'; readonly amount: number; readonly cashAccount: string }
)

const capitalActs: readonly string[] = [
  ...(['fund', 'fundMoney', 'fundSpent', 'borrow', 'repay', 'contribute', 'returnContribution'] as const),
] satisfies readonly CapitalStep['act'][]

export function isCapitalStep(step: { readonly act: string }): step is CapitalStep {
  return capitalActs.includes(step.act)
}
