import { useQuery } from '@tanstack/react-query'
import { type ComponentProps, useMemo } from 'react'
import type { AccountAnswer } from '../../shared/contract/accounts.ts'
import { AccountPicker } from '../ui/fields/AccountPicker.tsx'
import { useText } from '../ui/text.ts'
import { orpc } from './queries.ts'

interface AccountSearchProps extends Omit<ComponentProps<typeof AccountPicker>, 'accounts'> {
  /** Which accounts fit here; must keep its identity (a function of the module, not of the screen). */
  readonly fits?: (account: AccountAnswer) => boolean
}

const everyAccount = () => true

/** The account picker over the book's chart: accounts in use that can be posted to. */
export function AccountSearch({ fits = everyAccount, ...props }: AccountSearchProps) {
  const { language } = useText()
  const { data } = useQuery(orpc.accounts.list.queryOptions({ input: { activeOnly: true, postableOnly: true } }))
  const accounts = useMemo(
    () =>
      (data?.rows ?? [])
        .filter(fits)
        .map(({ code, nameId, nameEn }) => ({ code, name: language === 'en' ? nameEn : nameId })),
    [data, fits, language],
  )
  return <AccountPicker {...props} accounts={accounts} />
}
