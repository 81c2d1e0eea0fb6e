import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { orpc } from '../../../app/queries.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'

type Gone = Answers['assets']['gone']['rows'][number]

/** What the cooperative no longer has: how it left, what it brought and what was gained or lost; each opens its card. */
export function GoneAssets() {
  const { t } = useText()
  const navigate = useNavigate()
  const { data, isPending, isError, refetch } = useQuery(orpc.assets.gone.queryOptions())
  return (
    <>
      <PageHead
        title={t(($) => $.assets.gone.title)}
        text={t(($) => $.assets.gone.text)}
        actions={
          <Button component={Link} to="/funds/assets" variant="default">
            {t(($) => $.assets.gone.back)}
          </Button>
        }
      />
      <DataTable
        label={t(($) => $.assets.gone.title)}
        columns={useColumns()}
        rows={data?.rows ?? []}
        rowKey={({ entryId }) => entryId}
        onOpen={({ assetId }) => void navigate(`/funds/assets/card/${assetId}`)}
        {...(data && data.rows.length > 0 && { totals: data.totals })}
        isLoading={isPending}
        hasFailed={isError}
        onRetry={() => void refetch()}
        maxHeight="26rem"
        empty={t(($) => $.assets.gone.empty)}
      />
    </>
  )
}

function useColumns(): readonly Column<Gone>[] {
  const { t } = useText()
  const money = (key: 'price' | 'bookValue' | 'gain'): Column<Gone> => ({
    ...{ key, title: t(($) => $.assets.gone[key]), kind: 'money' },
    value: (row) => row[key],
  })
  const how = ({ price }: Gone) => t(($) => $.assets.gone[price > 0 ? 'sold' : 'writtenOff'])
  return [
    { key: 'date', title: t(($) => $.assets.gone.date), kind: 'date', value: ({ date }) => date },
    { key: 'number', title: t(($) => $.assets.list.number), kind: 'code', width: '6rem', value: (row) => row.number },
    { key: 'name', title: t(($) => $.assets.list.name), width: 'minmax(9rem, 2fr)', value: (row) => row.name },
    { key: 'how', title: t(($) => $.assets.gone.how), width: '6rem', value: how },
    { key: 'reason', title: t(($) => $.assets.gone.reason), width: 'minmax(8rem, 2fr)', value: (row) => row.reason },
    money('price'),
    money('bookValue'),
    money('gain'),
    { key: 'voucher', title: t(($) => $.assets.card.voucher), kind: 'code', value: ({ voucher }) => voucher },
  ]
}
