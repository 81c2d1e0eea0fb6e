import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { Answers } from '../../../shared/contract/index.ts'
import type { MemberAnswer } from '../../../shared/contract/members.ts'
import { orpc } from '../../app/queries.ts'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import { ownMovements } from './own-movements.ts'

type Entry = Answers['journal']['list']['rows'][number]

const shownMax = 12

/** The last vouchers that name this member, with her own part of them: a meeting's voucher holds everybody's. */
export function MemberEntries({ member: { memberId, savings } }: { readonly member: MemberAnswer }) {
  const { t } = useText()
  const navigate = useNavigate()
  const entries = useQuery(orpc.journal.list.queryOptions({ input: { memberId, order: 'newest', limit: shownMax } }))
  const cards = useQueries({
    queries: savings.map(({ savingsAccountId }) => orpc.savings.card.queryOptions({ input: { savingsAccountId } })),
  })
  const own = ownMovements(cards.flatMap(({ data }) => data?.rows ?? []))
  const words = ({ description, reversedBy }: Entry) =>
    reversedBy ? t(($) => $.members.page.reversed, { description, voucher: reversedBy.voucher }) : description
  const columns: readonly Column<Entry>[] = [
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
      value: ({ entryId }) => own.get(entryId)?.deposit,
    },
    {
      key: 'out',
      title: t(($) => $.members.page.out),
      kind: 'money',
      hideZero: true,
      value: ({ entryId }) => own.get(entryId)?.withdrawal,
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
