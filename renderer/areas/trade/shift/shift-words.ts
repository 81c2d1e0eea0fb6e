import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { orpc } from '../../../app/queries.ts'
import { useAccountName } from '../../../app/use-account-name.ts'

export type Shift = Answers['trade']['openShift']

/** A shift that was just closed, with the day its count is dated on. */
export type ClosedShift = Answers['trade']['closeShift'] & { readonly closedOn: string }

/** The names of cash accounts by their code. */
export function useCashNames(): (code: string) => string {
  const nameOf = useAccountName()
  const { data } = useQuery(orpc.cash.accounts.queryOptions({ input: {} }))
  const rows = data?.rows
  return useCallback(
    (code) => {
      const known = rows?.find((row) => row.code === code)
      return known ? nameOf(code, known.name) : code
    },
    [rows, nameOf],
  )
}
