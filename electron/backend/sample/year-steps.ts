import type { CalendarDate } from '../../../shared/calendar.ts'
import type { Inputs } from '../../../shared/contract/index.ts'
import type { MemberIndex } from './steps.ts'

type MeetingHeld = Omit<Inputs['meeting']['set'], 'requestId' | 'date'>
type PartWritten = Omit<Inputs['meeting']['setText'], 'requestId'>

/** What a year's end and its annual meeting ask for; amounts in sen. */
export type YearStep = { readonly date: CalendarDate } & (
  | { readonly act: 'loanPolicy'; readonly accrueInterest: boolean }
  | { readonly act: 'bylaw'; readonly fromYear: number; readonly bylaw: Inputs['closing']['setBylaw']['bylaw'] }
  | { readonly act: 'incomeTax'; readonly year: number }
  | ({ readonly act: 'payIncomeTax' } & PaidAtMost)
  | { readonly act: 'closeYear'; readonly year: number; readonly note: string }
  | ({ readonly act: 'meeting' } & MeetingHeld)
  | ({ readonly act: 'meetingText' } & PartWritten)
  | { readonly act: 'decide'; readonly year: number; readonly decision: string }
  | ({ readonly act: 'payShares'; readonly year: number; readonly members: readonly MemberIndex[] } & PaidAtMost)
  | ({ readonly act: 'useFund' } & FundUse & PaidAtMost)
  | { readonly act: 'budget'; readonly year: number; readonly decision: string }
)

export type FundUse = Pick<Inputs['closing']['spendShuFund'], 'account' | 'description' | 'paidTo'>

/** The book alone knows how much it is: no more than the plan put aside at the bank, sen. */
interface PaidAtMost {
  readonly atMost: number
  readonly cashAccount: string
}

const yearActs: readonly string[] = [
  ...(['loanPolicy', 'bylaw', 'incomeTax', 'payIncomeTax', 'closeYear', 'meeting', 'meetingText'] as const),
  ...(['decide', 'payShares', 'useFund', 'budget'] as const),
] satisfies readonly YearStep['act'][]

export function isYearStep(step: { readonly act: string }): step is YearStep {
  return yearActs.includes(step.act)
}
