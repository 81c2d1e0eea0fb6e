import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import type { Shift } from './shift-words.ts'

/** A cashier begins at a box. */
export function OpenShift({ onOpened }: { readonly onOpened: (shift: Shift) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { cashier: '', date: today as string | null, cashAccount: null as string | null },
    save: ({ cashier, date, cashAccount }, requestId) =>
      client.trade.openShift({ requestId, cashier, date: date ?? '', cashAccount: cashAccount ?? '' }),
    onSaved: onOpened,
  })
  return (
    <FormFrame form={form} label={t(($) => $.shop.shift.open)} saveLabel={t(($) => $.shop.shift.open)}>
      <TextField label={t(($) => $.shop.shift.cashier)} {...form.field('cashier')} autoFocus />
      <CashAccountSelect
        label={t(($) => $.shop.shift.box)}
        onHandOnly
        {...form.field('cashAccount')}
        onOffer={form.offer('cashAccount')}
      />
      <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
    </FormFrame>
  )
}
