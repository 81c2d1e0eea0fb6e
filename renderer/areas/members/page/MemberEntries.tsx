import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { MemberEntry } from '../../../../shared/contract/member-standing.ts'
import { orpc } from '../../../app/queries.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'

const shownMax = 12

/** The last vouchers that name this member, with her own part of them: a meeting's voucher holds everybody's. */
export function MemberEntries({ memberId }: { readonly memberId: string }) {
  const { t } = useText()
  const navigate = useNavigate()
  const entries = useQuery(orpc.members.entries.queryOptions({ input: { memberId, limit: shownMax } }))
  const words = ({ description, reversedBy }: MemberEntry) =>
    reversedBy ? t(($) => $.members.page.reversed, { description, voucher: reversedBy.voucher }) : description
  const columns: readonly Column<MemberEntry>[] = [
    { key: 'date', title: t(($) => $.members.page.date), kind: 'date', value: ({ date }) => date },
    {
      key: 'voucher',
      title: t(($) => $.members.page.voucher),
      kind: 'code',
      width: '10rem',
      value: (row) => row.voucher,
    },
    { key: 'description', title: t(($) => $.members.page.description), width: 'minmax(14rem, 2fr)', value: words },
    {
      key: 'in',
      title: t(($) => $.members.page.in),
      kind: 'money',
      hideZero: true,
      value: ({ paid }) => paid,
    },
    {
      key: 'out',
      title: t(($) => $.members.page.out),
      kind: 'money',
      hideZero: true,
      value: ({ received }) => received,
    },
  ]
  return (
    <DataTable
      label={t(($) => $.members.page.entries)}
      columns={columns}
      rows={entries.data?.rows ?? []}
      rowKey={({ entryId }) => entryId}
      onOpen={({ entryId }) => void navigate(`/books/entry/${entryId}`)}
      opens={t(($) => $.ui.saved.journal)}
      isMuted={({ reversedBy }) => reversedBy !== null}
      isLoading={entries.isPending}
      hasFailed={entries.isError}
      onRetry={() => void entries.refetch()}
      empty={t(($) => $.members.page.noEntries)}
    />
  )
}
