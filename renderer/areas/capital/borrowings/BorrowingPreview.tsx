import { Text, Title } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../../shared/calendar.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { InstalmentTable } from '../../../ui/table/InstalmentTable.tsx'
import { useText } from '../../../ui/text.ts'
import { type BorrowValues, plannedBorrowing } from './borrow-values.ts'

/** The schedule as it will be kept, to be held against the lender's paper before it is saved. */
export function BorrowingPreview({ values }: { readonly values: BorrowValues }) {
  const { t, language } = useText()
  const input = plannedBorrowing(values)
  const { data, error } = useQuery({
    ...orpc.capital.previewBorrowing.queryOptions({ input: input ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  const title = t(($) => $.capital.borrow.schedule)
  if (input === undefined) return null
  if (error) return <Complaint error={error} />
  if (!data) return null
  const { schedule, totals } = data
  const first = schedule.find(({ payment }) => payment > 0)
  const words = {
    ...{ count: schedule.length, first: formatRupiah(first?.payment ?? 0), interest: formatRupiah(totals.interest) },
    ...{ date: formatDate(first?.dueOn ?? '', language), pct: formatPct(data.effectivePctPerMonth, language) },
  }
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <Text mb="xs" role="status">
        {t(($) => $.capital.borrow.scheduleText, words)}
      </Text>
      <InstalmentTable label={title} rows={schedule} totals={totals} maxHeight="22rem" />
    </section>
  )
}
