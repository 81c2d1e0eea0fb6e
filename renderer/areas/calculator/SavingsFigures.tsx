import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatAmount } from '../../../shared/rules/money.ts'
import { formatPct } from '../../../shared/rules/percent.ts'
import { orpc } from '../../app/queries.ts'
import { FigureTable } from '../../ui/display/FigureTable.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import type { SavingsInput } from './savings-values.ts'

type Interest = Answers['calc']['savingsInterest']
type Step = Interest['steps'][number]

interface SavingsFiguresProps {
  readonly interest: Interest
  readonly method: SavingsInput['method']
}

/** What the month earns, what is withheld of it, and how it came about. */
export function SavingsFigures({ interest, method }: SavingsFiguresProps) {
  const { t, language } = useText()
  const { data: tax } = useQuery({
    ...orpc.calc.savingsInterestTax.queryOptions({
      input: { grossInMonth: interest.interest, memberKind: 'individual' },
    }),
    placeholderData: keepPreviousData,
  })
  const lines: readonly (readonly [string, string])[] = [
    [t(($) => $.calculator.savings.base[method]), formatAmount(interest.base)],
    [t(($) => $.calculator.savings.days), String(interest.days)],
    [t(($) => $.calculator.savings.interest), formatAmount(interest.interest)],
    ...(tax
      ? ([
          [t(($) => $.calculator.savings.tax, { pct: formatPct(tax.ratePct, language) }), formatAmount(tax.tax)],
          [t(($) => $.calculator.savings.net), formatAmount(tax.net)],
        ] as const)
      : []),
  ]
  return (
    <>
      <FigureTable
        label={t(($) => $.calculator.savings.figures)}
        lines={lines.map(([title, figure]) => ({ title, figures: [figure] }))}
      />
      <Text size="sm" c="gray.7" my="sm" maw="44rem">
        {t(($) => $.calculator.savings.taxWhy)}
      </Text>
      <Steps steps={interest.steps} />
    </>
  )
}

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useText()
  const title = t(($) => $.calculator.savings.steps)
  const columns: readonly Column<Step>[] = [
    { key: 'from', title: t(($) => $.calculator.savings.from), kind: 'date', value: ({ from }) => from },
    { key: 'to', title: t(($) => $.calculator.savings.to), kind: 'date', value: ({ to }) => to },
    { key: 'days', title: t(($) => $.calculator.savings.stepDays), kind: 'number', value: ({ days }) => days },
    { key: 'balance', title: t(($) => $.calculator.savings.balance), kind: 'money', value: ({ balance }) => balance },
    {
      key: 'interest',
      title: t(($) => $.calculator.savings.stepInterest),
      kind: 'money',
      value: (step) => step.interest,
    },
  ]
  return <DataTable label={title} columns={columns} rows={steps} rowKey={({ from }) => from} maxHeight="20rem" />
}
