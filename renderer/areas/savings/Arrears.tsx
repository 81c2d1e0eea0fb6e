import { Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { formatMonth, isMonth } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { useProductNames } from '../../app/product-names.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'

type Row = Answers['savings']['arrears']['rows'][number]

/** Who is behind with simpanan wajib, and by how many months. */
export function Arrears() {
  const { t } = useText()
  const { today } = useBook()
  const navigate = useNavigate()
  const [asOf, setAsOf] = useState(today)
  const columns = useColumns()
  const query = useQuery({
    ...orpc.savings.arrears.queryOptions({ input: { asOf } }),
    placeholderData: keepPreviousData,
  })
  const { rows = [], totals } = query.data ?? {}
  const members = new Set(rows.map(({ memberId }) => memberId)).size
  return (
    <>
      <PageHead title={t(($) => $.savings.arrears.title)} text={t(($) => $.savings.arrears.text)} />
      <Group align="flex-start" gap="lg" mb="xs">
        <DateField
          label={t(($) => $.savings.arrears.asOf)}
          value={asOf}
          onChange={(day) => day !== null && setAsOf(day)}
          today={today}
          anyDay
          whenDone
        />
        {totals && rows.length > 0 && (
          <Text mt="2.2rem" fw={600} role="status">
            {t(($) => $.savings.arrears.summary, { count: members, amount: formatRupiah(totals.arrears) })}
          </Text>
        )}
      </Group>
      <DataTable
        label={t(($) => $.savings.arrears.label)}
        columns={columns}
        rows={rows}
        rowKey={({ memberId, product }) => `${memberId} ${product}`}
        onOpen={({ memberId }) => void navigate(`/members/${memberId}`)}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={t(($) => $.savings.arrears.empty)}
        maxHeight="calc(100dvh - 20rem)"
        {...(totals && { totals: { arrears: totals.arrears } })}
      />
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t, language } = useText()
  const nameOf = useProductNames()
  const until = ({ paidUntil }: Row) =>
    paidUntil !== null && isMonth(paidUntil.slice(0, 7))
      ? formatMonth(paidUntil.slice(0, 7), language)
      : t(($) => $.savings.arrears.never)
  return [
    {
      key: 'number',
      title: t(($) => $.savings.arrears.number),
      kind: 'code',
      width: '6rem',
      value: (row) => row.memberNumber,
    },
    {
      key: 'member',
      title: t(($) => $.savings.arrears.member),
      width: 'minmax(13rem, 2fr)',
      value: (row) => row.memberName,
    },
    {
      key: 'hamlet',
      title: t(($) => $.savings.arrears.hamlet),
      width: 'minmax(8rem, 1fr)',
      value: (row) => row.hamlet,
    },
    { key: 'product', title: t(($) => $.savings.arrears.product), width: '10rem', value: (row) => nameOf(row.product) },
    { key: 'paidUntil', title: t(($) => $.savings.arrears.paidUntil), width: '10rem', value: until },
    {
      key: 'months',
      title: t(($) => $.savings.arrears.months),
      kind: 'number',
      width: '6rem',
      value: (row) => row.monthsBehind,
    },
    { key: 'arrears', title: t(($) => $.savings.arrears.amount), kind: 'money', value: (row) => row.arrears },
  ]
}
