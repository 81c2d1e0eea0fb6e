import { type CalendarMonth, formatMonth } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { useText } from '../../../ui/text.ts'

interface InterestSummaryProps {
  readonly month: CalendarMonth
  readonly totals: Answers['savings']['previewInterest']['totals']
}

/** The sums of a month's interest, in the same words before it is booked and after. */
export function InterestSummary({ month, totals: { accounts, gross, tax, net, accrued } }: InterestSummaryProps) {
  const { t, language } = useText()
  const line = (part: 'gross' | 'tax' | 'accrued' | 'toSavings', amount: number) => ({
    title: t(($) => $.savingsInterest[part]),
    figures: [formatRupiah(amount)],
  })
  return (
    <FigureTable
      label={t(($) => $.savingsInterest.summary, { month: formatMonth(month, language) })}
      lines={[
        { title: t(($) => $.savingsInterest.accounts), figures: [String(accounts)] },
        line('gross', gross),
        line('tax', tax),
        ...(accrued > 0 ? [line('accrued', accrued)] : []),
        { ...line('toSavings', sumSen([net, -accrued])), isStrong: true },
      ]}
    />
  )
}
