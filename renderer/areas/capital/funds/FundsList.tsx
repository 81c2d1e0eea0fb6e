import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { orpc } from '../../../app/queries.ts'
import { type Fund, leftOfFund } from '../../../app/use-open-funds.ts'
import { usePages } from '../../../app/use-pages.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { LinkButton } from '../LinkButton.tsx'

/** Every agreement with what came in, what was spent and what is left of it. */
export function FundsList() {
  const { t } = useText()
  const navigate = useNavigate()
  const query = useInfiniteQuery(
    orpc.funds.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 200, ...(cursor !== undefined && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  )
  const { rows, onVisible } = usePages(query)
  return (
    <>
      <PageHead
        title={t(($) => $.capital.funds.title)}
        text={t(($) => $.capital.funds.text)}
        actions={<LinkButton to="/funds/new" label={t(($) => $.capital.funds.create)} isFirst />}
      />
      <DataTable
        label={t(($) => $.capital.funds.title)}
        columns={useColumns()}
        rows={rows}
        rowKey={({ fundId }) => fundId}
        onVisible={onVisible}
        onOpen={({ fundId }) => void navigate(`/funds/card/${fundId}`)}
        isMuted={({ active }) => !active}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={t(($) => $.capital.funds.empty)}
        maxHeight="calc(100dvh - 16rem)"
      />
    </>
  )
}

/** What was spent of a fund, or is lent out and lost of one that is lent on, sen. */
function usedOf(fund: Fund): number {
  return fund.revolving ? fund.received - fund.refunded - fund.revolving.free : fund.spent
}

function useColumns(): readonly Column<Fund>[] {
  const { t } = useText()
  const named = ({ name, active }: Fund) => (active ? name : `${name} (${t(($) => $.capital.funds.closed)})`)
  return [
    { key: 'number', title: t(($) => $.capital.number), kind: 'code', width: '6rem', value: ({ number }) => number },
    { key: 'name', title: t(($) => $.capital.funds.name), width: 'minmax(11rem, 2fr)', value: named },
    { key: 'donor', title: t(($) => $.capital.funds.donor), value: ({ donor }) => donor },
    {
      key: 'kind',
      title: t(($) => $.capital.funds.kind),
      width: 'minmax(7rem, 1fr)',
      value: ({ treatment }) => t(($) => $.capital.treatment[treatment]),
    },
    ...(['received', 'spent', 'refunded'] as const).map(
      (key): Column<Fund> => ({
        ...{ key, title: t(($) => $.capital.funds[key]), kind: 'money', hideZero: key === 'refunded' },
        value: (fund) => (key === 'spent' ? usedOf(fund) : fund[key]),
      }),
    ),
    { key: 'balance', title: t(($) => $.capital.left), kind: 'money', value: leftOfFund },
  ]
}
