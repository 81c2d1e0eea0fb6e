import { useNavigate } from 'react-router'
import type { Answers } from '../../shared/contract/index.ts'
import { type CellValue, type Column, cellText } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import classes from './statement.module.css'

type Statement = Answers['reports']['run']
type Cells = Statement['rows'][number]

interface Row {
  readonly key: string
  readonly cells: Cells
}

interface StatementTableProps {
  readonly statement: Statement
  readonly empty: string
  readonly maxHeight?: string
}

/** The same rows and totals as the printed page; a row leads to the voucher or the account behind its figure. */
export function StatementTable({ statement, empty, maxHeight }: StatementTableProps) {
  const navigate = useNavigate()
  const rows = statement.rows.map((cells, index): Row => ({ key: String(index), cells }))
  const linked = rows.some(({ cells }) => addressOf(cells) !== undefined)
  return (
    <DataTable
      label={statement.title}
      rows={rows}
      rowKey={({ key }) => key}
      columns={statement.columns.map(columnOf)}
      empty={empty}
      {...(maxHeight !== undefined && { maxHeight })}
      {...(linked && {
        onOpen: ({ cells }: Row) => {
          const address = addressOf(cells)
          if (address !== undefined) void navigate(address)
        },
      })}
    />
  )
}

function columnOf({ key, title, kind }: Statement['columns'][number]): Column<Row> {
  const cellOf = ({ cells }: Row): CellValue => cells[key]
  return {
    key,
    title,
    kind,
    value: cellOf,
    ...widthOf(kind),
    render: (row) => {
      const text = cellText(kind, cellOf(row))
      return isStrong(row.cells) ? <span className={classes.strong}>{text}</span> : text
    },
  }
}

/** Headings, sums and what stands at the ends of a book are set apart by weight, as on paper. */
function isStrong({ kind }: Cells): boolean {
  return typeof kind === 'string' && kind !== 'line'
}

function addressOf({ entryId, account, memberId }: Cells): string | undefined {
  if (typeof entryId === 'string') return `/books/entry/${entryId}`
  if (typeof account === 'string') return `/books/ledger?account=${account}`
  return typeof memberId === 'string' ? `/members/${memberId}` : undefined
}

/** Descriptions take what is left; a date set in weight still fits on one line. */
function widthOf(kind: Column<Row>['kind']): { width?: string } {
  if (kind === 'text') return { width: 'minmax(11rem, 2fr)' }
  return kind === 'date' ? { width: '8rem' } : {}
}
