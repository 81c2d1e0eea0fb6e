import { memo, useCallback, useEffect, useState } from 'react'
import { moneyText, type TypedMoney } from '../../ui/fields/typed-money.ts'
import { useMoneyInput } from '../../ui/fields/use-money-input.ts'
import classes from './collection.module.css'
import type { CollectionWork } from './collection-work.ts'

interface MoneyBoxProps {
  readonly work: CollectionWork
  readonly memberId: string
  readonly column: string
  /** Member and kind, for those who hear the screen. */
  readonly label: string
  /** What is due, sen; shown pale until something is typed. */
  readonly due: number
  /** Said instead where nothing is due any more: `lunas`. */
  readonly settled: string | undefined
  readonly isMarked: boolean
  /** Nothing can be typed: the member has no such loan. It keeps its place, so that arrows lead through it. */
  readonly isClosed: boolean
}

/** One box of the sheet. The browser owns its text; the sheet is told, and tells it when boxes were filled for it. */
export const MoneyBox = memo(function MoneyBox(props: MoneyBoxProps) {
  const { work, memberId, column, label, due, settled, isMarked, isClosed } = props
  const [initial] = useState(() => work.typedAt({ memberId, column }))
  const onTyped = useCallback((typed: TypedMoney) => work.type({ memberId, column }, typed), [work, memberId, column])
  const { ref, put, ...input } = useMoneyInput(initial.amount, onTyped)
  useEffect(
    () =>
      work.subscribe('boxes', () => {
        const { text, amount } = work.typedAt({ memberId, column })
        if (ref.current === null || ref.current.value === text) return
        if (amount === null) ref.current.value = text
        else put(amount)
      }),
    [work, memberId, column, ref, put],
  )
  return (
    <input
      // A paste is read by hand, and would not ask whether the box takes any.
      {...(isClosed ? {} : input)}
      ref={ref}
      defaultValue={initial.text}
      className={classes.box}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isMarked || undefined}
      readOnly={isClosed}
      placeholder={isClosed ? '–' : due > 0 ? moneyText(due) : settled}
      data-member={memberId}
      data-column={column}
    />
  )
})
