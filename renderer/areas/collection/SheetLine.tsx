// biome-ignore-all lint/a11y/useFocusableInteractive: the money boxes inside the cells hold the focus
import { memo, useCallback, useSyncExternalStore } from 'react'
import { moneyText } from '../../ui/fields/typed-money.ts'
import classes from './collection.module.css'
import { type CollectionWork, isSettled, type SheetRow } from './collection-work.ts'
import { MoneyBox } from './MoneyBox.tsx'

/** A kind of savings as the sheet heads it. */
export interface SheetColumn {
  readonly product: string
  readonly kind: string
  readonly title: string
}

/** Why a member's line was refused; without a product the whole line is meant. */
export interface LineMark {
  readonly product: string | undefined
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
  const { memberId, number, name, hamlet, savings } = row
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
      {columns.map(({ product, kind, title }) => {
        const saved = savings[product]
        return (
          <div role="gridcell" key={product} className={classes.boxCell}>
            <MoneyBox
              work={work}
              memberId={memberId}
              product={product}
              label={`${name}, ${title}`}
              due={saved?.due ?? 0}
              settled={isSettled(kind, saved) ? settled : undefined}
              isMarked={marks?.some((mark) => mark.product === product) ?? false}
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

function LineTotal({ work, memberId }: { readonly work: CollectionWork; readonly memberId: string }) {
  const total = useSyncExternalStore(
    useCallback((tell: () => void) => work.subscribe(`row ${memberId}`, tell), [work, memberId]),
    () => work.rowTotal(memberId),
  )
  return total === 0 ? '' : moneyText(total)
}
