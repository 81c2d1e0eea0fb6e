import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { isKeptFromYearToYear, type MeetingPart, meetingParts } from '../../../../shared/rules/meeting-parts.ts'
import { usualPart } from '../../../../shared/statements/meeting-book/texts.ts'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { LongTextField } from '../../../ui/fields/LongTextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

interface TextFormProps {
  readonly meeting: Answers['meeting']['get']
  readonly onSaved: (sentence: string) => void
}

/** Which part of the book is written, and its text. */
export function TextForm({ meeting, onSaved }: TextFormProps) {
  const { t } = useText()
  const [part, setPart] = useState<MeetingPart>('preface')
  return (
    <section aria-label={t(($) => $.meeting.texts)}>
      <Title order={2} size="h4" mt="xl">
        {t(($) => $.meeting.texts)}
      </Title>
      <Text mb="sm">{t(($) => $.meeting.textsText)}</Text>
      <Group mb="sm">
        <ChoiceField
          label={t(($) => $.meeting.textPart)}
          value={part}
          onChange={setPart}
          choices={meetingParts.map((value) => ({ value, label: t(($) => $.meeting.textOf[value]) }))}
        />
      </Group>
      <PartForm key={part} meeting={meeting} part={part} onSaved={onSaved} />
    </section>
  )
}

function PartForm({ meeting, part, onSaved }: TextFormProps & { readonly part: MeetingPart }) {
  const { t, language } = useText()
  const { year } = meeting
  const written = meeting.texts.find((one) => one.part === part)
  const { fromYear = null, earlier = null } = written ?? {}
  const begun = fromYear === null ? usualPart(part, language, year) : (written?.paragraphs ?? [])
  const standing = useStanding(part, fromYear, year)
  const form = useEntryForm({
    initial: { text: begun.join('\n') },
    paths: () => 'text',
    save: ({ text }, requestId) => client.meeting.setText({ requestId, year, part, paragraphs: paragraphsOf(text) }),
    onSaved: (_, values) => {
      form.reset(values)
      onSaved(t(($) => $.meeting.textSaved, { part: t(($) => $.meeting.textOf[part]) }))
    },
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.meeting.textOf[part])}
      saveLabel={t(($) => $.meeting.saveText)}
      maxWidth="48rem"
      actions={
        earlier && (
          <Button variant="default" onClick={() => form.set('text', earlier.paragraphs.join('\n'))}>
            {t(($) => $.meeting.takeEarlier, { year: earlier.year })}
          </Button>
        )
      }
    >
      <LongTextField label={t(($) => $.meeting.body)} description={standing} rows={6} {...form.field('text')} />
    </FormFrame>
  )
}

/** Whether what is shown was written, and for how long it counts. */
function useStanding(part: MeetingPart, fromYear: number | null, year: number): string {
  const { t } = useText()
  if (!isKeptFromYearToYear(part)) return t(($) => $.meeting[fromYear === null ? 'unwritten' : 'ofYear'], { year })
  return fromYear === null ? t(($) => $.meeting.usual) : t(($) => $.meeting.since, { year: fromYear })
}

function paragraphsOf(text: string): string[] {
  return text.split('\n').filter((paragraph) => paragraph.trim() !== '')
}
