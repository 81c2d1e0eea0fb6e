import { Text } from '@mantine/core'
import { isMonth } from '../../../../shared/calendar.ts'
import { client } from '../../../client.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { periodName } from './use-step-words.ts'

interface AdjustmentsDialogProps {
  /** A month or a year. */
  readonly period: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onDone: (sentence: string) => void
}

/** Says that somebody looked for what still had to be adjusted, and what was found. */
export function AdjustmentsDialog({ period, isOpen, onClose, onDone }: AdjustmentsDialogProps) {
  const { t, language } = useText()
  const named = { period: periodName(period, language) }
  const title = t(($) => $.closing.adjustments.title, named)
  const asked = isMonth(period) ? { month: period } : { year: Number(period) }
  const form = useEntryForm({
    initial: { note: '' },
    save: ({ note }, requestId) => client.closing.confirmAdjustments({ requestId, ...asked, note }),
    onSaved: () => onDone(t(($) => $.closing.adjustments.done, named)),
  })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.closing.adjustments.save)} onCancel={onClose}>
        <Text>{t(($) => $.closing.adjustments.text)}</Text>
        <TextField label={t(($) => $.closing.adjustments.note)} {...form.field('note')} autoFocus />
      </FormFrame>
    </Dialog>
  )
}
