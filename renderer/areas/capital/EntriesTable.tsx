import { Title } from '@mantine/core'
import { useNavigate } from 'react-router'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'

interface CardEntry {
  readonly entryId: string
  readonly date: string
  readonly voucher: string
  readonly description: string
}

interface EntriesTableProps<Entry extends CardEntry> {
  readonly title: string
  readonly rows: readonly Entry[]
  /** What each voucher did, and what stood after it. */
  readonly amounts: readonly Column<Entry>[]
  readonly empty?: string
  readonly maxHeight?: string
}

/** Every voucher on the card of a fund, a borrowing or an asset; each opens its journal. */
export function EntriesTable<Entry extends CardEntry>(props: EntriesTableProps<Entry>) {
  const { title, rows, amounts, empty, maxHeight = '22rem' } = props
  const { t } = useText()
  const navigate = useNavigate()
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={rows}
        rowKey={({ entryId }) => entryId}
        onOpen={({ entryId }) => void navigate(`/books/entry/${entryId}`)}
        opens={t(($) => $.ui.saved.journal)}
        maxHeight={maxHeight}
        {...(empty !== undefined && { empty })}
        columns={[
          { key: 'date', title: t(($) => $.capital.date), kind: 'date', value: ({ date }) => date },
          { key: 'voucher', title: t(($) => $.capital.voucher), kind: 'code', value: ({ voucher }) => voucher },
          {
            key: 'description',
            title: t(($) => $.capital.description),
            width: 'minmax(11rem, 2fr)',
            value: ({ description }) => description,
          },
          ...amounts,
        ]}
      />
    </section>
  )
}
