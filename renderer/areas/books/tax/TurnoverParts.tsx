import { Text } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { turnoverTable } from '../../../../shared/statements/tax-sheet.ts'
import { useAccountName } from '../../../app/use-account-name.ts'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { useText } from '../../../ui/text.ts'

/** What the year's turnover is made of, to be held against the surplus statement. */
export function TurnoverParts({ sheet: { composition, totals } }: { readonly sheet: Answers['tax']['sheet'] }) {
  const { t, language } = useText()
  const nameOf = useAccountName()
  if (composition.length === 0) return null
  const named = composition.map(({ accounts, ...part }) => ({
    ...part,
    accounts: accounts.map((one) => ({ ...one, name: nameOf(one.account, one.name) })),
  }))
  const { title, columns, rows } = turnoverTable(language, named, totals.turnover)
  const [, name, line, amount] = columns
  return (
    <section>
      <Text fw={600} mt="lg">
        {title}
      </Text>
      <Text mb="sm">{t(($) => $.tax.turnoverText)}</Text>
      <FigureTable
        label={title}
        lines={rows.map((row) => ({
          title: [row.code, row.name].filter(Boolean).join(' '),
          figures: [String(row.line ?? ''), formatRupiah(Number(row.amount))],
          isStrong: row.kind !== 'line',
        }))}
        heads={{ line: name?.title ?? '', columns: [line?.title ?? '', amount?.title ?? ''] }}
      />
    </section>
  )
}
