import { Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { yearOf } from '../../../../shared/calendar.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../ui/text.ts'
import { type BudgetUnit, budgetUnits } from './budget-values.ts'
import { Comparison } from './Comparison.tsx'
import { PlanForm } from './PlanForm.tsx'
import { PlanTable } from './PlanTable.tsx'

const views = ['plan', 'compare'] as const
type View = (typeof views)[number]

/** RAPB: what a year is planned to be in a unit or in all, and what came of it. */
export function Budget() {
  const { t, language } = useText()
  const { today } = useBook()
  const [year, setYear] = useState(yearOf(today))
  const [unit, setUnit] = useState<BudgetUnit | ''>('general')
  const [view, setView] = useState<View>('plan')
  const [isEditing, setEditing] = useState(false)
  const [said, say] = useSaid()
  useFreshVisit(() => setEditing(false))
  const asked = { year, ...(unit && { unit }) }
  const plan = useQuery({ ...orpc.budget.get.queryOptions({ input: asked }), placeholderData: keepPreviousData })
  const report = view === 'plan' ? 'budgetPlan' : 'budgetComparison'
  if (isEditing && plan.data && unit) {
    return (
      <PlanForm
        plan={plan.data}
        unit={unit}
        onCancel={() => setEditing(false)}
        onSaved={() => {
          setEditing(false)
          say(t(($) => $.budget.saved, { year }))
        }}
      />
    )
  }
  return (
    <>
      <PageHead
        title={t(($) => $.budget.title)}
        text={t(($) => $.budget.text)}
        actions={<PaperButton asked={{ report, params: asked, language }} label={t(($) => $.budget.print)} />}
      />
      <Done key={said.count} sentence={said.sentence} />
      <Group align="flex-end" gap="sm" mb="md">
        <ChoiceField
          label={t(($) => $.budget.year)}
          value={String(year)}
          onChange={(one) => setYear(Number(one))}
          choices={[1, 0, -1, -2, -3].map((more) => yearChoice(yearOf(today) + more))}
        />
        <ChoiceField
          label={t(($) => $.budget.unit)}
          value={unit}
          onChange={setUnit}
          none={t(($) => $.budget.allUnits)}
          choices={budgetUnits.map((value) => ({ value, label: t(($) => $.budget.units[value]) }))}
        />
        <ChoiceField
          label={t(($) => $.budget.view)}
          value={view}
          onChange={setView}
          choices={views.map((value) => ({ value, label: t(($) => $.budget.views[value]) }))}
        />
      </Group>
      <Complaint error={plan.error} />
      {plan.data && view === 'plan' && (
        <PlanTable plan={plan.data} onChange={unit === '' ? undefined : () => setEditing(true)} />
      )}
      {view === 'compare' && <Comparison key={`${year} ${unit}`} year={year} unit={unit} />}
    </>
  )
}

function yearChoice(year: number) {
  return { value: String(year), label: String(year) }
}
