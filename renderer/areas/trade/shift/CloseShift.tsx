import { useState } from 'react'
import { formatDate } from '../../../../shared/calendar.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashCountFields } from '../../../app/CashCountFields.tsx'
import { type CountValues, countInput, countPaths } from '../../../app/cash-count.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { type ClosedShift, type Shift, useCashNames } from './shift-words.ts'

interface CloseShiftProps {
  readonly shift: Shift
  readonly onClosed: (shift: ClosedShift) => void
}

interface Values extends CountValues {
  readonly date: string | null
}

/**
 * A shift ends with the count of its box, signed by the cashier and somebody else. It is counted blind: who knows what
 * should be there counts until it is.
 */
export function CloseShift({ shift, onClosed }: CloseShiftProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const nameOf = useCashNames()
  const [isCompared, setCompared] = useState(false)
  const { shiftId, cashier, cashAccount, received, paid } = shift
  const initial: Values = { date: today, pieces: {}, first: cashier, second: '', reason: '' }
  const form = useEntryForm({
    initial,
    save: (values: Values, requestId) =>
      client.trade.closeShift({ requestId, shiftId, date: values.date ?? '', ...countInput(values) }),
    onSaved: (answer, { date }) => onClosed({ ...answer, closedOn: date ?? '' }),
    paths: countPaths,
  })
  const { pieces, date } = form.values
  return (
    <FormFrame
      form={form}
      label={t(($) => $.shop.shift.close)}
      saveLabel={t(($) => $.shop.shift.close)}
      maxWidth="48rem"
    >
      <KeyFigures>
        <KeyFigure
          label={t(($) => $.shop.shift.cashier)}
          figure={cashier}
          note={t(($) => $.shop.shift.since, { box: nameOf(cashAccount), date: formatDate(shift.date, language) })}
        />
        {isCompared && (
          <>
            <KeyFigure label={t(($) => $.shop.shift.received)} figure={formatRupiah(received)} />
            <KeyFigure label={t(($) => $.shop.shift.paid)} figure={formatRupiah(paid)} />
          </>
        )}
      </KeyFigures>
      <CashCountFields
        {...{ pieces, cashAccount, date }}
        onChange={(changed) => form.set('pieces', changed)}
        first={form.field('first')}
        second={form.field('second')}
        reason={form.field('reason')}
        blind={{ isCompared, onCompare: () => setCompared(true) }}
      />
      <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
    </FormFrame>
  )
}
