import type { Language } from '../../calendar.ts'
import type { Answers } from '../../contract/index.ts'
import type { Statement } from '../statement.ts'

export interface ListedMember {
  readonly number: string
  readonly name: string
  readonly sex: 'female' | 'male'
  readonly joinedOn: string
}

/** How many women and men. */
export interface BySex {
  readonly female: number
  readonly male: number
}

export interface MemberFigures {
  readonly start: BySex
  readonly joined: BySex
  readonly left: BySex
  readonly end: BySex
  /** At the end of the year by hamlet; null for those who named none. */
  readonly hamlets: readonly ({ readonly hamlet: string | null } & BySex)[]
  /** Members at the end of the year who brought, fetched or bought nothing in it. */
  readonly inactive: number
  readonly returnees: readonly ({ readonly status: string | null } & BySex)[]
}

export interface CountedCash {
  readonly account: string
  readonly date: string
  readonly counted: number
  readonly booked: number
  readonly countedBy: string
}

/** Figures of one year that the board tells beside the year before, sen. */
export interface BusinessFigures {
  readonly granted: number
  readonly repaid: number
  readonly outstanding: number
  readonly interest: number
  readonly memberSales: number
  readonly otherSales: number
  readonly commission: number
  /** Volume usaha: everything earned by serving members and others (T1 and T3 of the statement of the result). */
  readonly volume: number
  readonly surplus: number
  readonly assets: number
  readonly ownCapital: number
  readonly outsideCapital: number
}

/** A statement of the book, or why there is none as a sentence. */
export type ToldStatement = Statement | { readonly missing: string; readonly title: string }

/** Everything the book of the annual meeting of a year is made of; amounts in sen. */
export interface MeetingBookFacts {
  readonly language: Language
  readonly year: number
  /** The one part that was asked for, by its number. */
  readonly part: string | undefined
  /** The short version for members. */
  readonly isBrief: boolean
  readonly isClosed: boolean
  readonly surplus: number
  readonly meeting: Answers['meeting']['get']
  readonly cooperative: Answers['cooperative']['get']
  readonly officers: Answers['officers']['list']['rows']
  readonly members: MemberFigures
  readonly listed: readonly ListedMember[]
  /** Who may come to the meeting: members on its day, today where it is not known yet. */
  readonly attending: readonly ListedMember[]
  /** What the meeting about the year before decided. */
  readonly decidedBefore: readonly string[]
  /** Loans that are owed at the end of the year by class, sen. */
  readonly loanClasses: readonly { readonly name: string; readonly count: number; readonly outstanding: number }[]
  readonly business: { readonly current: BusinessFigures; readonly before: BusinessFigures }
  /** What members saved at the end of the year, by kind. */
  readonly savings: readonly { readonly name: string; readonly amount: number }[]
  /** At the end of each year that is known, oldest first. */
  readonly growth: readonly { readonly year: number; readonly assets: number; readonly ownCapital: number }[]
  readonly salesByMonth: readonly { readonly month: string; readonly amount: number }[]
  readonly funds: readonly {
    readonly name: string
    readonly donor: string
    readonly received: number
    readonly spent: number
    readonly refunded: number
    readonly balance: number
  }[]
  readonly counts: readonly CountedCash[]
  readonly budgetComparison: ToldStatement
  /** Statements combined and of each unit that did business, in the order of the book. */
  readonly finance: readonly ToldStatement[]
  readonly division: readonly ToldStatement[]
  readonly budgetPlan: ToldStatement
  readonly annexes: readonly ToldStatement[]
  /** Minutes of the last count of goods in each place. */
  readonly stockTakes: readonly Statement[]
}
