import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { orpc } from '../../../app/queries.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { LinkButton } from '../LinkButton.tsx'
import { type Borrowing, useKindName } from './use-borrowings.ts'

/** All that was lent to the cooperative or put into it, with what is owed and what falls due next. */
export function BorrowingsList() {
  const { t } = useText()
  const navigate = useNavigate()
  const [openOnly, setOpenOnly] = useState(true)
  const { data, isPending, isError, refetch } = useQuery(orpc.capital.borrowings.queryOptions({ input: { openOnly } }))
  const shareLeft = data?.shareLeft ?? 0
  return (
    <>
      <PageHead
        title={t(($) => $.capital.borrowings.title)}
        text={t(($) => $.capital.borrowings.text)}
        actions={
          <>
            <LinkButton to="/funds/borrowings/new" label={t(($) => $.capital.borrowings.borrow)} isFirst />
            <LinkButton to="/funds/borrowings/contribute" label={t(($) => $.capital.borrowings.contribute)} />
          </>
        }
      />
      <Checkbox
        label={t(($) => $.capital.borrowings.open)}
        checked={openOnly}
        onChange={(event) => setOpenOnly(event.currentTarget.checked)}
        mb="sm"
      />
      <DataTable
        label={t(($) => $.capital.borrowings.title)}
        columns={useColumns(shareLeft > 0)}
        rows={data?.rows ?? []}
        rowKey={({ borrowingId }) => borrowingId}
        onOpen={({ borrowingId }) => void navigate(`/funds/borrowings/card/${borrowingId}`)}
        isMuted={(row) => row.owed === 0 && row.shareLeft === 0}
        isLoading={isPending}
        hasFailed={isError}
        onRetry={() => void refetch()}
        empty={t(($) => $.capital.borrowings.empty)}
        totals={{ owed: data?.owed ?? 0, currentPart: data?.currentPart ?? 0, ...(shareLeft > 0 && { shareLeft }) }}
        maxHeight="calc(100dvh - 18rem)"
      />
    </>
  )
}

function useColumns(hasShares: boolean): readonly Column<Borrowing>[] {
  const { t } = useText()
  const kindName = useKindName()
  return [
    { key: 'number', title: t(($) => $.capital.number), kind: 'code', width: '6rem', value: ({ number }) => number },
    {
      key: 'from',
      title: t(($) => $.capital.borrowings.from),
      width: 'minmax(11rem, 2fr)',
      value: ({ lender, kind }) => `${lender} (${kindName(kind)})`,
    },
    {
      key: 'next',
      title: t(($) => $.capital.borrowings.next),
      kind: 'date',
      value: ({ nextDue }) => nextDue?.dueOn,
    },
    {
      key: 'nextAmount',
      title: t(($) => $.capital.borrowings.nextAmount),
      kind: 'money',
      hideZero: true,
      value: ({ nextDue }) => (nextDue ? nextDue.principal + nextDue.interest : 0),
    },
    {
      key: 'overdue',
      title: t(($) => $.capital.borrowings.overdue),
      kind: 'money',
      hideZero: true,
      value: ({ overdue }) => overdue,
    },
    ...(['owed', 'currentPart', ...(hasShares ? (['shareLeft'] as const) : [])] as const).map(
      (key): Column<Borrowing> => ({
        ...{ key, title: t(($) => $.capital.borrowings[key]), kind: 'money', value: (row) => row[key] },
      }),
    ),
  ]
}
