import { Text } from '@mantine/core'
import { formatDate, lastDayOfMonth } from '../../../../shared/calendar.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { client } from '../../../client.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import type { Step } from './use-step-words.ts'

interface Values {
  readonly stated: number | null
  readonly note: string
}

interface BankDialogProps {
  readonly step: Step
  readonly month: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onDone: (sentence: string) => void
}

/** A bank account held against its statement; what differs is explained. */
export function BankDialog({ step, month, isOpen, onClose, onDone }: BankDialogProps) {
  const { t, language } = useText()
  const account = (language === 'en' ? step.account?.nameEn : step.account?.name) ?? ''
  const title = t(($) => $.closing.bank.title, { account })
  const form = useEntryForm({
    initial: { stated: null, note: '' } as Values,
    save: ({ stated, note }, requestId) =>
      client.closing.confirmBank({
        ...{ requestId, month, account: step.account?.code ?? '' },
        // Left empty it is refused beside its field.
        ...{ stated: stated ?? Number.NaN, note },
      }),
    onSaved: () => onDone(t(($) => $.closing.bank.done, { account })),
  })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.closing.bank.save)} onCancel={onClose}>
        <Text>
          {t(($) => $.closing.bank.text, {
            ...{ date: formatDate(lastDayOfMonth(month), language), amount: formatRupiah(step.amount ?? 0) },
          })}
        </Text>
        <MoneyField label={t(($) => $.closing.bank.stated)} {...form.field('stated')} autoFocus />
        <TextField
          label={t(($) => $.closing.bank.note)}
          description={t(($) => $.closing.bank.noteText)}
          {...form.field('note')}
        />
      </FormFrame>
    </Dialog>
  )
}
