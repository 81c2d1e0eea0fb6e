import { Alert, Checkbox, Text, Title } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { LongTextField } from '../../../ui/fields/LongTextField.tsx'
import { CountField, RateField } from '../../../ui/fields/NumberField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from './meeting.module.css'

interface RecordFormProps {
  readonly meeting: Answers['meeting']['get']
  readonly onSaved: (sentence: string) => void
}

interface Values {
  readonly date: string | null
  readonly place: string
  readonly startsAt: string
  readonly endsAt: string
  readonly chair: string
  readonly secretary: string
  readonly invited: number | null
  readonly present: number | null
  readonly quorumPct: string | null
  readonly secondCall: boolean
  readonly decisions: string
}

/** What happened at the meeting: when, where, who led it, how many were there, what was decided. */
export function RecordForm({ meeting, onSaved }: RecordFormProps) {
  const { t } = useText()
  const { year } = meeting
  const form = useEntryForm({
    initial: valuesOf(meeting),
    save: (values, requestId) => client.meeting.set({ requestId, year, ...recordOf(values) }),
    onSaved: (_, values) => {
      form.reset(values)
      onSaved(t(($) => $.meeting.recordSaved, { year }))
    },
    paths: (path) => (path.startsWith('decisions') ? 'decisions' : path),
  })
  return (
    <section aria-label={t(($) => $.meeting.record)}>
      <Title order={2} size="h4" mt="xl">
        {t(($) => $.meeting.record)}
      </Title>
      <Text mb="sm">{t(($) => $.meeting.recordText)}</Text>
      <Quorum meeting={meeting} />
      <FormFrame
        form={form}
        label={t(($) => $.meeting.record)}
        saveLabel={t(($) => $.meeting.saveRecord)}
        maxWidth="48rem"
      >
        <RecordFields form={form} />
      </FormFrame>
    </section>
  )
}

/** Whether enough members came; where the meeting could not decide, what to do now. */
export function Quorum({ meeting: { record, members, hasQuorum, canDecide } }: Pick<RecordFormProps, 'meeting'>) {
  const { t } = useText()
  if (!record || hasQuorum === null) return null
  const outcome = hasQuorum ? 'reached' : canDecide ? 'missedSecond' : 'missed'
  const sentence = t(($) => $.meeting[outcome], { present: record.present, members })
  if (canDecide) {
    return (
      <Text fw={600} mb="sm">
        {sentence}
      </Text>
    )
  }
  return (
    <Alert color="red" variant="light" role="alert" mb="sm" maw="48rem">
      <Text fw={600} c="dark.9">
        {sentence}
      </Text>
    </Alert>
  )
}

function RecordFields({ form }: { readonly form: EntryForm<Values> }) {
  const { t } = useText()
  const { today } = useBook()
  const unit = t(($) => $.meeting.people)
  return (
    <>
      <div className={classes.two}>
        <DateField label={t(($) => $.meeting.date)} today={today} anyDay {...form.field('date')} />
        <TextField label={t(($) => $.meeting.place)} {...form.field('place')} />
        <TextField label={t(($) => $.meeting.startsAt)} placeholder="09.00" {...form.field('startsAt')} />
        <TextField label={t(($) => $.meeting.endsAt)} placeholder="12.00" {...form.field('endsAt')} />
        <TextField label={t(($) => $.meeting.chair)} {...form.field('chair')} />
        <TextField label={t(($) => $.meeting.secretary)} {...form.field('secretary')} />
        <CountField label={t(($) => $.meeting.invited)} unit={unit} {...form.field('invited')} />
        <CountField label={t(($) => $.meeting.present)} unit={unit} {...form.field('present')} />
        <RateField label={t(($) => $.meeting.quorumPct)} {...form.field('quorumPct')} />
      </div>
      <Checkbox
        label={t(($) => $.meeting.secondCall)}
        checked={form.values.secondCall}
        onChange={(event) => form.set('secondCall', event.currentTarget.checked)}
      />
      <LongTextField
        label={t(($) => $.meeting.decisions)}
        description={t(($) => $.meeting.decisionsText)}
        {...form.field('decisions')}
      />
    </>
  )
}

function valuesOf({ record, date }: Answers['meeting']['get']): Values {
  return {
    ...{ date, place: record?.place ?? '' },
    ...{ startsAt: record?.startsAt ?? '', endsAt: record?.endsAt ?? '' },
    ...{ chair: record?.chair ?? '', secretary: record?.secretary ?? '' },
    ...{ invited: record?.invited ?? null, present: record?.present ?? null },
    ...{ quorumPct: record?.quorumPct ?? '50', secondCall: record?.secondCall ?? false },
    ...{ decisions: (record?.decisions ?? []).join('\n') },
  }
}

/** What is left empty is not told; what must be told is refused by the API beside its field. */
function recordOf({ date, startsAt, endsAt, invited, present, quorumPct, decisions, ...names }: Values) {
  return {
    ...names,
    ...{ date: date ?? '', present: present ?? 0 },
    ...(startsAt.trim() !== '' && { startsAt: startsAt.trim() }),
    ...(endsAt.trim() !== '' && { endsAt: endsAt.trim() }),
    ...(invited !== null && { invited }),
    ...(quorumPct !== null && { quorumPct }),
    decisions: decisions.split('\n').filter((decision) => decision.trim() !== ''),
  }
}
