import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { orpc } from '../../../app/queries.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import type { Simulated } from './Proposal.tsx'

type Holder = Simulated['participation'][number]

interface ParticipationTableProps {
  readonly simulated: Simulated
  /** Shown once the meeting has decided: then it is owed, and paid from the card. */
  readonly isDecided?: boolean
}

/** Who holds modal penyertaan and what each gets; nothing where the rule gives it no part or nobody holds any. */
export function ParticipationTable({ simulated, isDecided = false }: ParticipationTableProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const unpaid = useUnpaid(isDecided)
  const { participation, totals } = simulated
  if (participation.length === 0) return null
  const title = t(($) => $.shu.participation.title)
  const left: Column<Holder> = {
    ...{ key: 'left', title: t(($) => $.shu.participation.left), kind: 'money' },
    value: ({ borrowingId }) => unpaid.get(borrowingId) ?? 0,
  }
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {title}
      </Title>
      <Text mb="sm">{t(($) => $.shu.participation.text)}</Text>
      <DataTable
        label={title}
        rows={participation}
        rowKey={({ borrowingId }) => borrowingId}
        onOpen={({ borrowingId }) => navigate(`/funds/borrowings/card/${borrowingId}`)}
        opens={t(($) => $.shu.participation.opens)}
        maxHeight="20rem"
        totals={{ amount: totals.participation }}
        columns={[
          {
            key: 'number',
            title: t(($) => $.shu.participation.number),
            kind: 'code',
            width: '6rem',
            value: (row) => row.number,
          },
          { key: 'holder', title: t(($) => $.shu.participation.holder), value: ({ holder }) => holder },
          { key: 'capital', title: t(($) => $.shu.participation.capital), kind: 'money', value: (row) => row.capital },
          { key: 'amount', title: t(($) => $.shu.participation.amount), kind: 'money', value: ({ amount }) => amount },
          ...(isDecided ? [left] : []),
        ]}
      />
    </>
  )
}

/** What each card was given of surpluses and not paid yet, of this year and others. */
function useUnpaid(isEnabled: boolean): ReadonlyMap<string, number> {
  const { data } = useQuery({ ...orpc.capital.borrowings.queryOptions({ input: {} }), enabled: isEnabled })
  return new Map(data?.rows.map(({ borrowingId, shareLeft }) => [borrowingId, shareLeft]))
}
