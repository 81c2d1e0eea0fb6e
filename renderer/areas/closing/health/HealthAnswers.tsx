import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { useClosingYear } from '../use-year.ts'
import { YearChoice } from '../YearChoice.tsx'
import { AnswersForm } from './AnswersForm.tsx'

/** The 38 questions about management of a year's health score, with what the book proposes. */
export function HealthAnswers() {
  const { t } = useText()
  const { year, rows, error } = useClosingYear()
  const [said, say] = useSaid()
  const answers = useQuery(orpc.closing.healthAnswers.queryOptions({ input: { year } }))
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
      {answers.data && <AnswersForm key={`${year} ${said.count}`} kept={answers.data} onSaved={say} />}
    </>
  )
}
