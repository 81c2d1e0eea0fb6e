import { Text } from '@mantine/core'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

interface WaiveDialogProps {
  readonly loan: Loan
  /** Penalty of today, sen. */
  readonly owed: number
  readonly onClose: () => void
  readonly onSaid: (sentence: string) => void
}

/** Lets penalty off without a payment, with the reason that stays on the card. */
export function WaiveDialog({ loan: { loanId, number }, owed, onClose, onSaid }: WaiveDialogProps) {
  const { t } = useText()
  const { today: date } = useBook()
  const form = useEntryForm({
    initial: { amount: owed as number | null, reason: '' },
    save: ({ amount, reason }, requestId) =>
      client.loans.waivePenalty({ requestId, loanId, date, amount: amount ?? 0, reason }),
    onSaved: ({ waived }) => onSaid(t(($) => $.loans.waiver.saved, { amount: formatRupiah(waived), number })),
    paths: (path) => path.split('.').at(-1) ?? path,
  })
  const title = t(($) => $.loans.waiver.title, { number })
  return (
    <Dialog isOpen onClose={onClose} title={title} size="lg">
      <Text mb="sm">{t(($) => $.loans.waiver.text, { amount: formatRupiah(owed) })}</Text>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.loans.waiver.save)} onCancel={onClose}>
        <MoneyField label={t(($) => $.loans.waiver.amount)} {...form.field('amount')} autoFocus />
        <TextField
          label={t(($) => $.loans.waiver.reason)}
          description={t(($) => $.loans.waiver.reasonHint)}
          {...form.field('reason')}
        />
      </FormFrame>
    </Dialog>
  )
}
