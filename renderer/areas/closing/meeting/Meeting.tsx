import { Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../ui/text.ts'
import { useClosingYear } from '../use-year.ts'
import { YearChoice } from '../YearChoice.tsx'
import { BookPaper } from './BookPaper.tsx'
import { RecordForm } from './RecordForm.tsx'
import { TextForm } from './TextForm.tsx'

const bookParts = ['1', '2', '3', '4', '5', '6', '7'] as const
type BookPart = (typeof bookParts)[number]

/** The annual meeting about a year: its book, what is written in it, and what happened there. */
export function Meeting() {
  const { t } = useText()
  const { year, rows, error } = useClosingYear()
  const [said, say] = useSaid()
  const meeting = useQuery(orpc.meeting.get.queryOptions({ input: { year } }))
  return (
    <>
      <PageHead title={t(($) => $.meeting.title)} text={t(($) => $.meeting.text)} />
      <Done key={said.count} sentence={said.sentence} isFar />
      <Complaint error={error ?? meeting.error} />
      <Group>
        <YearChoice year={year} rows={rows} />
      </Group>
      <Book year={year} />
      {meeting.data && (
        <>
          <TextForm key={`text ${year}`} meeting={meeting.data} onSaved={say} />
          <RecordForm key={`record ${year}`} meeting={meeting.data} onSaved={say} />
        </>
      )}
    </>
  )
}

/** The book as a whole, a part of it, or the summary. */
function Book({ year }: { readonly year: number }) {
  const { t, language } = useText()
  const [part, setPart] = useState<BookPart | ''>('')
  const asked = { report: 'annualMeetingBook', params: { year, ...(part && { part }) }, language } as const
  return (
    <section aria-label={t(($) => $.meeting.book)}>
      <Title order={2} size="h4" mt="lg">
        {t(($) => $.meeting.book)}
      </Title>
      <Text mb="sm">{t(($) => $.meeting.bookText)}</Text>
      <Group mb="sm">
        <ChoiceField
          label={t(($) => $.meeting.part)}
          value={part}
          onChange={setPart}
          none={t(($) => $.meeting.whole)}
          choices={bookParts.map((value) => ({ value, label: t(($) => $.meeting.parts[value]) }))}
        />
      </Group>
      <BookPaper key={`${year} ${part}`} asked={asked} />
    </section>
  )
}
