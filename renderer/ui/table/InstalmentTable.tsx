import type { CalendarDate } from '../../../shared/calendar.ts'
import { useText } from '../text.ts'
import type { Column } from './columns.ts'
import { DataTable } from './DataTable.tsx'

/** One instalment as a schedule has it, sen. */
interface Instalment {
  readonly n: number
  readonly dueOn: CalendarDate | null
  readonly principal: number
  readonly interest: number
  readonly payment: number
  readonly closing: number
}

interface InstalmentTableProps {
  readonly label: string
  readonly rows: readonly Instalment[]
  readonly totals: { readonly principal: number; readonly interest: number; readonly payment: number }
  readonly maxHeight?: string
}

/** Every instalment of a loan, as it will stand in the agreement; days only where they are known. */
export function InstalmentTable({ label, rows, totals, maxHeight }: InstalmentTableProps) {
  const { t } = useText()
  const dueOn: Column<Instalment> = {
    key: 'dueOn',
    title: t(($) => $.ui.instalments.dueOn),
    kind: 'date',
    value: (row) => row.dueOn,
  }
  const columns: readonly Column<Instalment>[] = [
    { key: 'n', title: t(($) => $.ui.instalments.n), kind: 'number', value: (row) => row.n },
    ...(rows[0]?.dueOn ? [dueOn] : []),
    ...(['principal', 'interest', 'payment', 'closing'] as const).map(
      (key): Column<Instalment> => ({
        ...{ key, title: t(($) => $.ui.instalments[key]), kind: 'money', value: (row) => row[key] },
      }),
    ),
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ n }) => String(n)}
      totals={totals}
      {...(maxHeight !== undefined && { maxHeight })}
    />
  )
}
