import { Group, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { Answers } from '../../../shared/contract/index.ts'
import { countedCash, rupiahDenominations } from '../../../shared/rules/cash-count.ts'
import { formatAmount, formatRupiah } from '../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../app/CashAccountSelect.tsx'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { client } from '../../client.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useOpenQuestion } from '../../ui/form/open-questions.ts'
import { useText } from '../../ui/text.ts'
import classes from './cash.module.css'

type Pieces = Readonly<Record<string, string>>

/** How many of each are there; what is no number counts as none, is marked and holds saving back. */
function readPieces(pieces: Pieces): Record<string, number> {
  const read = Object.entries(pieces).filter(([, text]) => isPieces(text) && Number(text) > 0)
  return Object.fromEntries(read.map(([value, text]) => [value, Number(text)]))
}

function isPieces(text: string): boolean {
  return /^\d{1,6}$/.test(text.trim())
}

interface CountFormProps {
  readonly onSaved: (counted: Answers['cash']['count']) => void
}

export function CountForm({ onSaved }: CountFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const noPieces: Pieces = {}
  const form = useEntryForm({
    initial: {
      date: today as string | null,
      cashAccount: null as string | null,
      pieces: noPieces,
      first: '',
      second: '',
      reason: '',
    },
    save: ({ date, cashAccount, pieces, first, second, reason }, requestId) =>
      client.cash.count({
        requestId,
        date: date ?? '',
        cashAccount: cashAccount ?? '',
        denominations: readPieces(pieces),
        countedBy: [first, second],
        ...(reason !== '' && { reason }),
      }),
    onSaved,
    paths: { 'countedBy.0': 'first', 'countedBy.1': 'second', countedBy: 'second' },
  })
  const { pieces, cashAccount, date } = form.values
  return (
    <FormFrame
      form={form}
      label={t(($) => $.cash.count.title)}
      saveLabel={t(($) => $.cash.count.save)}
      maxWidth="48rem"
    >
      <Group grow align="flex-start" gap="md">
        <DateField label={t(($) => $.cash.date)} today={today} {...form.field('date')} />
        <CashAccountSelect
          label={t(($) => $.cash.count.cashAccount)}
          onHandOnly
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      </Group>
      <PieceFields pieces={pieces} onChange={(changed) => form.set('pieces', changed)} />
      <Comparison counted={countedCash(readPieces(pieces))} cashAccount={cashAccount} date={date} />
      <Group grow align="flex-start" gap="md">
        <TextField label={t(($) => $.cash.count.first)} {...form.field('first')} />
        <TextField label={t(($) => $.cash.count.second)} {...form.field('second')} />
      </Group>
      <TextField
        label={t(($) => $.cash.count.reason)}
        description={t(($) => $.cash.count.reasonHint)}
        {...form.field('reason')}
      />
    </FormFrame>
  )
}

function PieceFields({ pieces, onChange }: { readonly pieces: Pieces; readonly onChange: (pieces: Pieces) => void }) {
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
