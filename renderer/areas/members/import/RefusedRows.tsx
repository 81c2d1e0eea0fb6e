import { Title } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { issueSentence } from '../../../ui/failure.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'

type Refused = Answers['members']['import']['refused'][number]

/** One reason of one row. */
interface Line {
  readonly key: string
  readonly row: Refused
  readonly column: string | null
  readonly sentence: string
}

/** The rows of a file that are not taken, each with every reason. */
export function RefusedRows({ rows }: { readonly rows: readonly Refused[] }) {
  const { t, language } = useText()
  if (rows.length === 0) return null
  const lines = rows.flatMap((row) =>
    row.reasons.map(({ column, reason, data }, index): Line => {
      return { key: `${row.line} ${index}`, row, column, sentence: issueSentence(reason, language, data) }
    }),
  )
  const columns: readonly Column<Line>[] = [
    { key: 'line', title: t(($) => $.members.import.line), kind: 'number', value: ({ row }) => row.line },
    { key: 'name', title: t(($) => $.members.import.name), width: 'minmax(11rem, 1fr)', value: ({ row }) => row.name },
    { key: 'column', title: t(($) => $.members.import.column), width: '10rem', value: ({ column }) => column },
    {
      key: 'reason',
      title: t(($) => $.members.import.reason),
      width: 'minmax(18rem, 2fr)',
      value: ({ sentence }) => sentence,
    },
  ]
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {t(($) => $.members.import.refusedTitle)}
      </Title>
      <DataTable
        label={t(($) => $.members.import.refusedTitle)}
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
        maxHeight="20rem"
      />
    </section>
  )
}
