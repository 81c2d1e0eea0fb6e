// biome-ignore-all lint/a11y/useFocusableInteractive: the money boxes inside the cells hold the focus
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import { moneyText } from '../../ui/fields/typed-money.ts'
import { useText } from '../../ui/text.ts'
import classes from './collection.module.css'
import type { Cell, CollectionWork } from './collection-work.ts'
import { type GridMove, gridMove, type Place, placeAfter } from './grid-keys.ts'
import { type LineMark, type SheetColumn, SheetLine } from './SheetLine.tsx'
import { boxOf, type SheetRow } from './sheet-columns.ts'
import { lineHeight, tracks } from './sheet-lengths.ts'

/** What the screen asks of the grid. */
export interface GridHandle {
  /** Goes to a box, scrolling there first; without one to the first box. */
  focus(cell?: Cell): void
}

interface CollectionGridProps {
  readonly ref: Ref<GridHandle>
  readonly work: CollectionWork
  /** The lines that fit the search, in the order of the paper form. */
  readonly rows: readonly SheetRow[]
  readonly columns: readonly SheetColumn[]
  readonly marks: ReadonlyMap<string, readonly LineMark[]>
  /** Leaves the sheet: above its first line, or with Enter behind its last box. */
  readonly onLeave: (to: 'before' | 'after') => void
  /** Shows the question a box has open; false where there is none. */
  readonly onQuestion: () => boolean
}

/** Members down, kinds across. Only the lines in sight are drawn, and a key draws none of them anew. */
export function CollectionGrid({ ref, work, rows, columns, marks, onLeave, onQuestion }: CollectionGridProps) {
  const { t } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(-1)
  const awaited = useRef<Cell>(undefined)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight(),
    overscan: 4,
    scrollPaddingStart: lineHeight(),
    scrollPaddingEnd: lineHeight(),
    getItemKey: (index) => rows[index]?.memberId ?? index,
    // The line that has the focus is drawn wherever the sheet is scrolled to, else the keyboard would lose its place.
    rangeExtractor: useCallback(
      (range: Range) => withLine(defaultRangeExtractor(range), active, range.count),
      [active],
    ),
  })
  const go = (cell: Cell) => {
    const row = rows.findIndex(({ memberId }) => memberId === cell.memberId)
    if (row < 0) return
    // Drawn before the next key comes: what is typed after a jump must not land in the box it started from.
    if (!focusBox(scroller.current, cell)) flushSync(() => setActive(row))
    awaited.current = focusBox(scroller.current, cell) ? undefined : cell
    virtual.scrollToIndex(row)
  }
  useLayoutEffect(() => {
    if (awaited.current && focusBox(scroller.current, awaited.current)) awaited.current = undefined
  })
  const cellAt = ({ row, column: place }: Place): Cell | undefined => {
    const [memberId, column] = [rows[row]?.memberId, columns[place]?.column]
    return memberId === undefined || column === undefined ? undefined : { memberId, column }
  }
  const isPassed = (place: Place) => isPassedOver(rows[place.row], columns[place.column])
  useImperativeHandle(ref, () => ({
    focus: (cell) => {
      const first = columns.findIndex((_, column) => !isPassed({ row: 0, column }))
      const target = cell ?? cellAt({ row: 0, column: Math.max(0, first) })
      if (target) go(target)
    },
  }))

  const placeOf = ({ memberId, column: name }: Cell): Place => ({
    row: rows.findIndex((row) => row.memberId === memberId),
    column: columns.findIndex(({ column }) => column === name),
  })
  const move = (from: Cell, by: GridMove) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight()) - 3)
    const extent = { rows: rows.length, columns: columns.length, page }
    let place = placeAfter(by, placeOf(from), extent)
    // Enter passes over what is paid up or was never lent; the arrows still go there.
    while (by === 'next' && typeof place === 'object' && isPassed(place)) place = placeAfter(by, place, extent)
    if (place === 'before' || place === 'after') return onLeave(place)
    const cell = cellAt(place)
    if (cell) go(cell)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const cell = cellOf(event.target)
    if (!cell || event.altKey || event.nativeEvent.isComposing) return
    const action = actionOf(event, event.target as HTMLInputElement)
    if (action === undefined) return
    event.preventDefault()
    if (action === 'next' && onQuestion()) return
    if (action === 'clear') work.clearRow(cell.memberId)
    else if (action !== 'take') move(cell, action)
    else if (takeDue(work, cell, rows)) move(cell, 'next')
  }
  const onFocus = (event: FocusEvent) => {
    const cell = cellOf(event.target)
    if (!cell) return
    setActive(placeOf(cell).row)
    work.setActive(cell)
  }
  const [widths, least] = tracks(columns.length)
  const settled = t(($) => $.collection.grid.settled)
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={{ '--sheet-columns': widths, '--sheet-min': least }}
      role="grid"
      aria-label={t(($) => $.collection.grid.label)}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 4}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <SheetHead columns={columns} />
      <div role="presentation" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              className={classes.line}
              style={{ top: start }}
            >
              <SheetLine work={work} row={row} columns={columns} settled={settled} marks={marks.get(row.memberId)} />
            </div>
          )
        })}
      </div>
      <SheetFoot work={work} columns={columns} rowIndex={rows.length + 2} />
    </div>
  )
}

function SheetHead({ columns }: { readonly columns: readonly SheetColumn[] }) {
  const { t } = useText()
  const head = (key: string, title: string, className = classes.text) => (
    <div key={key} role="columnheader" className={className}>
      {title}
    </div>
  )
  return (
    <div className={classes.head} role="row" aria-rowindex={1}>
      {head(
        'number',
        t(($) => $.collection.grid.number),
      )}
      {head(
        'name',
        t(($) => $.collection.grid.name),
      )}
      {head(
        'hamlet',
        t(($) => $.collection.grid.hamlet),
      )}
      {columns.map(({ column, title }) => head(column, title, classes.amount))}
      {head(
        'total',
        t(($) => $.collection.grid.total),
        classes.amount,
      )}
    </div>
  )
}

interface SheetFootProps {
  readonly work: CollectionWork
  readonly columns: readonly SheetColumn[]
  readonly rowIndex: number
}

/** What all lines come to, those hidden by the search too. */
function SheetFoot({ work, columns, rowIndex }: SheetFootProps) {
  return (
    <div className={classes.foot} role="row" aria-rowindex={rowIndex}>
      <div role="gridcell" className={classes.text} />
      <div role="rowheader" className={classes.text}>
        <Payers work={work} />
      </div>
      <div role="gridcell" className={classes.text} />
      {columns.map(({ column }) => (
        <FootSum key={column} work={work} of={column} />
      ))}
      <FootSum work={work} of="all" />
    </div>
  )
}

function Payers({ work }: { readonly work: CollectionWork }) {
  const { t } = useText()
  const count = useFoot(work, () => work.totals().members)
  return t(($) => $.collection.grid.members, { count })
}

/** One sum of the foot; a key changes one kind and the whole, the others stay as they are. */
function FootSum({ work, of }: { readonly work: CollectionWork; readonly of: string }) {
  const sum = useFoot(work, () => {
    const { byColumn, total } = work.totals()
    return of === 'all' ? total : (byColumn.get(of) ?? 0)
  })
  return (
    <div role="gridcell" className={classes.amount} data-total={of}>
      {moneyText(sum)}
    </div>
  )
}

function useFoot(work: CollectionWork, figure: () => number): number {
  return useSyncExternalStore(
    useCallback((tell: () => void) => work.subscribe('foot', tell), [work]),
    figure,
  )
}

/** What a key does in a box: a move, taking what is due, emptying the line; undefined where it is typing. */
function actionOf(event: KeyboardEvent, input: HTMLInputElement): GridMove | 'take' | 'clear' | undefined {
  const isCtrl = event.ctrlKey || event.metaKey
  if (isCtrl && event.key === 'Delete') return 'clear'
  if (event.key === ' ' && !isCtrl && input.value === '') return 'take'
  const { selectionStart, selectionEnd, value } = input
  return gridMove({
    key: event.key,
    isCtrl,
    isShift: event.shiftKey,
    start: selectionStart ?? 0,
    end: selectionEnd ?? 0,
    length: value.length,
  })
}

/** True where there is nothing to type: paid up for good, or no such loan. */
function isPassedOver(row: SheetRow | undefined, column: SheetColumn | undefined): boolean {
  const box = row && column && boxOf(row, column)
  return box === undefined || box.isSettled
}

/** Puts what is due into an empty box. */
function takeDue(work: CollectionWork, cell: Cell, rows: readonly SheetRow[]): boolean {
  const row = rows.find(({ memberId }) => memberId === cell.memberId)
  return row !== undefined && work.fillDue([row], [cell.column]).length > 0
}

function cellOf(target: EventTarget): Cell | undefined {
  if (!(target instanceof HTMLInputElement)) return undefined
  const { member: memberId, column } = target.dataset
  return memberId === undefined || column === undefined ? undefined : { memberId, column }
}

function focusBox(grid: HTMLElement | null, { memberId, column }: Cell): boolean {
  const box = grid?.querySelector<HTMLInputElement>(
    `input[data-member="${CSS.escape(memberId)}"][data-column="${CSS.escape(column)}"]`,
  )
  if (!box) return false
  box.focus({ preventScroll: true })
  box.select()
  return true
}

function withLine(lines: number[], line: number, count: number): number[] {
  if (line < 0 || line >= count || lines.includes(line)) return lines
  return [...lines, line].sort((a, b) => a - b)
}
