import { Title } from '@mantine/core'
import { useNavigate } from 'react-router'
import { sumSen } from '../../../../shared/rules/money.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import type { Simulated } from './Proposal.tsx'

interface MembersTableProps {
  readonly simulated: Simulated
  readonly other: Simulated | undefined
}

/** What each member would get, and what she would by other percentages. */
export function MembersTable({ simulated, other }: MembersTableProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const title = t(($) => $.shu.members.title)
  const service = ({ service: parts }: Simulated['members'][number]) => sumSen(Object.values(parts))
  const tried = new Map(other?.members.map(({ memberId, total }) => [memberId, total]))
  const { capital, service: pools, members } = simulated.totals
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={simulated.members}
        rowKey={({ memberId }) => memberId}
        empty={t(($) => $.shu.members.empty)}
        onOpen={({ memberId }) => navigate(`/closing/shu/member/${memberId}?year=${simulated.year}`)}
        opens={t(($) => $.shu.members.opens)}
        maxHeight="32rem"
        totals={{
          ...{ capital, service: sumSen(Object.values(pools)), total: members },
          ...(other && { tried: other.totals.members }),
        }}
        columns={[
          {
            key: 'number',
            title: t(($) => $.shu.members.number),
            kind: 'code',
            width: '5rem',
            value: (row) => row.number,
          },
          { key: 'name', title: t(($) => $.shu.members.name), value: ({ name }) => name },
          { key: 'savings', title: t(($) => $.shu.members.savings), kind: 'money', value: ({ savings }) => savings },
          { key: 'capital', title: t(($) => $.shu.members.capital), kind: 'money', value: (row) => row.capital },
          { key: 'service', title: t(($) => $.shu.members.service), kind: 'money', value: service },
          { key: 'total', title: t(($) => $.shu.members.total), kind: 'money', value: ({ total }) => total },
          ...(other
            ? [
                {
                  ...{ key: 'tried', title: t(($) => $.shu.members.tried), kind: 'money' as const },
                  value: ({ memberId }: Simulated['members'][number]) => tried.get(memberId) ?? 0,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
