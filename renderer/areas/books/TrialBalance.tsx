import { Checkbox, Group, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { useAccountName } from '../../app/use-account-name.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import { useSideColumns } from './side-columns.ts'

const units = ['general', 'usp', 'shop'] as const
type Unit = (typeof units)[number]

/** The balance of every account as of any day; each row leads to its ledger. */
export function TrialBalance() {
  const { t } = useText()
  const navigate = useNavigate()
  const nameOf = useAccountName()
  const { today } = useBook()
  const [asOf, setAsOf] = useState(today)
  const [unit, setUnit] = useState<Unit>()
  const [beforeClosing, setBeforeClosing] = useState(false)
  const query = useQuery({
    ...orpc.ledger.trialBalance.queryOptions({ input: { asOf, beforeClosing, ...(unit && { unit }) } }),
    placeholderData: keepPreviousData,
  })
  const title = t(($) => $.bookkeeping.trialBalance.title)
  const sides = useSideColumns()
  return (
    <>
      <PageHead title={title} text={t(($) => $.bookkeeping.trialBalance.text)} />
      <Group align="flex-start" gap="md" mb="lg">
        <DateField
          label={t(($) => $.bookkeeping.asOf)}
          value={asOf}
          onChange={(day) => day !== null && setAsOf(day)}
          today={today}
          anyDay
          whenDone
        />
        <Select
          label={t(($) => $.bookkeeping.unit)}
          value={unit ?? ''}
          onChange={(value) => setUnit(units.find((one) => one === value))}
          data={[
            { value: '', label: t(($) => $.bookkeeping.allUnits) },
            ...units.map((one) => ({ value: one, label: t(($) => $.bookkeeping.units[one]) })),
          ]}
        />
        <Checkbox
          mt="2.4rem"
          label={t(($) => $.bookkeeping.trialBalance.beforeClosing)}
          checked={beforeClosing}
          onChange={(event) => setBeforeClosing(event.currentTarget.checked)}
        />
      </Group>
      <DataTable
        label={title}
        rows={query.data?.rows ?? []}
        rowKey={({ code }) => code}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={t(($) => $.bookkeeping.trialBalance.empty)}
        totals={query.data?.totals ?? {}}
        onOpen={({ code }) => void navigate(`/books/ledger?account=${code}`)}
        columns={[
          { key: 'code', title: t(($) => $.bookkeeping.account), kind: 'code', value: ({ code }) => code },
          {
            key: 'name',
            title: t(($) => $.bookkeeping.trialBalance.name),
            value: ({ code, name }) => nameOf(code, name),
          },
          ...sides,
        ]}
      />
    </>
  )
}
