// biome-ignore-all lint/a11y/useFocusableInteractive: the money boxes inside the cells hold the focus
import { memo, useCallback, useSyncExternalStore } from 'react'
import { moneyText } from '../../ui/fields/typed-money.ts'
import classes from './collection.module.css'
import type { CollectionWork } from './collection-work.ts'
import { MoneyBox } from './MoneyBox.tsx'
import { boxOf, type Column, loanOf, type SheetRow } from './sheet-columns.ts'

/** A column with the name that stands above it. */
export type SheetColumn = Column & { readonly title: string }

/** Why a member's line was refused; without a column the whole line is meant. */
export interface LineMark {
  readonly column: string | undefined
  readonly sentence: string
}

interface SheetLineProps {
  readonly work: CollectionWork
  readonly row: SheetRow
  readonly columns: readonly SheetColumn[]
  readonly settled: string
  readonly marks: readonly LineMark[] | undefined
}

/** One member's line: who, a box for each kind, what it comes to. */
export const SheetLine = memo(function SheetLine({ work, row, columns, settled, marks }: SheetLineProps) {
  const { memberId, number, name, hamlet } = row
  return (
    <>
      <div role="gridcell" className={classes.text}>
        {number}
      </div>
      <div role="rowheader" className={classes.text}>
        {name}
        {marks?.map(({ sentence }) => (
          <div key={sentence} className={classes.refusal} role="alert">
            {sentence}
          </div>
        ))}
      </div>
      <div role="gridcell" className={classes.text}>
        {hamlet}
      </div>
      {columns.map((column) => {
        const box = boxOf(row, column)
        return (
          <div role="gridcell" key={column.column} className={classes.boxCell}>
            <MoneyBox
              work={work}
              memberId={memberId}
              column={column.column}
              label={boxLabel(row, column)}
              due={box?.due ?? 0}
              settled={box?.isSettled ? settled : undefined}
              isMarked={marks?.some((mark) => mark.column === column.column) ?? false}
              isClosed={box === undefined}
            />
          </div>
        )
      })}
      <div role="gridcell" className={classes.amount}>
        <LineTotal work={work} memberId={memberId} />
      </div>
    </>
  )
})

/** Whose box it is and what for: of a loan its number, since she may have several. */
function boxLabel(row: SheetRow, column: SheetColumn): string {
  const loan = loanOf(row, column)
  return [row.name, column.title, ...(loan ? [loan.number] : [])].join(', ')
}

function LineTotal({ work, memberId }: { readonly work: CollectionWork; readonly memberId: string }) {
  const total = useSyncExternalStore(
    useCallback((tell: () => void) => work.subscribe(`row ${memberId}`, tell), [work, memberId]),
    () => work.rowTotal(memberId),
  )
  return total === 0 ? '' : moneyText(total)
}
