import { Text } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { turnoverTable } from '../../../../shared/statements/tax-sheet.ts'
import { useAccountName } from '../../../app/use-account-name.ts'
import type { CellValue, Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'

type Row = ReturnType<typeof turnoverTable>['rows'][number]

/** What the year's turnover is made of, to be held against the surplus statement. */
export function TurnoverParts({ sheet: { composition, totals } }: { readonly sheet: Answers['tax']['sheet'] }) {
  const { t, language } = useText()
  const nameOf = useAccountName()
  if (composition.length === 0) return null
  const named = composition.map(({ accounts, ...part }) => ({
    ...part,
    accounts: accounts.map((one) => ({ ...one, name: nameOf(one.account, one.name) })),
  }))
  const { title, columns, rows } = turnoverTable(language, named, totals.turnover)
  const shown = columns.map(({ key, title: head, kind }): Column<Row> => {
    const value = (row: Row) => row[key] as CellValue
    const isName = key === 'name'
    return {
      ...{ key, title: head, value, kind: kind === 'money' || kind === 'code' ? kind : 'text' },
      ...(isName && { width: 'minmax(16rem, 2fr)' }),
      ...(isName && { render: (row: Row) => (row.kind === 'line' ? value(row) : <strong>{value(row)}</strong>) }),
    }
  })
  return (
    <section>
      <Text fw={600} mt="lg">
        {title}
      </Text>
      <Text mb="sm" maw="56rem">
        {t(($) => $.tax.turnoverText)}
      </Text>
      <DataTable
        label={title}
        columns={shown}
        rows={rows}
        rowKey={(row) => `${row.kind} ${row.code ?? row.name}`}
        maxHeight="none"
      />
    </section>
  )
}
