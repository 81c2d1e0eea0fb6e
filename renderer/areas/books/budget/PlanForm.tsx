import { Checkbox, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { budgetSections } from '../../../../shared/statements/budget-lines.ts'
import { orpc } from '../../../app/queries.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from './budget.module.css'
import { type BudgetUnit, lineOf, type Plan, plannedRows, planValues, typedTotals } from './budget-values.ts'
import { PlanLine } from './PlanLine.tsx'
import { ProposalFields } from './ProposalFields.tsx'

interface PlanFormProps {
  readonly plan: Plan
  readonly unit: BudgetUnit
  readonly onCancel: () => void
  readonly onSaved: () => void
}

/** The plan of a year, typed line by line or filled in from the year before. */
export function PlanForm({ plan, unit, onCancel, onSaved }: PlanFormProps) {
  const { t } = useText()
  const { year, decision } = plan
  const form = useEntryForm({
    initial: planValues(plan),
    save: (values, requestId) =>
      client.budget.set({
        ...{ requestId, year, unit, rows: plannedRows(values) },
        ...(values.decision.trim() !== '' && { decision: values.decision }),
        ...(values.reason.trim() !== '' && { reason: values.reason }),
      }),
    onSaved,
  })
  const { income, expense, surplus } = typedTotals(form.values)
  const sums = [
    [t(($) => $.budget.total.income), income],
    [t(($) => $.budget.total.expense), expense],
    [t(($) => $.budget.total.surplus), surplus],
  ] as const
  return (
    <>
      <PageHead title={t(($) => $.budget.list, { year })} text={t(($) => $.budget.units[unit])} />
      <FormFrame
        form={form}
        label={t(($) => $.budget.list, { year })}
        saveLabel={t(($) => $.budget.save)}
        onCancel={onCancel}
        maxWidth="64rem"
        summary={<Text fw={600}>{sums.map(([name, sum]) => `${name} ${formatRupiah(sum)}`).join(' · ')}</Text>}
      >
        <ProposalFields form={form} year={year} unit={unit} />
        <Lines form={form} year={year} unit={unit} />
        <TextField
          label={t(($) => $.budget.decision)}
          description={t(($) => $.budget.decisionText)}
          {...form.field('decision')}
        />
        {decision !== null && <TextField label={t(($) => $.budget.reason)} {...form.field('reason')} />}
      </FormFrame>
    </>
  )
}

type LinesProps = Pick<Parameters<typeof ProposalFields>[0], 'form' | 'year' | 'unit'>

/** The lines that were used last year or are planned; all of them where asked for. */
function Lines({ form, year, unit }: LinesProps) {
  const { t } = useText()
  const [isWhole, setWhole] = useState(false)
  const { data } = useQuery(orpc.budget.propose.queryOptions({ input: { year, unit } }))
  if (!data) return null
  const used = data.rows.filter(({ line, lastYear }) => lastYear > 0 || (lineOf(form.values, line).amount ?? 0) > 0)
  const shown = isWhole || used.length === 0 ? data.rows : used
  return (
    <>
      <div className={classes.lines}>
        <Text fw={600}>{t(($) => $.budget.line)}</Text>
        <Text fw={600} ta="right">
          {t(($) => $.budget.lastYear, { year: year - 1 })}
        </Text>
        <Text fw={600}>{t(($) => $.budget.amount, { year })}</Text>
        <Text fw={600}>{t(($) => $.budget.note)}</Text>
        {budgetSections
          .map((section) => ({ section, rows: shown.filter((row) => row.section === section) }))
          .filter(({ rows }) => rows.length > 0)
          .map(({ section, rows }) => (
            <Fragment key={section}>
              <Text className={classes.section} component="h2">
                {t(($) => $.budget.sections[section])}
              </Text>
              {rows.map((row) => (
                <PlanLine key={row.line} form={form} row={row} last={row.lastYear} isFirst={row === shown[0]} />
              ))}
            </Fragment>
          ))}
      </div>
      {used.length > 0 && (
        <Checkbox
          label={t(($) => $.budget.allLines)}
          checked={isWhole}
          onChange={(event) => setWhole(event.currentTarget.checked)}
        />
      )}
    </>
  )
}
