import { SegmentedControl, Title } from '@mantine/core'
import { useState } from 'react'
import { InstalmentTable } from '../../ui/table/InstalmentTable.tsx'
import { useText } from '../../ui/text.ts'
import type { Reckoned } from './use-loan-schedule.ts'

/** Every instalment, as it will stand in the agreement; of two loans the one that is chosen. */
export function LoanScheduleTable({ reckoned }: { readonly reckoned: readonly Reckoned[] }) {
  const { t } = useText()
  const [chosen, setChosen] = useState<string>()
  const shown = reckoned.find(({ method }) => method === chosen) ?? reckoned[0]
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
      <InstalmentTable label={title} rows={schedule.rows} totals={schedule.totals} maxHeight="28rem" />
    </section>
  )
}
