import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { PartnerAnswer } from '../../../../shared/contract/partners.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { orpc } from '../../../app/queries.ts'
import { usePages } from '../../../app/use-pages.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { ListSearch } from '../ListSearch.tsx'
import { type PartnerKind, partnerKinds } from './partner-values.ts'

/** Whom the cooperative trades with: who sells to it, buys from it, sells for it or has it sell. */
export function PartnersList() {
  const { t } = useText()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 120)
  const [kind, setKind] = useState<PartnerKind | ''>('')
  const query = useInfiniteQuery({
    ...orpc.partners.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...{ text, limit: 200 },
        ...(kind !== '' && { kind }),
        ...(cursor !== undefined && { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const { rows, onVisible } = usePages(query)
  return (
    <>
      <PageHead
        title={t(($) => $.trade.partners.title)}
        text={t(($) => $.trade.partners.text)}
        actions={
          <Button component={Link} to="/trade/partners/new">
            {t(($) => $.trade.partner.create)}
          </Button>
        }
      />
      <ListSearch
        label={t(($) => $.trade.partners.search)}
        text={typed}
        onText={setTyped}
        kindLabel={t(($) => $.trade.partner.kind)}
        kind={kind}
        onKind={setKind}
        every={t(($) => $.trade.partners.all)}
        kinds={partnerKinds.map((value) => ({ value, label: t(($) => $.trade.partnerKind[value]) }))}
      />
      <DataTable
        label={t(($) => $.trade.partners.title)}
        columns={useColumns()}
        rows={rows}
        rowKey={({ partnerId }) => partnerId}
        onVisible={onVisible}
        onOpen={({ partnerId }) => void navigate(`/trade/partners/${partnerId}`)}
        isMuted={({ active }) => !active}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={text.trim() === '' && kind === '' ? t(($) => $.trade.partners.none) : t(($) => $.trade.partners.empty)}
        maxHeight="calc(100dvh - 20rem)"
      />
    </>
  )
}

function useColumns(): readonly Column<PartnerAnswer>[] {
  const { t, language } = useText()
  const remarks = ({ active, kind, feePct, withholdsTax }: PartnerAnswer) =>
    [
      ...(active ? [] : [t(($) => $.trade.items.inactive)]),
      ...(kind === 'marketplace' ? [t(($) => $.trade.partners.fee, { pct: formatPct(feePct, language) })] : []),
      ...(kind === 'marketplace' && withholdsTax ? [t(($) => $.trade.partners.withholds)] : []),
    ].join('; ')
  return [
    {
      key: 'number',
      title: t(($) => $.trade.items.number),
      kind: 'code',
      width: '7rem',
      value: ({ number }) => number,
    },
    { key: 'name', title: t(($) => $.trade.partner.name), width: 'minmax(12rem, 2fr)', value: ({ name }) => name },
    { key: 'kind', title: t(($) => $.trade.partner.kind), value: ({ kind }) => t(($) => $.trade.partnerKind[kind]) },
    { key: 'phone', title: t(($) => $.trade.partner.phone), value: ({ phone }) => phone },
    { key: 'remarks', title: t(($) => $.trade.items.remarks), width: 'minmax(10rem, 1.5fr)', value: remarks },
  ]
}
