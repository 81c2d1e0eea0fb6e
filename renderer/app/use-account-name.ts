import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useText } from '../ui/text.ts'
import { orpc } from './queries.ts'

/** The name of an account in the language of the screen; answers carry the Indonesian one, which stands in until then. */
export function useAccountName(): (code: string, name: string) => string {
  const { language } = useText()
  const { data } = useQuery(orpc.accounts.list.queryOptions({ input: {} }))
  const names = useMemo(() => {
    if (language === 'id') return undefined
    return new Map((data?.rows ?? []).map(({ code, nameEn }) => [code, nameEn]))
  }, [data, language])
  return useCallback((code, name) => names?.get(code) ?? name, [names])
}
