import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { MandateField } from '../application/MandateField.tsx'
import type { Loan } from '../loan-words.ts'

interface MandateDialogProps {
  readonly loan: Loan
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** Which of her savings the borrower signed for. */
export function MandateDialog({ loan: { loanId, memberId }, onClose, onSaved }: MandateDialogProps) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { savingsProducts: [] as readonly string[], date: today as string | null },
    save: ({ savingsProducts, date }, requestId) =>
      client.loans.giveMandate({ requestId, loanId, savingsProducts: [...savingsProducts], date: date ?? '' }),
    onSaved,
  })
  const title = t(($) => $.loans.backing.add.mandate)
  return (
    <Dialog isOpen onClose={onClose} title={title} size="lg">
      <FormFrame form={form} label={title} onCancel={onClose}>
        <MandateField memberId={memberId} {...form.field('savingsProducts')} autoFocus />
        <DateField label={t(($) => $.loans.mandate.date)} today={today} {...form.field('date')} />
      </FormFrame>
    </Dialog>
  )
}
