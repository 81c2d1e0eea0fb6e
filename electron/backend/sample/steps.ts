import type { CalendarDate, CalendarMonth } from '../../../shared/calendar.ts'
import type { CooperativeInput } from '../../../shared/contract/cooperative.ts'
import type { Inputs } from '../../../shared/contract/index.ts'
import type { MemberInput } from '../../../shared/contract/members.ts'
import type { VoucherBook } from '../../../shared/rules/entries/draft.ts'
import type { CapitalStep } from './capital-steps.ts'
import type { ShopStep } from './shop-steps.ts'
import type { YearStep } from './year-steps.ts'

/** Members are told by their place in the list: they get their ids when they are entered. */
export type MemberIndex = number

/** The savings products of a new book that the sample cooperative uses. */
export type Product = 'pokok' | 'wajib' | 'sukarela'

/** The loan products of a new book. */
export type LoanProduct = 'flat' | 'declining' | 'annuity'

export type Unit = 'general' | 'shop'

/** What a line of money received or spent is for; amounts in sen. */
export interface MoneyLine {
  readonly account: string
  readonly amount: number
  readonly member?: MemberIndex
}

export interface BalanceLine {
  readonly account: string
  readonly debit?: number
  readonly credit?: number
  /** The savings account it stands on. */
  readonly savings?: readonly [MemberIndex, Product]
}

export type Officers = Readonly<Record<'chair' | 'secretary' | 'treasurer' | 'supervisor', string>>

export interface DueSet {
  readonly product: Product
  readonly fromMonth: CalendarMonth
  readonly amount: number
}

export interface SavingsMoved {
  readonly way: 'deposit' | 'withdraw'
  readonly member: MemberIndex
  readonly product: Product
  readonly amount: number
  readonly cashAccount: string
}

export interface MoneyMoved {
  readonly way: 'receive' | 'spend'
  readonly cashAccount: string
  readonly description: string
  readonly unit: Unit
  readonly lines: readonly MoneyLine[]
  /** Under which a later step finds it again. */
  readonly key?: string
}

export interface CashCounted {
  readonly cashAccount: string
  readonly denominations: Readonly<Record<string, number>>
  readonly countedBy: readonly [string, string]
  readonly reason?: string
}

/** What a member brought to a meeting: savings by product, and what she pays on her loan. */
export interface Brought {
  readonly savings: Partial<Record<Product, number>>
  readonly loan?: { readonly loan: string; readonly amount: number }
}

export type Collected = ReadonlyMap<MemberIndex, Brought>

/** What a member asks for. */
export interface LoanWish {
  readonly product: LoanProduct
  readonly principal: number
  readonly months: number
  readonly purpose: string
  readonly collateral?: Inputs['loans']['apply']['collateral']
  /** The fund whose money it is, by the name the plan knows. */
  readonly fund?: string
}

/** What a product says from now on. */
export type LoanTermsSet = Omit<Inputs['loans']['updateProduct'], 'requestId' | 'product'>

/** How a product earns. */
export type InterestTerms = Pick<
  Inputs['savings']['setInterest'],
  'method' | 'dayBasis' | 'rounding' | 'minimumBalance' | 'tiers'
>

/** What is agreed about money placed for a term. */
type TermWish = Pick<Inputs['savings']['termOpen'], 'months' | 'ratePctPerYear'>

/** Why a member leaves, and who inherits. */
export type Leaving = Pick<Inputs['members']['exit'], 'reason' | 'heir'>

/** What the plan expects a step to move in cash, in sen. */
interface Expected {
  readonly amount: number
  readonly cashAccount: string
}

/** A step on one loan, under the name by which later steps find it again. */
export interface OnLoan {
  readonly loan: string
}

/** How a loan goes on, and who said so. */
type LoanRestructured = Pick<
  Inputs['loans']['restructure'],
  'months' | 'method' | 'capitaliseInterest' | 'reason' | 'approvedBy'
>
export type LoanDecision = Inputs['loans']['writeOff']['decision']

/** What a treasurer does about loans. */
export type LoanStep = { readonly date: CalendarDate } & (
  | { readonly act: 'loanTerms'; readonly product: LoanProduct; readonly terms: LoanTermsSet }
  | { readonly act: 'setAside'; readonly month: CalendarMonth }
  | ({ readonly act: 'apply'; readonly member: MemberIndex } & OnLoan & LoanWish)
  | ({ readonly act: 'approve'; readonly approvedBy: string } & OnLoan)
  | ({ readonly act: 'payOut' } & OnLoan & Expected)
  | ({ readonly act: 'payOff' } & OnLoan & Expected)
  | ({ readonly act: 'restructure'; readonly as: string; readonly principal: number } & OnLoan & LoanRestructured)
  | ({ readonly act: 'writeOff'; readonly principal: number; readonly decision: LoanDecision } & OnLoan)
  | ({ readonly act: 'recover'; readonly left: number } & OnLoan & Expected)
)

/** One thing a treasurer does on a day, as one call of the API will be made of it; amounts in sen. */
export type Step = LoanStep | ShopStep | CapitalStep | YearStep | OtherStep

type OtherStep = { readonly date: CalendarDate } & (
  | ({ readonly act: 'due' } & DueSet)
  | { readonly act: 'elect'; readonly officers: Officers }
  | { readonly act: 'enter'; readonly member: MemberIndex; readonly particulars: MemberInput }
  | { readonly act: 'open'; readonly member: MemberIndex; readonly product: Product }
  | { readonly act: 'begin'; readonly lines: readonly BalanceLine[] }
  | { readonly act: 'collect'; readonly cashAccount: string; readonly rows: Collected }
  | ({ readonly act: 'savings' } & SavingsMoved)
  | ({ readonly act: 'money' } & MoneyMoved)
  | {
      readonly act: 'transfer'
      readonly from: string
      readonly to: string
      readonly amount: number
      readonly unit: Unit
      readonly description: string
    }
  | {
      readonly act: 'journal'
      readonly book: VoucherBook
      readonly description: string
      readonly lines: readonly BalanceLine[]
    }
  | ({ readonly act: 'count' } & CashCounted)
  | {
      readonly act: 'interestRate'
      readonly product: Product
      readonly fromMonth: CalendarMonth
      readonly terms: InterestTerms
    }
  | ({
      readonly act: 'placeTerm'
      readonly term: string
      readonly member: MemberIndex
    } & Expected &
      TermWish)
  | ({ readonly act: 'payTermBack'; readonly term: string } & Expected)
  | { readonly act: 'interest'; readonly month: CalendarMonth; readonly amount: number }
  | ({ readonly act: 'leave'; readonly member: MemberIndex } & Leaving)
  | ({ readonly act: 'payLeaver'; readonly member: MemberIndex } & Expected)
  | { readonly act: 'reverse'; readonly key: string; readonly reason: string }
  | { readonly act: 'lock'; readonly month: CalendarMonth }
)

export interface SamplePlan {
  readonly cooperative: CooperativeInput
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  readonly people: number
  readonly steps: readonly Step[]
}

const loanActs: readonly string[] = [
  ...(['loanTerms', 'setAside', 'apply', 'approve', 'payOut', 'payOff', 'restructure', 'writeOff', 'recover'] as const),
] satisfies readonly LoanStep['act'][]

export function isLoanStep(step: Step): step is LoanStep {
  return loanActs.includes(step.act)
}
