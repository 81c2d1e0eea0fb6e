import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

interface RefundDialogProps {
  readonly loan: Loan
  readonly held: number
  readonly onClose: () => void
  readonly onSaid: (sentence: string) => void
}

/** Gives back what is held for later instalments, all of it unless she says less. */
export function RefundDialog({ loan, held, onClose, onSaid }: RefundDialogProps) {
  const { t } = useText()
  const { today } = useBook()
  const { loanId, number, memberName: member } = loan
  const form = useEntryForm({
    initial: { amount: held as number | null, date: today as string | null, cashAccount: null as string | null },
    save: ({ amount, date, cashAccount }, requestId) =>
      client.loans.refundHeld({
        ...{ requestId, loanId, amount: amount ?? 0, date: date ?? '', cashAccount: cashAccount ?? '' },
      }),
    onSaved: ({ voucher, refunded }) =>
      onSaid(t(($) => $.loans.refund.saved, { amount: formatRupiah(refunded), member, voucher })),
  })
  const title = t(($) => $.loans.refund.title, { number })
  return (
    <Dialog isOpen onClose={onClose} title={title} size="lg">
      <FormFrame form={form} label={title} saveLabel={t(($) => $.loans.refund.save)} onCancel={onClose}>
        <MoneyField
          label={t(($) => $.loans.refund.amount)}
          description={t(($) => $.loans.refund.held, { amount: formatRupiah(held) })}
          {...form.field('amount')}
          autoFocus
        />
        <DateField label={t(($) => $.loans.form.date)} today={today} {...form.field('date')} />
        <CashAccountSelect
          label={t(($) => $.loans.disburse.cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      </FormFrame>
    </Dialog>
  )
}
