import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answers } from '../../shared/contract/index.ts'
import { type CellValue, type Column, statementText } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { useText } from '../ui/text.ts'
import { AccountsBehind } from './AccountsBehind.tsx'
import classes from './statement.module.css'
import { accountsOf, addressOf, type Scope, scopeOf } from './statement-links.ts'

type Statement = Answers['reports']['run']
type Cells = Statement['rows'][number]

interface Row {
  readonly key: string
  readonly cells: Cells
}

interface StatementTableProps {
  readonly statement: Statement
  readonly empty: string
  /** The days and the unit it was asked for. */
  readonly asked?: Scope
  readonly maxHeight?: string
}

/** The same rows and totals as the printed page; a figure leads to the voucher or the accounts behind it. */
export function StatementTable({ statement, empty, asked, maxHeight }: StatementTableProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const [behind, setBehind] = useState<{ readonly cells: Cells; readonly scope: Scope }>()
  const { report, title, columns } = statement
  const rows = statement.rows.map((cells, index): Row => {
    return { key: String(index), cells: report === 'cashBook' ? withoutCode(cells) : cells }
  })
  const leads = ({ cells }: Row) => addressOf(cells, {}) !== undefined || accountsOf(cells).length > 0
  const open = ({ cells }: Row, clicked?: string) => {
    const scope = scopeOf(columns, clicked, asked)
    const address = addressOf(cells, scope)
    if (address === undefined) setBehind({ cells, scope })
    else void navigate(address)
  }
  return (
    <>
      <DataTable
        label={title}
        rows={rows}
        rowKey={({ key }) => key}
        columns={columns.map(columnOf)}
        empty={empty}
        {...(maxHeight !== undefined && { maxHeight })}
        {...(rows.some(leads) && { onOpen: open, canOpen: leads })}
        {...(rows.some(({ cells }) => typeof cells.entryId === 'string') && { opens: t(($) => $.ui.saved.journal) })}
      />
      {behind && (
        <AccountsBehind
          caption={String(behind.cells.caption ?? '')}
          codes={accountsOf(behind.cells)}
          scope={behind.scope}
          onClose={() => setBehind(undefined)}
        />
      )}
    </>
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
      const text = statementText(kind, cellOf(row))
      return isStrong(row.cells) ? <span className={classes.strong}>{text}</span> : text
    },
  }
}

/** Headings, sums and what stands at the ends of a book are set apart by weight, as on paper. */
function isStrong({ kind }: Cells): boolean {
  return typeof kind === 'string' && kind !== 'line'
}

/** The cash book on the screen names its account; the code stays on paper and in bookkeeping. */
function withoutCode(cells: Cells): Cells {
  const { account, description } = cells
  const code = `${account} `
  if (typeof description !== 'string' || !description.startsWith(code)) return cells
  return { ...cells, description: description.slice(code.length) }
}

/** Descriptions take what is left; a date set in weight still fits on one line. */
function widthOf(kind: Column<Row>['kind']): { width?: string } {
  if (kind === 'text') return { width: 'minmax(11rem, 2fr)' }
  return kind === 'date' ? { width: '8rem' } : {}
}
