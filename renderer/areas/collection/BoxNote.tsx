import { Text } from '@mantine/core'
import { type Ref, useCallback, useSyncExternalStore } from 'react'
import { formatRupiah, sen } from '../../../shared/rules/money.ts'
import { rupiahInWords } from '../../../shared/words.ts'
import { AskBack } from '../../ui/fields/AskBack.tsx'
import type { TypedMoney } from '../../ui/fields/typed-money.ts'
import { useText } from '../../ui/text.ts'
import classes from './collection.module.css'
import type { Cell, CollectionWork } from './collection-work.ts'
import type { SheetColumn } from './SheetLine.tsx'

interface BoxNoteProps {
  readonly ref: Ref<HTMLDivElement>
  readonly work: CollectionWork
  readonly columns: readonly SheetColumn[]
  /** A question was answered: back to the box. */
  readonly onAnswered: (cell: Cell) => void
}

/** About the box the cursor is in: what is due, what was typed in words, and the question where it means two amounts. */
export function BoxNote({ ref, work, columns, onAnswered }: BoxNoteProps) {
  const { t } = useText()
  const cell = useSyncExternalStore(
    useCallback((tell: () => void) => work.subscribe('active', tell), [work]),
    work.active,
  )
  const typed = useSyncExternalStore(
    useCallback((tell: () => void) => work.subscribe('any', tell), [work]),
    () => (cell ? work.typedAt(cell) : undefined),
  )
  const row = cell && work.rowOf(cell.memberId)
  if (!cell || !row || !typed) {
    return (
      <div ref={ref} className={classes.note}>
        <Text c="gray.7">{t(($) => $.collection.note.none)}</Text>
      </div>
    )
  }
  const { due = 0, arrears = 0, balance = 0 } = row.savings[cell.product] ?? {}
  const facts = [
    due === 0
      ? t(($) => $.collection.note.notDue)
      : t(($) => $.collection.note.due, { amount: formatRupiah(due) }) +
        (arrears > 0 ? `, ${t(($) => $.collection.note.arrears, { amount: formatRupiah(arrears) })}` : ''),
    t(($) => $.collection.note.balance, { amount: formatRupiah(balance) }),
  ]
  return (
    <div ref={ref} className={classes.note}>
      <div className={classes.facts}>
        <b>{`${row.name}, ${columns.find(({ product }) => product === cell.product)?.title ?? ''}`}</b>
        {` · ${facts.join(' · ')}`}
      </div>
      <Meaning
        typed={typed}
        onChoose={(amount) => {
          work.answer(cell, amount)
          onAnswered(cell)
        }}
      />
    </div>
  )
}

interface MeaningProps {
  readonly typed: TypedMoney
  readonly onChoose: (amount: number) => void
}

function Meaning({ typed, onChoose }: MeaningProps) {
  const { t } = useText()
  const { amount, problem, readings = [] } = typed
  if (problem === 'ambiguous') {
    const answers = readings.map((reading) => ({ label: formatRupiah(reading), choose: () => onChoose(reading) }))
    return <AskBack question={t(($) => $.ui.money.ambiguous)} answers={answers} />
  }
  if (problem !== undefined) {
    return (
      <Text size="sm" c="red.9" role="alert">
        {t(($) => $.ui.money[problem])}
      </Text>
    )
  }
  return (
    <div className={classes.words} lang="id">
      {amount === null ? '' : rupiahInWords(sen(amount))}
    </div>
  )
}
