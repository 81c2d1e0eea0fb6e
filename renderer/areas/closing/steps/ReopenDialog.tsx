import { Text } from '@mantine/core'
import { ApproverField } from '../../../app/ApproverField.tsx'
import { client } from '../../../client.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

interface ReopenDialogProps {
  readonly year: number
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onDone: (sentence: string) => void
}

/** Opens a closed year again: needs a reason and somebody besides the treasurer. */
export function ReopenDialog({ year, isOpen, onClose, onDone }: ReopenDialogProps) {
  const { t } = useText()
  const title = t(($) => $.closing.reopen.title, { year })
  const form = useEntryForm({
    initial: { reason: '', approvedBy: '' },
    save: (values, requestId) => client.closing.reopenYear({ requestId, year, ...values }),
    onSaved: () => onDone(t(($) => $.closing.reopen.done, { year })),
  })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <FormFrame
        form={form}
        label={title}
        saveLabel={t(($) => $.closing.reopen.yes)}
        cancelLabel={t(($) => $.closing.reopen.no)}
        onCancel={onClose}
      >
        <Text>{t(($) => $.closing.reopen.text)}</Text>
        <TextField label={t(($) => $.closing.reopen.reason)} {...form.field('reason')} autoFocus />
        <ApproverField label={t(($) => $.closing.reopen.approvedBy)} field={form.field('approvedBy')} />
      </FormFrame>
    </Dialog>
  )
}
