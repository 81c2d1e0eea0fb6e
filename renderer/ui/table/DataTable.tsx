import { Button, Group, Loader, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useText } from '../text.ts'
import { type CellValue, type Column, tracks } from './columns.ts'
import classes from './DataTable.module.css'
import { rowAfterKey } from './row-keys.ts'
import { TableFoot, TableHead, TableRow } from './TableRow.tsx'
import { useRestOfWindow } from './use-rest-of-window.ts'

export interface DataTableProps<Row> {
  /** What the table is, for those who hear the screen. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly (Row | undefined)[]
  readonly rowKey: (row: Row) => string
  /** Enter or a click opens a row; a click says on which column it was. */
  readonly onOpen?: (row: Row, column?: string) => void
  /** A last line that always stays in sight, by column key. */
  readonly totals?: Readonly<Record<string, CellValue>>
  readonly isLoading?: boolean
  readonly hasFailed?: boolean
  readonly onRetry?: () => void
  readonly empty?: ReactNode
  /** How many rows there are in all, where only some were fetched; the others show as waiting. */
  readonly rowCount?: number
  /** Which rows are in sight, so that the screen can fetch them. */
  readonly onVisible?: (first: number, last: number) => void
  /** The most height it takes; by default, and where the window is meant, not more than the window leaves. */
  readonly maxHeight?: string
  /** False for rows that lead nowhere; by default every row opens where `onOpen` is there. */
  readonly canOpen?: (row: Row) => boolean
  /** What opening a row shows, for the line below the table: *Lihat jurnal*. */
  readonly opens?: string
  /** Marks a row, such as one that was reversed; the cells must say it in words too. */
  readonly isMuted?: (row: Row) => boolean
}

/** Rows by the ten thousand: only those in sight are drawn. Arrows move, Enter opens, the head stays. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, onOpen, opens, isLoading, hasFailed, onRetry, empty } = props
  const { t } = useText()
  const count = props.rowCount ?? rows.length
  if (hasFailed) return <Failed onRetry={onRetry} />
  if (isLoading && count === 0) return <Waiting />
  if (count === 0) return <Text c="gray.7">{empty ?? t(($) => $.ui.table.empty)}</Text>
  const opening = opens === undefined ? t(($) => $.ui.table.keysOpen) : t(($) => $.ui.table.keysOpens, { opens })
  return (
    <>
      <Grid {...props} count={count} />
      <Text size="sm" c="gray.7" mt={4}>
        {onOpen ? opening : t(($) => $.ui.table.keys)}
      </Text>
    </>
  )
}

/** The least height of a line, in rem; the head and the foot have it too. */
const lineHeight = 2.5

function Grid<Row>(props: DataTableProps<Row> & { readonly count: number }) {
  const { label, columns, rows, rowKey, onOpen, canOpen, totals, onVisible, isMuted, count, maxHeight } = props
  const id = useId()
  const widths = useMemo(() => tracks(columns, rows, totals), [columns, rows, totals])
  const scroller = useRef<HTMLDivElement>(null)
  const rest = useRestOfWindow(scroller)
  const head = useElementSize()
  const headHeight = Math.max(rem(lineHeight), head.height)
  const [active, setActive] = useState(-1)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rem(lineHeight),
    overscan: 8,
    // The head lies above the lines and, like the foot, over them.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: totals ? rem(lineHeight) : 0,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? `waiting-${index}` : rowKey(row)
    },
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => onVisible?.(first, last), [onVisible, first, last])

  const opensRow = (row: Row | undefined): row is Row => row !== undefined && (canOpen?.(row) ?? true)
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active]
    const opens = event.key === 'Enter' && opensRow(row) && onOpen !== undefined
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rem(lineHeight)) - 2)
    const next = opens ? undefined : rowAfterKey(event.key, active, { count, page })
    if (!opens && next === undefined) return
    event.preventDefault()
    if (opens) return onOpen(row)
    if (next === undefined) return
    setActive(next)
    virtual.scrollToIndex(next)
  }
  const most = maxHeight?.includes('dvh') ? `min(${maxHeight}, ${rest})` : (maxHeight ?? rest)
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={{ '--table-columns': widths.columns, '--table-min': widths.minWidth, maxHeight: most }}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1 + (totals ? 1 : 0)}
      aria-colcount={columns.length}
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => active < 0 && setActive(0)}
    >
      <TableHead ref={head.ref} columns={columns} />
      <div role="presentation" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const row = rows[index]
          return (
            <TableRow
              key={key}
              ref={virtual.measureElement}
              id={`${id}-${index}`}
              index={index}
              columns={columns}
              row={row}
              top={start - virtual.options.scrollMargin}
              isActive={index === active}
              isMuted={row !== undefined && (isMuted?.(row) ?? false)}
              opens={onOpen !== undefined && opensRow(row)}
              onClick={(column) => {
                setActive(index)
                if (opensRow(row)) onOpen?.(row, column)
              }}
            />
          )
        })}
      </div>
      {totals && <TableFoot columns={columns} totals={totals} rowIndex={count + 2} />}
    </div>
  )
}

function rem(count: number): number {
  return count * Number(getComputedStyle(document.documentElement).fontSize.replace('px', ''))
}

function Waiting() {
  const { t } = useText()
  return (
    <Group role="status" gap="xs" p="md">
      <Loader size="sm" />
      <Text>{t(($) => $.ui.table.loading)}</Text>
    </Group>
  )
}

function Failed({ onRetry }: { readonly onRetry: (() => void) | undefined }) {
  const { t } = useText()
  return (
    <Group role="alert" gap="sm" p="md">
      <Text>{t(($) => $.ui.table.failed)}</Text>
      {onRetry && (
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          {t(($) => $.ui.table.again)}
        </Button>
      )}
    </Group>
  )
}
