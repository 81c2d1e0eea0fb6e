import { Text } from '@mantine/core'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { StackedBars } from '../../ui/chart/StackedBars.tsx'
import { useText } from '../../ui/text.ts'
import classes from './calculator.module.css'
import type { Reckoned } from './use-loan-schedule.ts'

/** Principal and interest of every instalment; two loans on one scale. */
export function LoanCharts({ reckoned }: { readonly reckoned: readonly Reckoned[] }) {
  const most = Math.max(...reckoned.flatMap(({ schedule }) => schedule.rows.map(({ payment }) => payment)))
  return (
    <div className={classes.charts}>
      {reckoned.map((one) => (
        <LoanChart key={one.method} reckoned={one} most={most} />
      ))}
    </div>
  )
}

function LoanChart({ reckoned: { method, schedule }, most }: { readonly reckoned: Reckoned; readonly most: number }) {
  const { t } = useText()
  const { rows } = schedule
  const [first, last] = [rows[0], rows.at(-1)]
  const title = t(($) => $.loans.method[method])
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <StackedBars
        parts={[t(($) => $.ui.instalments.principal), t(($) => $.ui.instalments.interest)]}
        bars={rows.map(({ principal, interest }) => [principal, interest] as const)}
        below={t(($) => $.calculator.loan.below)}
        most={most}
        label={t(($) => $.calculator.loan.chart, {
          method: title.toLowerCase(),
          count: rows.length,
          firstPrincipal: formatRupiah(first?.principal ?? 0),
          firstInterest: formatRupiah(first?.interest ?? 0),
          lastPrincipal: formatRupiah(last?.principal ?? 0),
          lastInterest: formatRupiah(last?.interest ?? 0),
        })}
      />
    </div>
  )
}
