import { formatRupiah } from '../../../../shared/rules/money.ts'
import { StackedBars } from '../../../ui/chart/StackedBars.tsx'
import { useText } from '../../../ui/text.ts'
import type { LookRow } from './Look.tsx'

/** More bars than these are too thin to be told apart. */
const barsMax = 24

/** Cost and gross profit of each group; the number below a bar is that of its line in the table. */
export function LookChart({ rows }: { readonly rows: readonly LookRow[] }) {
  const { t } = useText()
  const drawn = rows.slice(0, barsMax)
  const left = rows.length - drawn.length
  const parts = drawn.map(({ title, cost, margin }) =>
    t(($) => $.salesLook.chartPart, { name: title, cost: formatRupiah(cost), margin: formatRupiah(margin) }),
  )
  const rest = left === 0 ? [] : [t(($) => $.salesLook.chartRest, { count: left })]
  return (
    <StackedBars
      parts={[t(($) => $.salesLook.column.cost), t(($) => $.salesLook.column.margin)]}
      bars={drawn.map(({ cost, margin }) => [Math.max(0, cost), Math.max(0, margin)] as const)}
      below={t(($) => $.salesLook.below)}
      label={t(($) => $.salesLook.chart, { parts: [...parts, ...rest].join('; ') })}
    />
  )
}
