import type { Language } from '../../calendar.ts'
import type { Answers } from '../../contract/index.ts'
import type { AllowancePercentages, LoanClass } from '../../rules/allowance.ts'
import type { TaxRegime } from '../../rules/turnover-tax.ts'
import type { ToldLoan } from '../loan-terms.ts'
import type { SurplusFund } from '../shu-components.ts'
import type { Division, ShuDecision } from '../shu-texts.ts'
import type { Row } from '../statement.ts'

/** An account's amount in both years, on the side of its line, sen. */
export interface NotedAccount {
  readonly code: string
  readonly name: string
  readonly current: number
  readonly compared: number
}

/** A line of a statement as it is printed there, with the accounts it adds up. */
export interface NotedLine {
  readonly row: Row
  readonly accounts: readonly NotedAccount[]
}

/** A loan that is owed at the end of the year, sen. */
export interface NotedLoan {
  readonly product: string
  readonly class: LoanClass
  readonly outstanding: number
  readonly collateral: number
  readonly allowance: number
  readonly restructured: boolean
  readonly relatedParty: boolean
}

/** What moved on one account of fixed assets, sen, on its own side. */
export interface NotedAsset {
  readonly code: string
  readonly name: string
  readonly opening: number
  readonly added: number
  readonly removed: number
  readonly closing: number
}

/** How a year's surplus is divided: decided, or proposed. */
export interface NotedDivision {
  readonly year: number
  readonly decided: ShuDecision | null
  readonly division: Division
}

/** Everything the notes tell of a year; amounts in sen. */
export interface NotesFacts {
  readonly language: Language
  readonly year: number
  readonly asOf: string
  readonly isClosed: boolean
  /** What the board wrote into the notes, kept from year to year. */
  readonly written: Answers['meeting']['get']['texts']
  readonly cooperative: Readonly<
    Record<'name' | 'founded' | 'legal' | 'registration' | 'taxId' | 'businessId' | 'address', string | null>
  >
  readonly officers: Answers['officers']['list']['rows']
  readonly units: readonly string[]
  readonly members: Readonly<Record<'start' | 'joined' | 'left' | 'end' | 'women' | 'men', number>>
  readonly loanProducts: readonly (Pick<ToldLoan, 'ratePct' | 'ratePer' | 'method'> & { readonly name: string })[]
  readonly accruesInterest: boolean
  readonly allowance: AllowancePercentages
  readonly balances: readonly NotedLine[]
  readonly results: readonly NotedLine[]
  readonly loans: readonly NotedLoan[]
  readonly writtenOff: { readonly count: number; readonly amount: number }
  readonly savings: readonly { readonly name: string; readonly accounts: number; readonly balance: number }[]
  readonly cost: readonly NotedAsset[]
  readonly accumulated: readonly NotedAsset[]
  readonly borrowings: Answers['capital']['borrowings']['rows']
  readonly divisions: readonly NotedDivision[]
  readonly funds: Answers['funds']['list']['rows']
  readonly lent: number
  readonly educationFund: SurplusFund | undefined
  readonly regime: TaxRegime | null
}
