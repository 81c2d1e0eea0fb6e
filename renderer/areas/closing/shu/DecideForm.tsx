import { Text } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

interface Values {
  readonly date: string | null
  readonly decision: string
}

interface DecideFormProps {
  readonly year: number
  readonly onDecided: (decision: Answers['closing']['decideShu']) => void
}

/** What the members' meeting decided, recorded once. */
export function DecideForm({ year, onDecided }: DecideFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { date: today, decision: '' } as Values,
    save: ({ date, decision }, requestId) => client.closing.decideShu({ requestId, year, date: date ?? '', decision }),
    onSaved: onDecided,
  })
  return (
    <FormFrame form={form} label={t(($) => $.shu.decide.title)} saveLabel={t(($) => $.shu.decide.save)}>
      <Text>{t(($) => $.shu.decide.text)}</Text>
      <DateField label={t(($) => $.shu.decide.date)} today={today} anyDay {...form.field('date')} />
      <TextField label={t(($) => $.shu.decide.decision)} {...form.field('decision')} />
    </FormFrame>
  )
}
