import { Text, TextInput, Title } from '@mantine/core'
import { useCallback, useSyncExternalStore } from 'react'
import { rupiahDenominations } from '../../../shared/rules/cash-count.ts'
import { formatAmount, formatRupiah } from '../../../shared/rules/money.ts'
import { useText } from '../../ui/text.ts'
import { type Pieces, type TableCash, tableCash } from './cash-on-table.ts'
import classes from './collection.module.css'
import type { CollectionWork } from './collection-work.ts'

interface CashOnTableProps {
  readonly work: CollectionWork
  readonly pieces: Pieces
  readonly onChange: (pieces: Pieces) => void
}

/** The cash of the meeting, counted by notes and coins and held against what was typed. Nothing of it is recorded. */
export function CashOnTable({ work, pieces, onChange }: CashOnTableProps) {
  const { t } = useText()
  const cash = tableCash(pieces)
  return (
    <section aria-labelledby="cash-on-table">
      <Title order={2} size="h4" id="cash-on-table">
        {t(($) => $.collection.count.title)}
      </Title>
      <Text c="gray.7" size="sm" mb="xs">
        {t(($) => $.collection.count.text)}
      </Text>
      <div className={classes.pieces}>
        {rupiahDenominations.map((value) => {
          const key = String(value)
          const name = formatAmount(value * 100)
          return (
            <div key={key} className={classes.pieceLine}>
              <span className={classes.right} aria-hidden="true">
                {name}
              </span>
              <TextInput
                size="sm"
                aria-label={t(($) => $.collection.count.pieces, { value: name })}
                inputMode="numeric"
                autoComplete="off"
                data-denomination={key}
                value={pieces[key] ?? ''}
                onChange={(event) => onChange({ ...pieces, [key]: event.currentTarget.value })}
                error={cash.unread.has(key)}
                classNames={{ input: classes.pieceInput }}
              />
              <span>{cash.unread.has(key) ? t(($) => $.collection.count.notWhole) : lineText(cash, key)}</span>
            </div>
          )
        })}
      </div>
      <Text mt="sm" fw={600} role="status">
        <Outcome work={work} cash={cash} />
      </Text>
    </section>
  )
}

function lineText({ byValue }: TableCash, key: string): string {
  const amount = byValue.get(key)
  return amount === undefined ? '' : `= ${formatAmount(amount)}`
}

/** Alone in listening to the total, so that typing in the sheet draws nothing else of this anew. */
function Outcome({ work, cash }: { readonly work: CollectionWork; readonly cash: TableCash }) {
  const { t } = useText()
  const { total } = useSyncExternalStore(
    useCallback((tell: () => void) => work.subscribe('foot', tell), [work]),
    work.totals,
  )
  if (!cash.isCounted) return t(($) => $.collection.count.none)
  const difference = cash.counted - total
  const amount = formatRupiah(Math.abs(difference))
  const sides = [
    `${t(($) => $.collection.count.counted)} ${formatRupiah(cash.counted)}`,
    `${t(($) => $.collection.count.typed)} ${formatRupiah(total)}`,
    difference === 0
      ? t(($) => $.collection.count.same)
      : difference > 0
        ? t(($) => $.collection.count.more, { amount })
        : t(($) => $.collection.count.less, { amount }),
  ]
  return sides.join(' · ')
}
