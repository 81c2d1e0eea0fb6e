import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { addMonthsToMonth, formatMonth } from '../../../../shared/calendar.ts'
import { formatRupiah, formatStatementAmount } from '../../../../shared/rules/money.ts'
import { spreadOverYear } from '../../../../shared/statements/budget-lines.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import classes from './budget.module.css'
import { type LineValues, lineOf, ofMonths, type PlanRow, type PlanValues } from './budget-values.ts'
import { useLineName } from './use-line-name.ts'

interface PlanLineProps {
  readonly form: EntryForm<PlanValues>
  readonly row: PlanRow
  /** What it was last year, sen. */
  readonly last: number
  readonly isFirst: boolean
}

/** One line: what it was, what it is to be in the year, or month by month, and a remark. */
export function PlanLine({ form, row, last, isFirst }: PlanLineProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const name = useLineName()(row)
  const typed = lineOf(form.values, row.line)
  const set = (part: Partial<LineValues>) =>
    form.set('lines', { ...form.values.lines, [row.line]: { ...lineOf(form.values, row.line), ...part } })
  return (
    <>
      <Text className={classes.name}>{name}</Text>
      <Text className={classes.last}>{formatStatementAmount(last)}</Text>
      <div className={classes.amount}>
        <MoneyField
          label={t(($) => $.budget.amountOf, { line: name })}
          isLabelHidden
          value={typed.amount}
          onChange={(amount) => amount !== lineOf(form.values, row.line).amount && set({ amount, months: null })}
          withoutWords
          autoFocus={isFirst}
        />
        <Button
          variant="default"
          onClick={() => setOpen(true)}
          aria-label={t(($) => $.budget.monthsOf, { line: name })}
        >
          {t(($) => $.budget.months)}
        </Button>
      </div>
      <TextField
        label={t(($) => $.budget.noteOf, { line: name })}
        isLabelHidden
        value={typed.note}
        onChange={(note) => set({ note })}
      />
      {isOpen && (
        <Months
          name={name}
          months={(typed.months ?? spreadOverYear(typed.amount ?? 0)).map((month) => (month === 0 ? null : month))}
          onDone={(months) => {
            set(ofMonths(months))
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

interface MonthsProps {
  readonly name: string
  readonly months: readonly (number | null)[]
  readonly onDone: (months: readonly (number | null)[]) => void
  readonly onClose: () => void
}

function Months({ name, months: before, onDone, onClose }: MonthsProps) {
  const { t, language } = useText()
  const [months, setMonths] = useState(before)
  const monthName = (index: number) => formatMonth(addMonthsToMonth('2000-01', index), language).replace(/ \d+$/, '')
  return (
    <Dialog isOpen onClose={onClose} title={t(($) => $.budget.monthsOf, { line: name })} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          onDone(months)
        }}
      >
        <div className={classes.months}>
          {months.map((month, index) => (
            <MoneyField
              // biome-ignore lint/suspicious/noArrayIndexKey: a year has its twelve months
              key={index}
              label={monthName(index)}
              value={month}
              onChange={(amount) => setMonths((now) => now.with(index, amount))}
              withoutWords
              autoFocus={index === 0}
            />
          ))}
        </div>
        <Text my="sm">{t(($) => $.budget.monthsText, { amount: formatRupiah(ofMonths(months).amount ?? 0) })}</Text>
        <Button type="submit">{t(($) => $.budget.monthsDone)}</Button>
      </form>
    </Dialog>
  )
}
