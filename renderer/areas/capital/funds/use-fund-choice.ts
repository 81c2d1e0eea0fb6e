import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { orpc } from '../../../app/queries.ts'

export type Fund = Answers['funds']['list']['rows'][number]

const fundsMax = 1_000

/** The funds that are open and treated in one of these ways; undefined while they are fetched. */
export function useOpenFunds(fits: (fund: Fund) => boolean): readonly Fund[] | undefined {
  const { data } = useQuery(orpc.funds.list.queryOptions({ input: { activeOnly: true, limit: fundsMax } }))
  return data?.rows.filter(fits)
}

/** The fund an address names with `?fund=`. */
export function useFundOfAddress(): string {
  const [params] = useSearchParams()
  return params.get('fund') ?? ''
}

/** The account where a fund's money lies is proposed as soon as the fund is chosen. */
export function useFundAccount(fund: Fund | undefined, offer: (code: string) => void): void {
  const account = fund?.cashAccount
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another fund proposes another account
  useEffect(() => {
    if (account !== undefined) offer(account)
  }, [fund?.fundId, account])
}
