import { Group, Stack } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addMonthsToMonth, formatMonth } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { orpc } from '../../../app/queries.ts'
import { client } from '../../../client.ts'
import { ReasonDialog } from '../../../ui/dialogs/ReasonDialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { useFailureSentence } from '../../../ui/use-failure-sentence.ts'
import type { BudgetUnit } from './budget-values.ts'
import { useLineName } from './use-line-name.ts'

type Row = Answers['budget']['compare']['rows'][number]

interface ComparisonProps {
  readonly year: number
  readonly unit: BudgetUnit | ''
}

/** Plan and what came of it, line by line; a line is opened to write down why it differs. */
export function Comparison({ year, unit }: ComparisonProps) {
  const { t, language } = useText()
  const nameOf = useLineName()
  const [through, setThrough] = useState<string>()
  const [explained, setExplained] = useState<Row>()
  const asked = { year, ...(unit && { unit }), ...(through !== undefined && { through }) }
  const { data, error } = useQuery({
    ...orpc.budget.compare.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
  })
  if (!data) return <Complaint error={error} />
  const { planned, actual, difference } = data.totals
  const months = Array.from({ length: 12 }, (_, index) => addMonthsToMonth(`${year}-01`, index))
  return (
    <Stack gap="sm">
      <Group>
        <ChoiceField
          label={t(($) => $.budget.through)}
          value={data.through}
          onChange={setThrough}
          choices={months.map((month) => ({ value: month, label: formatMonth(month, language) }))}
        />
      </Group>
      <DataTable
        label={t(($) => $.budget.compareList, { year })}
        rows={data.rows.filter((row) => row.planned > 0 || row.actual !== 0 || row.plannedYear > 0)}
        rowKey={({ line }) => line}
        maxHeight="32rem"
        totals={{
          ...{ line: t(($) => $.budget.total.surplus), planned: planned.surplus, actual: actual.surplus },
          difference: difference.surplus,
        }}
        {...(unit !== '' && { onOpen: setExplained, opens: t(($) => $.budget.opens) })}
        columns={[
          { key: 'line', title: t(($) => $.budget.line), width: 'minmax(14rem, 2fr)', value: nameOf },
          { key: 'planned', title: t(($) => $.budget.planned), kind: 'money', value: (row) => row.planned },
          { key: 'actual', title: t(($) => $.budget.actual), kind: 'money', value: (row) => row.actual },
          { key: 'difference', title: t(($) => $.budget.difference), kind: 'money', value: (row) => row.difference },
          {
            ...{ key: 'pct', title: t(($) => $.budget.pct), width: '6rem' },
            value: ({ pct }) => (pct === null ? '' : `${formatPct(pct, language, 1)}%`),
          },
          {
            ...{ key: 'reason', title: t(($) => $.budget.because), width: 'minmax(10rem, 2fr)' },
            value: ({ reason, needsReason }) => (needsReason ? t(($) => $.budget.becauseMissing) : reason),
          },
        ]}
      />
      {explained && unit !== '' && (
        <Explain year={year} unit={unit} row={explained} onDone={() => setExplained(undefined)} />
      )}
    </Stack>
  )
}

interface ExplainProps {
  readonly year: number
  readonly unit: BudgetUnit
  readonly row: Row
  readonly onDone: () => void
}

function Explain({ year, unit, row, onDone }: ExplainProps) {
  const { t } = useText()
  const nameOf = useLineName()
  const queries = useQueryClient()
  const say = useFailureSentence()
  const explain = useMutation({
    mutationFn: (reason: string) =>
      client.budget.explain({ requestId: crypto.randomUUID(), year, unit, line: row.line, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onDone()
    },
  })
  const told = { planned: formatRupiah(row.planned), actual: formatRupiah(row.actual) }
  return (
    <ReasonDialog
      isOpen
      title={t(($) => $.budget.explain, { line: nameOf(row) })}
      text={t(($) => $.budget.explainText, told)}
      reasonLabel={t(($) => $.budget.because)}
      confirm={t(($) => $.budget.explainSave)}
      keep={t(($) => $.budget.keep)}
      isBusy={explain.isPending}
      refusal={explain.error ? say(explain.error) : undefined}
      onConfirm={(reason) => explain.mutate(reason)}
      onClose={onDone}
    />
  )
}
