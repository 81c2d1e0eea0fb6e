import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/queries.ts'
import { useText } from '../../../ui/text.ts'
import { YearlyForm } from '../YearlyForm.tsx'
import { AnswersForm, type Kept } from './AnswersForm.tsx'

/** The 38 questions about management of a year's health score, with what the book proposes. */
export function HealthAnswers() {
  const { t } = useText()
  return (
    <YearlyForm<Kept>
      title={t(($) => $.health.title)}
      text={t(($) => $.health.text)}
      report={{ address: '/reports/healthScore', label: t(($) => $.health.report) }}
      useKept={useAnswers}
    >
      {(kept, onSaved, key) => <AnswersForm key={key} kept={kept} onSaved={onSaved} />}
    </YearlyForm>
  )
}

function useAnswers(year: number) {
  return useQuery(orpc.closing.healthAnswers.queryOptions({ input: { year } }))
}
