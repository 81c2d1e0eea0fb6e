import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { orpc } from '../../../app/queries.ts'

export type Place = Answers['trade']['createLocation']

/** The places goods lie at, the shop first. */
export function usePlaces(): readonly Place[] {
  const { data } = useQuery(orpc.trade.locations.queryOptions())
  return data?.rows ?? []
}

/** True where goods may lie at more than one place. */
export function useHasPlaces(): boolean {
  return usePlaces().filter(({ active }) => active).length > 1
}

/** The names of places by their id. */
export function usePlaceNames(): (locationId: string) => string {
  const { data } = useQuery(orpc.trade.locations.queryOptions())
  const rows = data?.rows
  return useCallback((id) => rows?.find(({ locationId }) => locationId === id)?.name ?? '', [rows])
}

/** The place every book begins with. */
export const shopPlace = 'shop'
