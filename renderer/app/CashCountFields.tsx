import { Button, Group, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { countedCash, rupiahDenominations } from '../../shared/rules/cash-count.ts'
import { formatAmount, formatRupiah } from '../../shared/rules/money.ts'
import { TextField } from '../ui/fields/TextField.tsx'
import type { FieldBinding } from '../ui/form/entry-form.ts'
import { focusNext } from '../ui/form/focus-order.ts'
import { useOpenQuestion } from '../ui/form/open-questions.ts'
import { useText } from '../ui/text.ts'
import classes from './cash-count.module.css'
import { isPieces, type Pieces, readPieces } from './cash-count.ts'
import { orpc } from './queries.ts'

interface CashCountFieldsProps {
  readonly pieces: Pieces
  readonly onChange: (pieces: Pieces) => void
  /** What is counted, and on which day: the book is held against it. */
  readonly cashAccount: string | null
  readonly date: string | null
  readonly first: FieldBinding<string>
  readonly second: FieldBinding<string>
  readonly reason: FieldBinding<string>
  /** Asks to be compared first: what the book says is seen only by who has counted. */
  readonly blind?: BlindCount | undefined
}

interface BlindCount {
  readonly isCompared: boolean
  readonly onCompare: () => void
}

/** Notes and coins one by one, what the book says beside them, two names and the reason of a difference. */
export function CashCountFields(props: CashCountFieldsProps) {
  const { t } = useText()
  const { pieces, onChange, cashAccount, date, first, second, reason, blind } = props
  const counted = countedCash(readPieces(pieces))
  return (
    <>
      <PieceFields pieces={pieces} onChange={onChange} />
      {blind && !blind.isCompared ? (
        <Uncompared counted={counted} onCompare={blind.onCompare} />
      ) : (
        <Comparison counted={counted} cashAccount={cashAccount} date={date} />
      )}
      <Group grow align="flex-start" gap="md">
        <TextField label={t(($) => $.cash.count.first)} {...first} />
        <TextField label={t(($) => $.cash.count.second)} {...second} />
      </Group>
      <TextField label={t(($) => $.cash.count.reason)} description={t(($) => $.cash.count.reasonHint)} {...reason} />
    </>
  )
}

function PieceFields({ pieces, onChange }: Pick<CashCountFieldsProps, 'pieces' | 'onChange'>) {
  const { t } = useText()
  const box = useRef<HTMLDivElement>(null)
  useOpenQuestion(
    Object.values(pieces).some((text) => text.trim() !== '' && !isPieces(text)),
    useCallback(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), []),
  )
  return (
    <div ref={box} className={classes.pieces}>
      {rupiahDenominations.map((value, index) => {
        const key = String(value)
        const text = pieces[key] ?? ''
        const isWrong = text.trim() !== '' && !isPieces(text)
        return (
          <div key={key} className={classes.piece}>
            <span className={classes.value} aria-hidden="true">
              {formatAmount(value * 100)}
            </span>
            <TextInput
              aria-label={t(($) => $.cash.count.pieces, { value: formatAmount(value * 100) })}
              inputMode="numeric"
              autoComplete="off"
              autoFocus={index === 0}
              value={text}
              onChange={(event) => onChange({ ...pieces, [key]: event.currentTarget.value })}
              error={isWrong && t(($) => $.cash.count.notWhole)}
            />
            <span className={classes.value}>
              {text.trim() === '' || isWrong ? '' : `= ${formatAmount(value * Number(text) * 100)}`}
            </span>
          </div>
        )
      })}
    </div>
  )
}

interface UncomparedProps {
  readonly counted: number
  readonly onCompare: () => void
}

/** What was counted alone, and the way to what the book says; Enter comes here behind the last coin. */
function Uncompared({ counted, onCompare }: UncomparedProps) {
  const { t } = useText()
  return (
    <Group>
      <Text role="status" fw={600}>
        {t(($) => $.cash.count.counted)}: {formatRupiah(counted)}
      </Text>
      <Button
        variant="default"
        data-field
        onClick={(event) => {
          focusNext(event.currentTarget)
          onCompare()
        }}
      >
        {t(($) => $.cash.count.compare)}
      </Button>
    </Group>
  )
}

interface ComparisonProps {
  readonly counted: number
  readonly cashAccount: string | null
  readonly date: string | null
}

/** What was counted beside what the book says, while she counts. */
function Comparison({ counted, cashAccount, date }: ComparisonProps) {
  const { t } = useText()
  const input = date === null ? {} : { asOf: date }
  const { data } = useQuery(orpc.cash.accounts.queryOptions({ input }))
  const expected = data?.rows.find((row) => row.code === cashAccount)?.balance
  if (expected === undefined) return null
  return (
    <Text role="status" fw={600}>
      {t(($) => $.cash.count.counted)}: {formatRupiah(counted)} · {t(($) => $.cash.count.expected)}:{' '}
      {formatRupiah(expected)} · {t(($) => $.cash.count.difference)}: <Difference amount={counted - expected} />
    </Text>
  )
}

function Difference({ amount }: { readonly amount: number }) {
  const { t } = useText()
  if (amount === 0) return t(($) => $.cash.count.none)
  const shown = formatRupiah(Math.abs(amount))
  return amount > 0 ? t(($) => $.cash.count.over, { amount: shown }) : t(($) => $.cash.count.short, { amount: shown })
}
