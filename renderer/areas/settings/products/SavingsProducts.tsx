import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { monthOf } from '../../../../shared/calendar.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { useRateWords } from '../../../app/use-rate-words.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { useDueWords } from './due-words.ts'
import { knownKind } from './savings-kind.ts'

/** The savings products with what is due now. */
export function SavingsProducts() {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { today } = useBook()
  const products = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const accounts = useQuery(orpc.accounts.list.queryOptions({ input: {} }))
  const accountName = (code: string) => {
    const account = accounts.data?.rows.find((row) => row.code === code)
    return language === 'en' ? account?.nameEn : account?.nameId
  }
  const due = useDueWords()
  const rateWords = useRateWords()
  const title = t(($) => $.settings.products.title)
  return (
    <>
      <PageHead
        title={title}
        text={t(($) => $.settings.products.text)}
        actions={
          <Button component={Link} to="/settings/products/new">
            {t(($) => $.savingsRules.create.action)}
          </Button>
        }
      />
      <DataTable
        label={title}
        rows={products.data?.rows ?? []}
        rowKey={({ product }) => product}
        isLoading={products.isPending}
        hasFailed={products.isError}
        onRetry={() => void products.refetch()}
        onOpen={({ product }) => void navigate(`/settings/products/${product}`)}
        isMuted={({ active }) => !active}
        columns={[
          {
            key: 'name',
            title: t(($) => $.settings.products.name),
            value: (row) => (language === 'en' ? row.nameEn : row.nameId),
          },
          {
            key: 'kind',
            title: t(($) => $.settings.products.kind),
            width: '9rem',
            value: ({ kind }) => t(($) => $.settings.products.kinds[knownKind(kind)]),
          },
          {
            key: 'account',
            title: t(($) => $.settings.products.account),
            width: 'minmax(9rem, 1fr)',
            value: ({ account }) => accountName(account),
          },
          {
            key: 'due',
            title: t(($) => $.settings.products.due),
            width: 'minmax(16rem, 1.5fr)',
            value: due,
          },
          {
            key: 'interest',
            title: t(($) => $.savingsRules.interest.short),
            width: 'minmax(8rem, 1fr)',
            value: ({ interest }) => rateWords.short(interest.findLast(({ fromMonth }) => fromMonth <= monthOf(today))),
          },
          {
            key: 'active',
            title: t(($) => $.settings.products.active),
            width: '6rem',
            value: ({ active }) => t(($) => $.settings.products[active ? 'yes' : 'no']),
          },
        ]}
      />
    </>
  )
}
