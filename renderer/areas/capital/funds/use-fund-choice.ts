import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { Fund } from '../../../app/use-open-funds.ts'

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
