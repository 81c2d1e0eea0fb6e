import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Answers } from '../../../shared/contract/index.ts'
import { useProductNames } from '../../app/product-names.ts'
import { orpc } from '../../app/queries.ts'
import { usePages } from '../../app/use-pages.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import { ProductTotals } from './ProductTotals.tsx'

type Row = Answers['savings']['list']['rows'][number]

/** Everybody's savings: by kind with their totals, by member, each one leading to its card. */
export function SavingsList() {
  const { t } = useText()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 120)
  const [product, setProduct] = useState<string>()
  const columns = useColumns()
  const query = useInfiniteQuery({
    ...orpc.savings.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        text,
        limit: 200,
        ...(product !== undefined && { product }),
        ...(cursor !== undefined && { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const { rows, last, onVisible } = usePages(query)
  return (
    <>
      <PageHead
        title={t(($) => $.savings.title)}
        actions={
          <>
            <Button component={Link} to="/savings/deposit">
              {t(($) => $.savings.deposit.nav)}
            </Button>
            <Button component={Link} to="/savings/withdraw" variant="default">
              {t(($) => $.savings.withdraw.nav)}
            </Button>
            <Button component={Link} to="/settings/products" variant="default">
              {t(($) => $.savings.products)}
            </Button>
          </>
        }
      />
      <ProductTotals chosen={product} onChoose={setProduct} />
      <TextInput
        label={t(($) => $.savings.list.search)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        maw="24rem"
        mb="sm"
      />
      <DataTable
        label={t(($) => $.savings.list.label)}
        columns={columns}
        rows={rows}
        rowKey={({ savingsAccountId }) => savingsAccountId}
        rowCount={rows.length + (query.hasNextPage ? 1 : 0)}
        onVisible={onVisible}
        onOpen={({ savingsAccountId }) => void navigate(`/savings/card/${savingsAccountId}`)}
        isMuted={({ active }) => !active}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={t(($) => $.savings.list[text.trim() === '' ? 'none' : 'empty'])}
        maxHeight="calc(100dvh - 24rem)"
        {...(last && { totals: { balance: last.totals.balance } })}
      />
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useText()
  const nameOf = useProductNames()
  return [
    {
      key: 'memberNumber',
      title: t(($) => $.savings.list.memberNumber),
      kind: 'code',
      value: (row) => row.memberNumber,
    },
    {
      key: 'member',
      title: t(($) => $.savings.list.member),
      width: 'minmax(13rem, 2fr)',
      value: (row) => row.memberName,
    },
    { key: 'product', title: t(($) => $.savings.list.product), value: (row) => nameOf(row.product, row.productName) },
    { key: 'number', title: t(($) => $.savings.list.number), kind: 'code', width: '10rem', value: (row) => row.number },
    { key: 'openedOn', title: t(($) => $.savings.list.openedOn), kind: 'date', value: (row) => row.openedOn },
    { key: 'balance', title: t(($) => $.savings.list.balance), kind: 'money', value: (row) => row.balance },
  ]
}
