import { Text } from '@mantine/core'
import { useNavigate } from 'react-router'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import type { LookRow } from './Look.tsx'

type Group = Inputs['trade']['salesLook']['by']

interface LookTableProps {
  readonly rows: readonly LookRow[]
  readonly totals: Answers['trade']['salesLook']['totals']
  readonly by: Group
}

/** The groups with their figures; what buyers paid stands there only where it differs from income. */
export function LookTable({ rows, totals, by }: LookTableProps) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const columns = useColumns(rows, totals, by)
  const hasKept = rows.some(({ paid, revenue }) => paid !== revenue)
  const pct = totals.marginPct === null ? '' : `${formatPct(totals.marginPct, language)}%`
  return (
    <>
      <DataTable
        label={t(($) => $.salesLook.title[by])}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        totals={{ ...totals, marginPct: pct }}
        empty={t(($) => $.salesLook.none)}
        {...(by === 'item' && {
          onOpen: ({ key }: LookRow) => void navigate(`/trade/items/${key}`),
          canOpen: ({ code }: LookRow) => code !== null,
        })}
      />
      {hasKept && (
        <Text size="sm" c="gray.7" mt={4}>
          {t(($) => $.salesLook.kept)}
        </Text>
      )}
    </>
  )
}

function useColumns(rows: readonly LookRow[], totals: LookTableProps['totals'], by: Group): readonly Column<LookRow>[] {
  const { t, language } = useText()
  const numbers = new Map(rows.map(({ key }, index) => [key, index + 1]))
  const qtyOf = ({ qty, unitName }: LookRow) => (qty === null ? '' : `${formatQuantity(qty)} ${unitName ?? ''}`)
  const money = (key: 'paid' | 'gross' | 'returned' | 'revenue' | 'cost' | 'margin'): Column<LookRow> => {
    return { key, title: t(($) => $.salesLook.column[key]), kind: 'money', value: (row) => row[key] }
  }
  const hasKept = rows.some(({ paid, revenue }) => paid !== revenue)
  return [
    { key: 'n', title: t(($) => $.salesLook.n), kind: 'number', width: '4rem', value: ({ key }) => numbers.get(key) },
    {
      key: 'title',
      title: t(($) => $.salesLook.column[by]),
      width: 'minmax(12rem, 2fr)',
      value: ({ title }) => title,
    },
    ...(by === 'item'
      ? [{ key: 'qty', title: t(($) => $.salesLook.column.qty), kind: 'number', width: '8rem', value: qtyOf } as const]
      : []),
    ...(hasKept ? [money('paid')] : []),
    ...(totals.returned === 0 ? [] : [money('gross'), money('returned')]),
    ...[money('revenue'), money('cost'), money('margin')],
    {
      key: 'marginPct',
      title: t(($) => $.salesLook.column.marginPct),
      kind: 'number',
      width: '6rem',
      value: ({ marginPct }) => (marginPct === null ? '' : `${formatPct(marginPct, language)}%`),
    },
  ]
}
