import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ItemAnswer } from '../../../../shared/contract/items.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { orpc } from '../../../app/queries.ts'
import { usePages } from '../../../app/use-pages.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { ListSearch } from '../ListSearch.tsx'
import { type ItemKind, itemKinds } from './item-values.ts'
import { NamedPhoto } from './photo/Photo.tsx'
import { usePhotos } from './photo/use-photos.ts'

/** What is traded, found by any part of name and number or by its barcode, with what there is of it. */
export function ItemsList() {
  const { t } = useText()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 120)
  const [shown, setShown] = useState<ItemKind | 'below' | ''>('')
  const query = useInfiniteQuery({
    ...orpc.items.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...{ text, limit: 200 },
        ...(shown === 'below' ? { belowMinimum: true } : shown !== '' && { kind: shown }),
        ...(cursor !== undefined && { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const { rows, onVisible } = usePages(query)
  const photos = usePhotos(rows.flatMap((row) => row?.itemId ?? []))
  const kinds = itemKinds.map((value) => ({ value, label: t(($) => $.trade.kind[value]) }))
  return (
    <>
      <PageHead
        title={t(($) => $.trade.items.title)}
        actions={
          <>
            <Button component={Link} to="/trade/sell">
              {t(($) => $.trade.sell.title)}
            </Button>
            <Button component={Link} to="/trade/new" variant="default">
              {t(($) => $.trade.item.create)}
            </Button>
          </>
        }
      />
      <ListSearch
        label={t(($) => $.trade.items.search)}
        text={typed}
        onText={setTyped}
        kindLabel={t(($) => $.trade.items.shown)}
        kind={shown}
        onKind={setShown}
        every={t(($) => $.trade.items.all)}
        kinds={[{ value: 'below' as const, label: t(($) => $.trade.items.below) }, ...kinds]}
      />
      <DataTable
        label={t(($) => $.trade.items.title)}
        columns={useColumns(photos)}
        rows={rows}
        rowKey={({ itemId }) => itemId}
        onVisible={onVisible}
        onOpen={({ itemId }) => void navigate(`/trade/items/${itemId}`)}
        isMuted={({ active }) => !active}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={text.trim() === '' && shown === '' ? t(($) => $.trade.items.none) : t(($) => $.trade.items.empty)}
        maxHeight="calc(100dvh - 19rem)"
      />
    </>
  )
}

function useColumns(photos: ReadonlyMap<string, string>): readonly Column<ItemAnswer>[] {
  const { t } = useText()
  const stockOf = ({ kind, qty, unitName }: ItemAnswer) =>
    kind === 'service' ? '' : `${formatQuantity(qty)} ${unitName}`
  const remarks = ({ active, qty, minimum, ownerName }: ItemAnswer) =>
    [
      ...(active ? [] : [t(($) => $.trade.items.inactive)]),
      ...(active && qty < minimum ? [t(($) => $.trade.items.low, { minimum: formatQuantity(minimum) })] : []),
      ...(ownerName === null ? [] : [t(($) => $.trade.items.of, { name: ownerName })]),
    ].join('; ')
  return [
    {
      key: 'number',
      title: t(($) => $.trade.items.number),
      kind: 'code',
      width: '7rem',
      value: ({ number }) => number,
    },
    {
      ...{ key: 'name', title: t(($) => $.trade.items.name), width: 'minmax(12rem, 2fr)', value: ({ name }) => name },
      render: ({ itemId, name }) => <NamedPhoto photo={photos.get(itemId)} name={name} />,
    },
    { key: 'kind', title: t(($) => $.trade.items.kind), value: ({ kind }) => t(($) => $.trade.kind[kind]) },
    { key: 'priceOther', title: t(($) => $.trade.items.priceOther), kind: 'money', value: (item) => item.priceOther },
    {
      key: 'priceMember',
      title: t(($) => $.trade.items.priceMember),
      kind: 'money',
      value: (item) => item.priceMember,
    },
    { key: 'qty', title: t(($) => $.trade.items.stock), kind: 'number', width: '7.5rem', value: stockOf },
    { key: 'remarks', title: t(($) => $.trade.items.remarks), width: 'minmax(10rem, 1.5fr)', value: remarks },
  ]
}
