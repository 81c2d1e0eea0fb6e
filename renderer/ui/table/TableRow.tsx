// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row (aria-activedescendant)
import type { MouseEvent, ReactNode, Ref } from 'react'
import { useText } from '../text.ts'
import { type CellValue, type Column, cellText, isRightAligned } from './columns.ts'
import classes from './DataTable.module.css'

interface CellProps {
  /** The key of its column. */
  readonly column: string
  readonly kind: Column<unknown>['kind']
  readonly children: ReactNode
}

function Cell({ column, kind, children }: CellProps) {
  const isWhole = kind === 'date' || kind === 'code'
  return (
    <div
      role="gridcell"
      data-column={column}
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
  /** Told on which column it was, where it was on one. */
  readonly onClick: (column: string | undefined) => void
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
      onClick={(event) => onClick(columnOf(event))}
    >
      {columns.map(({ key, kind = 'text', value, render, hideZero }) => (
        <Cell key={key} column={key} kind={kind}>
          {row === undefined ? '…' : (render?.(row) ?? cellText(kind, value(row), hideZero))}
        </Cell>
      ))}
    </div>
  )
}

function columnOf({ target }: MouseEvent): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset.column : undefined
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
        <Cell key={key} column={key} kind={kind}>
          {cellText(kind, totals[key]) || (index === 0 ? t(($) => $.ui.table.total) : '')}
        </Cell>
      ))}
    </div>
  )
}
