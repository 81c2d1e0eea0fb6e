import { Checkbox, Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { yearUntil } from '../../../shared/calendar.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { ledgerAddress } from '../../app/statement-links.ts'
import { UnitSelect } from '../../app/UnitSelect.tsx'
import { useAccountName } from '../../app/use-account-name.ts'
import { useAsked, useChoose } from '../../app/use-asked.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import { useSideColumns } from './side-columns.ts'

/** The balance of every account as of any day; each row leads to its ledger. */
export function TrialBalance() {
  const { t } = useText()
  const navigate = useNavigate()
  const nameOf = useAccountName()
  const { today } = useBook()
  const { date: asOf = today, unit, beforeClosing } = useAsked()
  const choose = useChoose()
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
          onChange={(day) => day !== null && choose({ date: day })}
          today={today}
          anyDay
          whenDone
        />
        <UnitSelect value={unit} onChange={(picked) => choose({ unit: picked })} />
        <Checkbox
          mt="2.4rem"
          label={t(($) => $.bookkeeping.trialBalance.beforeClosing)}
          checked={beforeClosing}
          onChange={(event) => choose({ beforeClosing: event.currentTarget.checked ? '1' : undefined })}
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
        onOpen={({ code }) => void navigate(ledgerAddress(code, { ...yearUntil(asOf), unit }))}
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
