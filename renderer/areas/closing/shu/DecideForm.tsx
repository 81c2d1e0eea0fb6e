import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Answers } from '../../../../shared/contract/index.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { Quorum } from '../meeting/RecordForm.tsx'

interface Values {
  readonly date: string | null
  readonly decision: string
}

interface DecideFormProps {
  readonly year: number
  readonly onDecided: (decision: Answers['closing']['decideShu']) => void
}

/** What the members' meeting decided, recorded once, on the day its record says. */
export function DecideForm(props: DecideFormProps) {
  const { data, error } = useQuery(orpc.meeting.get.queryOptions({ input: { year: props.year } }))
  return (
    <>
      <Complaint error={error} />
      {data && <DecisionOf key={data.date} meeting={data} {...props} />}
    </>
  )
}

function DecisionOf({ meeting, year, onDecided }: DecideFormProps & { readonly meeting: Answers['meeting']['get'] }) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { date: meeting.date ?? today, decision: '' } as Values,
    save: ({ date, decision }, requestId) => client.closing.decideShu({ requestId, year, date: date ?? '', decision }),
    onSaved: onDecided,
  })
  return (
    <FormFrame form={form} label={t(($) => $.shu.decide.title)} saveLabel={t(($) => $.shu.decide.save)}>
      <Text>{t(($) => $.shu.decide.text)}</Text>
      <Quorum meeting={meeting} />
      <DateField label={t(($) => $.shu.decide.date)} today={today} anyDay {...form.field('date')} />
      <TextField label={t(($) => $.shu.decide.decision)} {...form.field('decision')} />
    </FormFrame>
  )
}
