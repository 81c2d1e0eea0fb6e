import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/queries.ts'
import { momentText } from '../../../ui/display/moment.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import type { Plan } from './budget-values.ts'
import { useLineName } from './use-line-name.ts'

interface PlanTableProps {
  readonly plan: Plan
  /** Not there where all units are told together. */
  readonly onChange: (() => void) | undefined
}

/** A plan as it stands, beside what the year before was. */
export function PlanTable({ plan, onChange }: PlanTableProps) {
  const { t } = useText()
  const nameOf = useLineName()
  const { year, unit, rows, totals } = plan
  const { data: before } = useQuery(orpc.budget.propose.queryOptions({ input: { year, ...(unit && { unit }) } }))
  const lastYear = new Map(before?.rows.map((row) => [row.line, row.lastYear]))
  const last = (line: string) => lastYear.get(line) ?? 0
  const shown = rows.filter(({ line, amount, note }) => amount > 0 || note !== null || last(line) > 0)
  return (
    <Stack gap="sm">
      <Standing plan={plan} hasUnit={onChange !== undefined} />
      {onChange && (
        <Group>
          <Button onClick={onChange}>{t(($) => $.budget[plan.version === 0 ? 'make' : 'change'])}</Button>
        </Group>
      )}
      {shown.length > 0 && (
        <DataTable
          label={t(($) => $.budget.list, { year })}
          rows={shown}
          rowKey={({ line }) => line}
          maxHeight="32rem"
          totals={{ line: t(($) => $.budget.surplus), amount: totals.surplus }}
          columns={[
            { key: 'line', title: t(($) => $.budget.line), width: 'minmax(16rem, 2fr)', value: nameOf },
            {
              key: 'last',
              title: t(($) => $.budget.lastYear, { year: year - 1 }),
              kind: 'money',
              value: ({ line }) => last(line),
            },
            { key: 'amount', title: t(($) => $.budget.amount, { year }), kind: 'money', value: (row) => row.amount },
            { key: 'note', title: t(($) => $.budget.note), value: (row) => row.note },
          ]}
        />
      )}
    </Stack>
  )
}

/** Whether there is a plan, since when, and who decided it. */
function Standing({ plan, hasUnit }: { readonly plan: Plan; readonly hasUnit: boolean }) {
  const { t, language } = useText()
  const { version, year, madeAt, decision, reason } = plan
  if (version === 0) return <Text>{t(($) => $.budget[hasUnit ? 'none' : 'noneForAll'], { year })}</Text>
  return (
    <Text>
      {hasUnit && `${t(($) => $.budget.version, { version, moment: momentText(madeAt ?? '', language) })} `}
      {decision === null ? t(($) => $.budget.draft) : t(($) => $.budget.decided, { decision })}
      {reason !== null && ` ${t(($) => $.budget.changedBecause, { reason })}`}
    </Text>
  )
}
