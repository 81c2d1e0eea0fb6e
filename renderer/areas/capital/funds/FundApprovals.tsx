import { Title } from '@mantine/core'
import { useNavigate } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'

type Approval = Answers['funds']['report']['approvals'][number]

/** Who let more be spent than was planned or there; what has a voucher opens its journal. */
export function FundApprovals({ approvals }: { readonly approvals: readonly Approval[] }) {
  const { t } = useText()
  const navigate = useNavigate()
  if (approvals.length === 0) return null
  const title = t(($) => $.capital.fundCard.approvals)
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={approvals}
        rowKey={({ entryId, what, budgetLine, date }) => `${entryId} ${what} ${budgetLine} ${date}`}
        onOpen={({ entryId }) => entryId !== null && void navigate(`/books/entry/${entryId}`)}
        opens={t(($) => $.ui.saved.journal)}
        maxHeight="16rem"
        columns={[
          { key: 'date', title: t(($) => $.capital.fundCard.approvedOn), kind: 'date', value: ({ date }) => date },
          { key: 'voucher', title: t(($) => $.capital.voucher), kind: 'code', value: ({ voucher }) => voucher },
          {
            ...{ key: 'what', title: t(($) => $.capital.fundCard.approved), width: 'minmax(12rem, 2fr)' },
            value: ({ what, budgetLine }) => t(($) => $.capital.fundCard.approval[what], { line: budgetLine ?? '' }),
          },
          { key: 'amount', title: t(($) => $.capital.fundCard.over), kind: 'money', value: ({ amount }) => amount },
          { key: 'by', title: t(($) => $.capital.fundCard.approvedBy), value: ({ approvedBy }) => approvedBy },
        ]}
      />
    </section>
  )
}
