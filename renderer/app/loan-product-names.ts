import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useText } from '../ui/text.ts'
import { orpc } from './queries.ts'

/** Names of loan products in the language of the screen; lists of the API carry the Indonesian ones. */
export function useLoanProductNames(): (product: string, otherwise?: string) => string {
  const { language } = useText()
  const { data } = useQuery(orpc.loans.products.queryOptions({ input: {} }))
  const names = useMemo(
    () => new Map(data?.rows.map(({ product, nameId, nameEn }) => [product, language === 'en' ? nameEn : nameId])),
    [data, language],
  )
  return useCallback((product, otherwise) => names.get(product) ?? otherwise ?? product, [names])
}
