import { Text } from '@mantine/core'
import { memo, type Ref, useCallback, useSyncExternalStore } from 'react'
import { formatRupiah, sen, senMax } from '../../../shared/rules/money.ts'
import { rupiahInWords } from '../../../shared/words.ts'
import { AskBack } from '../../ui/fields/AskBack.tsx'
import { useText } from '../../ui/text.ts'
import classes from './collection.module.css'
import type { Cell, CollectionWork } from './collection-work.ts'
import type { SheetColumn } from './SheetLine.tsx'
import { type Box, boxOf, loanOf, type SheetRow } from './sheet-columns.ts'

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
  const row = cell && work.rowOf(cell.memberId)
  const column = cell && columns.find((one) => one.column === cell.column)
  return (
    <div ref={ref} className={classes.note}>
      {cell && row && column ? (
        <>
          <Facts row={row} column={column} />
          <Meaning work={work} cell={cell} onAnswered={onAnswered} />
        </>
      ) : (
        <Text c="gray.7">{t(($) => $.collection.note.none)}</Text>
      )}
    </div>
  )
}

interface FactsProps {
  readonly row: SheetRow
  readonly column: SheetColumn
}

/** Kept as it is while the box is typed in. */
const Facts = memo(function Facts({ row, column }: FactsProps) {
  const { t } = useText()
  const box = boxOf(row, column)
  const loan = loanOf(row, column)
  const closed = loan ? t(($) => $.collection.note.noPenalty) : t(($) => $.collection.note.noLoan)
  const owner = [row.name, column.title, ...(loan ? [loan.number] : [])].join(', ')
  return (
    <div className={classes.facts}>
      <b>{owner}</b>
      {box ? <BoxFacts box={box} of={column.of} /> : ` · ${closed}`}
    </div>
  )
})

interface BoxFactsProps {
  readonly box: Box
  readonly of: SheetColumn['of']
}

function BoxFacts({ box: { due, arrears, balance }, of }: BoxFactsProps) {
  const { t } = useText()
  if (of === 'penalty') return ` · ${t(($) => $.collection.note.penalty, { amount: formatRupiah(due) })}`
  const amount = formatRupiah(balance)
  const behind = arrears > 0 ? `, ${t(($) => $.collection.note.arrears, { amount: formatRupiah(arrears) })}` : ''
  const facts = [
    due === 0
      ? t(($) => $.collection.note.notDue)
      : t(($) => $.collection.note.due, { amount: formatRupiah(due) }) + behind,
    of === 'loan' ? t(($) => $.collection.note.owed, { amount }) : t(($) => $.collection.note.balance, { amount }),
  ]
  return ` · ${facts.join(' · ')}`
}

interface MeaningProps {
  readonly work: CollectionWork
  readonly cell: Cell
  readonly onAnswered: (cell: Cell) => void
}

/** The amount in words, or what is wrong with it. */
function Meaning({ work, cell, onAnswered }: MeaningProps) {
  const { t } = useText()
  const {
    amount,
    problem,
    readings = [],
  } = useSyncExternalStore(
    useCallback((tell: () => void) => work.subscribe('any', tell), [work]),
    () => work.typedAt(cell),
  )
  const choose = (reading: number) => () => {
    work.answer(cell, reading)
    onAnswered(cell)
  }
  if (problem === 'ambiguous') {
    const answers = readings.map((reading) => ({ label: formatRupiah(reading), choose: choose(reading) }))
    return <AskBack question={t(($) => $.ui.money.ambiguous)} answers={answers} />
  }
  if (problem !== undefined) {
    return (
      <Text size="sm" c="red.9" role="alert">
        {t(($) => $.ui.money[problem], { most: formatRupiah(senMax) })}
      </Text>
    )
  }
  return (
    <div className={classes.words} lang="id">
      {amount === null ? '' : rupiahInWords(sen(amount))}
    </div>
  )
}
