import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Language } from '../../shared/calendar.ts'
import type { SavingsProduct } from '../../shared/contract/savings.ts'
import { useText } from '../ui/text.ts'
import { orpc } from './queries.ts'

/** Names of savings products in the language of the screen; lists of the API carry the Indonesian ones. */
export function useProductNames(): (product: string, otherwise?: string) => string {
  const { language } = useText()
  const { data } = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const names = useMemo(() => namesIn(data?.rows ?? [], language), [data, language])
  return useCallback((product, otherwise) => names.get(product) ?? otherwise ?? product, [names])
}

function namesIn(products: readonly SavingsProduct[], language: Language): ReadonlyMap<string, string> {
  return new Map(products.map(({ product, nameId, nameEn }) => [product, language === 'en' ? nameEn : nameId]))
}
