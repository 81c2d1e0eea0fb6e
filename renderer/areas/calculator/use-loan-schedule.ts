import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { Answers } from '../../../shared/contract/index.ts'
import { orpc } from '../../app/queries.ts'
import type { LoanInput, Method } from './loan-values.ts'

export type Schedule = Answers['calc']['loanSchedule']

/** A schedule with the method it was reckoned by. */
export interface Reckoned {
  readonly method: Method
  readonly schedule: Schedule
}

/** Asks for a schedule; while another one is fetched the last one stays, and nothing stands there without an input. */
export function useLoanSchedule(input: LoanInput | undefined): {
  readonly reckoned: Reckoned | undefined
  readonly error: unknown
} {
  const { data, error } = useQuery({
    ...orpc.calc.loanSchedule.queryOptions({ input: input ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  if (input === undefined) return { reckoned: undefined, error: null }
  return { reckoned: data && { method: input.method, schedule: data }, error }
}
