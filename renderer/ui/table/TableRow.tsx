// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row (aria-activedescendant)
import type { ReactNode, Ref } from 'react'
import { useText } from '../text.ts'
import { type CellValue, type Column, cellText, isRightAligned } from './columns.ts'
import classes from './DataTable.module.css'

interface CellProps {
  readonly kind: Column<unknown>['kind']
  readonly children: ReactNode
}

function Cell({ kind, children }: CellProps) {
  const isWhole = kind === 'date' || kind === 'code'
  return (
    <div
      role="gridcell"
      className={classes.cell}
      data-right={isRightAligned(kind) || undefined}
      data-whole={isWhole || undefined}
    >
      {children}
    </div>
  )
}

interface TableRowProps<Row> {
  readonly ref: Ref<HTMLDivElement>
  readonly id: string
  readonly index: number
  readonly columns: readonly Column<Row>[]
  /** Undefined while it is being fetched. */
  readonly row: Row | undefined
  /** Where the row begins, in pixels from the top of the body. */
  readonly top: number
  readonly isActive: boolean
  readonly isMuted: boolean
  readonly opens: boolean
  readonly onClick: () => void
}

/** One line of a table, put where it belongs among thousands that are not drawn. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { ref, id, index, columns, row, top, isActive, isMuted, opens, onClick } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself handles Enter for the active row
    <div
      ref={ref}
      id={id}
      data-index={index}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={classes.row}
      data-active={isActive || undefined}
      data-opens={opens || undefined}
      data-muted={isMuted || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
    >
      {columns.map(({ key, kind = 'text', value, render, hideZero }) => (
        <Cell key={key} kind={kind}>
          {row === undefined ? '…' : (render?.(row) ?? cellText(kind, value(row), hideZero))}
        </Cell>
      ))}
    </div>
  )
}

interface TableHeadProps<Row> {
  readonly ref: Ref<HTMLDivElement>
  readonly columns: readonly Column<Row>[]
}

/** The names of the columns; they stay in sight. */
export function TableHead<Row>({ ref, columns }: TableHeadProps<Row>) {
  return (
    <div ref={ref} className={classes.head} role="row" aria-rowindex={1}>
      {columns.map(({ key, title, kind }) => (
        <div key={key} role="columnheader" className={classes.cell} data-right={isRightAligned(kind) || undefined}>
          {title}
        </div>
      ))}
    </div>
  )
}

interface TableFootProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly totals: Readonly<Record<string, CellValue>>
  readonly rowIndex: number
}

/** The totals; they stay in sight. */
export function TableFoot<Row>({ columns, totals, rowIndex }: TableFootProps<Row>) {
  const { t } = useText()
  return (
    <div className={classes.foot} role="row" aria-rowindex={rowIndex}>
      {columns.map(({ key, kind = 'text' }, index) => (
        <Cell key={key} kind={kind}>
          {cellText(kind, totals[key]) || (index === 0 ? t(($) => $.ui.table.total) : '')}
        </Cell>
      ))}
    </div>
  )
}
