import { useQuery } from '@tanstack/react-query'
import type { Answers } from '../../shared/contract/index.ts'
import { orpc } from './queries.ts'

export type Fund = Answers['funds']['list']['rows'][number]

const fundsMax = 1_000

/** The funds that are open and treated in one of these ways; undefined while they are fetched. */
export function useOpenFunds(fits: (fund: Fund) => boolean): readonly Fund[] | undefined {
  const { data } = useQuery(orpc.funds.list.queryOptions({ input: { activeOnly: true, limit: fundsMax } }))
  return data?.rows.filter(fits)
}

/** What can still be done with a fund, sen: what is free to lend of one that is lent on, else what is left of it. */
export function leftOfFund({ revolving, balance }: Pick<Fund, 'revolving' | 'balance'>): number {
  return revolving?.free ?? balance
}

/** True once all that was left of a fund went back to who gave it: nothing of it is spent after that. */
export function isGivenBack({ refunded, balance }: Pick<Fund, 'refunded' | 'balance'>): boolean {
  return refunded > 0 && balance === 0
}
