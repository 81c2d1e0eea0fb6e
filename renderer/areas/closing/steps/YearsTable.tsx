import { Anchor, Text, Title } from '@mantine/core'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import { useRoleName } from '../../../app/use-role-name.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import type { YearRow } from '../use-year.ts'

/** The years of the book: what each earned, who closed it and when, and every voucher of its closings. */
export function YearsTable({ rows }: { readonly rows: readonly YearRow[] }) {
  const { t, language } = useText()
  const nameOf = useRoleName()
  const title = t(($) => $.closing.year.list)
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={rows}
        rowKey={({ year }) => String(year)}
        empty={t(($) => $.closing.year.empty)}
        maxHeight="22rem"
        columns={[
          { key: 'year', title: t(($) => $.closing.year.year), kind: 'number', value: ({ year }) => year },
          {
            key: 'state',
            title: t(($) => $.closing.year.state),
            width: '7rem',
            value: ({ state }) => t(($) => $.closing.year.states[state]),
          },
          { key: 'result', title: t(($) => $.closing.year.result), kind: 'money', value: ({ result }) => result },
          {
            key: 'by',
            title: t(($) => $.closing.year.by),
            width: 'minmax(9rem, 1fr)',
            value: ({ by, at }) =>
              by === null || at === null
                ? null
                : t(($) => $.closing.year.closedBy, { by: nameOf(by), date: formatDate(at.slice(0, 10), language) }),
          },
          { key: 'reason', title: t(($) => $.closing.year.reason), value: ({ reason }) => reason },
          {
            key: 'vouchers',
            title: t(($) => $.closing.year.vouchers),
            width: 'minmax(14rem, 1fr)',
            value: ({ entries }) => entries.map(({ voucher }) => voucher).join(', '),
            render: (row) => <Vouchers row={row} />,
          },
        ]}
      />
    </>
  )
}

function Vouchers({ row: { entries } }: { readonly row: YearRow }) {
  const { t } = useText()
  return entries.map(({ entryId, voucher, reversedBy }) => (
    <Text key={entryId} size="sm">
      <Anchor component={Link} to={`/books/entry/${entryId}`} underline="always">
        {reversedBy === null ? voucher : t(($) => $.closing.year.taken, { voucher, by: reversedBy })}
      </Anchor>
    </Text>
  ))
}
