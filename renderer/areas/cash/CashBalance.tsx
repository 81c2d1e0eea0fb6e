import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../app/queries.ts'
import { Money } from '../../ui/display/Money.tsx'
import { useText } from '../../ui/text.ts'

/** What is in a cash or bank account after saving. */
export function CashBalance({ code }: { readonly code: string | null }) {
  const { t, language } = useText()
  const { data } = useQuery(orpc.cash.accounts.queryOptions({ input: {} }))
  const account = data?.rows.find((row) => row.code === code)
  if (account === undefined) return null
  return (
    <Text>
      {t(($) => $.cash.balance)} ({language === 'en' ? account.nameEn : account.name}):{' '}
      <Money amount={account.balance} />
    </Text>
  )
}
