import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { orpc } from '../../../app/queries.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'

/** Gudang: the places goods lie at. */
export function Places() {
  const { t } = useText()
  const navigate = useNavigate()
  const query = useQuery(orpc.trade.locations.queryOptions())
  return (
    <>
      <PageHead
        title={t(($) => $.shop.places.title)}
        text={t(($) => $.shop.places.text)}
        actions={
          <Button component={Link} to="/trade/places/new">
            {t(($) => $.shop.places.create)}
          </Button>
        }
      />
      <DataTable
        label={t(($) => $.shop.places.title)}
        rows={query.data?.rows ?? []}
        rowKey={({ locationId }) => locationId}
        onOpen={({ locationId }) => void navigate(`/trade/places/${locationId}`)}
        isMuted={({ active }) => !active}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        columns={[
          { key: 'name', title: t(($) => $.shop.places.name), width: 'minmax(12rem, 2fr)', value: ({ name }) => name },
          {
            key: 'kind',
            title: t(($) => $.shop.places.kind),
            value: ({ kind }) => t(($) => $.shop.places.kinds[kind]),
          },
          {
            ...{ key: 'active', title: t(($) => $.trade.items.remarks) },
            value: ({ active }) => (active ? '' : t(($) => $.trade.items.inactive)),
          },
        ]}
      />
    </>
  )
}
