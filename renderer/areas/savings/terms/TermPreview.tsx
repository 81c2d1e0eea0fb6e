import { Text } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../../shared/calendar.ts'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { useText } from '../../../ui/text.ts'
import { previewInput, type TermValues } from './term-values.ts'

/** What a placing will bring, while it is typed. */
export function TermPreview({ values }: { readonly values: TermValues }) {
  const { t, language } = useText()
  const asked = previewInput(values)
  const preview = useQuery({
    ...orpc.savings.termPreview.queryOptions({ input: asked ?? skipToken }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (asked === undefined) return <Text c="gray.7">{t(($) => $.termDeposits.preview.empty)}</Text>
  if (!preview.data) return <Complaint error={preview.error} />
  const { maturesOn, firstMonth, interest, taxAtEnd } = preview.data
  const isMonthly = values.payInterestTo !== '' && values.rollover !== 'principal_and_interest'
  const line = (part: 'month' | 'interest' | 'tax' | 'total' | 'totalPrincipal', amount: number) => ({
    title: t(($) => $.termDeposits.preview[part]),
    figures: [formatRupiah(amount)],
  })
  const end = isMonthly
    ? [line('month', firstMonth), line('interest', interest), line('totalPrincipal', asked.amount)]
    : [
        line('interest', interest),
        ...(taxAtEnd > 0 ? [line('tax', taxAtEnd)] : []),
        line('total', sumSen([asked.amount, interest, -taxAtEnd])),
      ]
  return (
    <section aria-live="polite">
      <FigureTable
        label={t(($) => $.termDeposits.preview.label)}
        lines={[
          { title: t(($) => $.termDeposits.preview.maturesOn), figures: [formatDate(maturesOn, language)] },
          ...end.map((figures, index) => ({ ...figures, isStrong: index === end.length - 1 })),
        ]}
      />
      {(isMonthly || taxAtEnd > 0) && (
        <Text mt="sm" c="gray.7">
          {t(($) => $.termDeposits.preview.taxNote)}
        </Text>
      )}
    </section>
  )
}
