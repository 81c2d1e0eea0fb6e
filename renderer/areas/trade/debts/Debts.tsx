import { Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { debtKind } from './debt-accounts.ts'

type Row = Answers['trade']['receivables']['rows'][number]

/** What buyers owe for goods, and what marketplaces hold. */
export function Receivables() {
  return <Debts key="receivables" side="receivables" />
}

/** What is owed to those who sold goods to the cooperative. */
export function Payables() {
  return <Debts key="payables" side="payables" />
}

function Debts({ side }: { readonly side: 'receivables' | 'payables' }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { today } = useBook()
  const [asOf, setAsOf] = useState(today)
  const asked = { input: { asOf } }
  const query = useQuery({
    ...(side === 'receivables' ? orpc.trade.receivables.queryOptions(asked) : orpc.trade.payables.queryOptions(asked)),
    placeholderData: keepPreviousData,
  })
  const { data } = query
  const report = side === 'receivables' ? 'tradeReceivables' : 'tradePayables'
  return (
    <>
      <PageHead
        title={t(($) => $.shop[side].title)}
        text={t(($) => $.shop[side].text)}
        actions={<PaperButton asked={{ report, params: { asOf }, language }} label={t(($) => $.shop.print)} />}
      />
      <Group mb="md">
        <DateField
          label={t(($) => $.shop.debts.asOf)}
          today={today}
          value={asOf}
          onChange={(day) => day !== null && setAsOf(day)}
          anyDay
          whenDone
        />
      </Group>
      <DataTable
        label={t(($) => $.shop[side].title)}
        columns={useColumns(data?.rows ?? [])}
        rows={data?.rows ?? []}
        rowKey={({ account, memberId, partnerId }) => `${account} ${memberId ?? partnerId}`}
        onOpen={({ account, memberId, partnerId }) => void navigate(`/trade/debts/${account}/${memberId ?? partnerId}`)}
        opens={t(($) => $.shop.debts.card)}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={t(($) => $.shop[side].none)}
        {...(data && { totals: totalsOf(data) })}
      />
    </>
  )
}

const bands = ['notDue', 'days0to30', 'days31to60', 'days61to90', 'over90'] as const

function totalsOf({ total, notDue, days0to30, days31to60, days61to90, over90 }: Answers['trade']['receivables']) {
  return { total, notDue, days0to30, days31to60, days61to90, over90 }
}

/** Due dates have their columns where some were agreed. */
function useColumns(rows: readonly Row[]): readonly Column<Row>[] {
  const { t } = useText()
  const isDated = rows.some(({ dueOn }) => dueOn !== null)
  return [
    { key: 'name', title: t(($) => $.trade.partner.name), width: 'minmax(12rem, 2fr)', value: ({ name }) => name },
    {
      ...{ key: 'kind', title: t(($) => $.shop.debts.kind), width: 'minmax(7rem, 1fr)' },
      value: ({ account }) => t(($) => $.shop.debts.kinds[debtKind(account)]),
    },
    { key: 'total', title: t(($) => $.shop.debts.total), kind: 'money', value: ({ total }) => total },
    ...bands
      .filter((key) => isDated || key !== 'notDue')
      .map(
        (key): Column<Row> => ({
          ...{ key, title: t(($) => $.shop.debts[key]), kind: 'money', hideZero: true, value: (row) => row[key] },
        }),
      ),
    { key: 'oldest', title: t(($) => $.shop.debts.oldest), kind: 'date', value: ({ oldest }) => oldest },
    ...(isDated
      ? [
          {
            ...{ key: 'dueOn', title: t(($) => $.shop.debts.dueOn), kind: 'date' as const },
            value: ({ dueOn }: Row) => dueOn,
          },
        ]
      : []),
  ]
}
