import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { orpc } from '../../../app/queries.ts'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { useText } from '../../../ui/text.ts'
import { type CountSheet, countedLines, type StockTakeValues } from './stock-take-values.ts'

interface DifferencesProps {
  readonly sheet: CountSheet
  readonly date: string | null
  readonly counts: StockTakeValues['counts']
}

/** More differences than these are told by their sum alone. */
const shownMost = 30

/** What will be booked: each difference with what it is worth, and their sum. */
export function Differences({ sheet, date, counts }: DifferencesProps) {
  const { t } = useText()
  const lines = useMemo(() => countedLines(sheet, counts), [sheet, counts])
  const [asked] = useDebouncedValue(lines, 250)
  const { data } = useQuery({
    ...orpc.trade.previewStockTake.queryOptions({
      input: { date: date ?? '', locationId: sheet.locationId, lines: asked },
    }),
    enabled: date !== null && asked.length > 0,
    placeholderData: keepPreviousData,
  })
  const warnings = usePostingWarnings(data?.warnings ?? [])
  const names = useMemo(() => new Map(sheet.rows.map((row) => [row.itemId, row])), [sheet])
  if (!data || asked.length === 0) return null
  const changed = data.lines.filter(({ difference }) => difference !== 0)
  const title = t(($) => $.shop.take.preview)
  return (
    <div role="status" aria-label={title}>
      <Text fw={600}>{changed.length === 0 ? t(($) => $.shop.take.same) : title}</Text>
      {changed.length > 0 && (
        <FigureTable
          label={title}
          lines={[
            ...changed.slice(0, shownMost).map(({ itemId, difference, cost }) => ({
              title: names.get(itemId)?.name ?? '',
              figures: [`${formatQuantity(difference)} ${names.get(itemId)?.unitName ?? ''}`, formatRupiah(cost)],
            })),
            { title: t(($) => $.shop.take.sum), figures: ['', formatRupiah(data.value)], isStrong: true },
          ]}
          heads={{
            line: t(($) => $.trade.items.name),
            columns: [t(($) => $.shop.take.difference), t(($) => $.shop.take.worth)],
          }}
        />
      )}
      {warnings.map((warning) => (
        <Text key={warning} fw={600}>
          {warning}
        </Text>
      ))}
    </div>
  )
}
