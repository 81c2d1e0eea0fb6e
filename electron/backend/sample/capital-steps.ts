import type { CalendarDate, CalendarMonth } from '../../../shared/calendar.ts'
import type { Inputs } from '../../../shared/contract/index.ts'
import type { Units } from './shop-steps.ts'

type Agreed = Omit<Inputs['capital']['borrow'], 'requestId' | 'date' | 'principal' | 'cashAccount' | 'memberId'>
/** What is entered about something that lasts, sen. */
export type AssetTerms = Omit<
  Inputs['assets']['acquire'],
  'requestId' | 'date' | 'cashAccount' | 'partnerId' | 'grant' | 'months' | 'cost' | 'residual'
> & { readonly months: number; readonly cost: number; readonly residual?: number }

/** What it is paid from: the cash box, the account of programmes, later to the workshop, or nobody pays. */
export type Payer = 'box' | 'program' | 'workshop' | 'gift'

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
  | {
      readonly act: 'giftOfGoods'
      readonly fund: string
      readonly lines: readonly (Units & { readonly amount: number })[]
    }
  | ({
      readonly act: 'borrow'
      /** The name by which repayments find it again. */
      readonly borrowing: string
      readonly member?: number
      readonly principal: number
      readonly cashAccount: string
    } & Agreed)
  | {
      readonly act: 'repay'
      readonly borrowing: string
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
  | {
      readonly act: 'assetBefore'
      readonly asset: string
      readonly terms: AssetTerms
      readonly acquiredOn: CalendarDate
      readonly accumulated: number
    }
  | {
      readonly act: 'asset'
      readonly asset: string
      readonly terms: AssetTerms
      readonly payer: Payer
      /** What it takes out of the box. */
      readonly cash: number
    }
  | {
      readonly act: 'assetLeaves'
      readonly asset: string
      readonly price: number
      readonly reason: string
      readonly gain: number
      readonly cash: number
    }
  | { readonly act: 'depreciate'; readonly month: CalendarMonth; readonly total: number }
  | ({ readonly act: 'taxRegime' } & Omit<Inputs['tax']['setRegime'], 'requestId'>)
  | { readonly act: 'tax'; readonly month: CalendarMonth; readonly atMost: number }
  | { readonly act: 'payTax'; readonly cashAccount: string }
)

const capitalActs: readonly string[] = [
  ...([
    'fund',
    'fundMoney',
    'fundSpent',
    'giftOfGoods',
    'borrow',
    'repay',
    'contribute',
    'returnContribution',
  ] as const),
  ...(['assetBefore', 'asset', 'assetLeaves', 'depreciate', 'taxRegime', 'tax', 'payTax'] as const),
] satisfies readonly CapitalStep['act'][]

export function isCapitalStep(step: { readonly act: string }): step is CapitalStep {
  return capitalActs.includes(step.act)
}
