import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { useClosingYear } from '../use-year.ts'
import { YearChoice } from '../YearChoice.tsx'
import { AnswersForm, type Kept } from './AnswersForm.tsx'

/** The 38 questions about management of a year's health score, with what the book proposes. */
export function HealthAnswers() {
  const { t } = useText()
  const { year, rows, error } = useClosingYear()
  const [said, say] = useSaid()
  // What was just saved is what the fresh form begins with: the question to the book may still be on its way.
  const [saved, setSaved] = useState<Kept>()
  const answers = useQuery(orpc.closing.healthAnswers.queryOptions({ input: { year } }))
  const kept = saved?.year === year ? saved : answers.data
  return (
    <>
      <PageHead
        title={t(($) => $.health.title)}
        text={t(($) => $.health.text)}
        actions={
          <Button component={Link} to="/reports/healthScore" variant="default">
            {t(($) => $.health.report)}
          </Button>
        }
      />
      <Done key={said.count} sentence={said.sentence} isFar />
      <Group>
        <YearChoice year={year} rows={rows} />
      </Group>
      <Complaint error={error ?? answers.error} />
      {kept && (
        <AnswersForm
          key={`${year} ${said.count}`}
          kept={kept}
          onSaved={(sentence, answer) => {
            setSaved(answer)
            say(sentence)
          }}
        />
      )}
    </>
  )
}
