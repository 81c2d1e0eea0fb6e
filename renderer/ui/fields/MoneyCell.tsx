import { memo } from 'react'
import classes from './fields.module.css'
import type { TypedMoney } from './typed-money.ts'
import { useMoneyInput } from './use-money-input.ts'

interface MoneyCellProps {
  /** What the cell is, for those who hear the screen: member and kind. */
  readonly label: string
  readonly value: number | null
  /** Must keep its identity between drawings, else every cell is drawn again at each key. */
  readonly onTyped: (row: string, column: string, typed: TypedMoney) => void
  readonly row: string
  readonly column: string
  readonly isMarked?: boolean
}

/** A money field without frame or words, light enough for a grid of hundreds. */
export const MoneyCell = memo(function MoneyCell({ label, value, onTyped, row, column, isMarked }: MoneyCellProps) {
  const { put: _, ...input } = useMoneyInput(value, (typed) => onTyped(row, column, typed))
  return (
    <input
      {...input}
      className={classes.cell}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isMarked || undefined}
      data-row={row}
      data-column={column}
    />
  )
})
