import { Box, Text } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'

interface IncomeTaxProps {
  readonly sheet: Answers['tax']['sheet']
  readonly own: number | null
  readonly onOwn: (income: number | null) => void
}

/** The income tax of a year under article 31E, step by step; what the books say may be replaced. */
export function IncomeTax({ sheet, own, onOwn }: IncomeTaxProps) {
  const { t } = useText()
  const { article31e: reckoned, year, totals } = sheet
  if (!reckoned) return null
  const { surplus, bankInterest, grants, taxableIncome, halfRated, fullRated, tax, recorded, isOver } = reckoned
  const steps = [
    ['turnover', totals.turnover],
    ['surplus', surplus],
    ['bankInterest', 0 - bankInterest],
    ['grants', 0 - grants],
    ['taxable', taxableIncome],
    ['half', halfRated],
    ...(fullRated > 0 ? [['full', fullRated] as const] : []),
    ['tax', tax],
    ['recorded', recorded],
  ] as const
  return (
    <div>
      {!isOver && <Text mb="sm">{t(($) => $.tax.article31e.notOver)}</Text>}
      <Box maw="36rem" mb="xl">
        <MoneyField
          label={t(($) => $.tax.article31e.own)}
          description={t(($) => $.tax.article31e.ownText)}
          value={own}
          onChange={onOwn}
        />
      </Box>
      <DataTable
        label={t(($) => $.tax.article31e.list, { year })}
        rows={steps.map(([key, amount]) => ({ key, amount }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'step', title: t(($) => $.tax.article31e.step), value: (row) => t(($) => $.tax.article31e[row.key]) },
          { key: 'amount', title: t(($) => $.tax.article31e.amount), kind: 'money', value: (row) => row.amount },
        ]}
      />
      <Text my="sm">{t(($) => $.tax.article31e.text)}</Text>
    </div>
  )
}
