import { SegmentedControl, Title } from '@mantine/core'
import { useState } from 'react'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import type { Reckoned, Schedule } from './use-loan-schedule.ts'

type Row = Schedule['rows'][number]

/** Every instalment, as it will stand in the agreement; of two loans the one that is chosen. */
export function LoanScheduleTable({ reckoned }: { readonly reckoned: readonly Reckoned[] }) {
  const { t } = useText()
  const [chosen, setChosen] = useState<string>()
  const shown = reckoned.find(({ method }) => method === chosen) ?? reckoned[0]
  const columns = useColumns(shown?.schedule.rows[0]?.dueOn != null)
  if (!shown) return null
  const { method, schedule } = shown
  const title = t(($) => $.calculator.loan.schedule, { method: t(($) => $.loans.method[method]).toLowerCase() })
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {reckoned.length > 1 && (
        <SegmentedControl
          mb="xs"
          aria-label={t(($) => $.calculator.loan.choose)}
          value={method}
          onChange={setChosen}
          data={reckoned.map((one) => ({ value: one.method, label: t(($) => $.loans.method[one.method]) }))}
        />
      )}
      <DataTable
        label={title}
        columns={columns}
        rows={schedule.rows}
        rowKey={({ n }) => String(n)}
        totals={schedule.totals}
        maxHeight="28rem"
      />
    </section>
  )
}

function useColumns(hasDays: boolean): readonly Column<Row>[] {
  const { t } = useText()
  const n: Column<Row> = { key: 'n', title: t(($) => $.calculator.loan.n), kind: 'number', value: (row) => row.n }
  const dueOn: Column<Row> = {
    key: 'dueOn',
    title: t(($) => $.calculator.loan.dueOn),
    kind: 'date',
    value: (row) => row.dueOn,
  }
  return [
    n,
    ...(hasDays ? [dueOn] : []),
    {
      key: 'principal',
      title: t(($) => $.calculator.loan.columnPrincipal),
      kind: 'money',
      value: (row) => row.principal,
    },
    { key: 'interest', title: t(($) => $.calculator.loan.columnInterest), kind: 'money', value: (row) => row.interest },
    { key: 'payment', title: t(($) => $.calculator.loan.columnPayment), kind: 'money', value: (row) => row.payment },
    { key: 'closing', title: t(($) => $.calculator.loan.closing), kind: 'money', value: (row) => row.closing },
  ]
}
