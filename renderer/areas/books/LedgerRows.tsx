import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answers } from '../../../shared/contract/index.ts'
import { orpc } from '../../app/queries.ts'
import type { Unit } from '../../app/unit.ts'
import type { Period } from '../../ui/fields/PeriodFields.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import { useSideColumns } from './side-columns.ts'

type RegisterRow = Answers['ledger']['account']['rows'][number] & { readonly position: number }

export const rowsPerPage = 200

/** One account over some days, in all units or one. */
export interface LedgerScope extends Period {
  readonly code: string
  readonly unit?: Unit
}

/** Fetches only the pages in sight, so that a register of sixty thousand lines opens as quickly as a short one. */
export function LedgerRows({ scope }: { readonly scope: LedgerScope }) {
  const { t } = useText()
  const navigate = useNavigate()
  const [pages, setPages] = useState<readonly number[]>([0])
  const queries = useQueries({
    queries: pages.map((page) => ({
      ...orpc.ledger.account.queryOptions({
        input: { ...scope, offset: page * rowsPerPage, limit: rowsPerPage },
      }),
      placeholderData: keepPreviousData,
    })),
  })
  const onVisible = useCallback((first: number, last: number) => {
    const [from, to] = [Math.floor(first / rowsPerPage), Math.floor(last / rowsPerPage)]
    const wanted = from === to ? [from] : [from, to]
    setPages((now) => (wanted.every((page) => now.includes(page)) ? now : wanted))
  }, [])
  const answered = queries.find(({ data }) => data !== undefined)?.data
  const rows: (RegisterRow | undefined)[] = []
  for (const [index, { data }] of queries.entries()) {
    const start = (pages[index] ?? 0) * rowsPerPage
    for (const [at, row] of (data?.rows ?? []).entries()) rows[start + at] = { ...row, position: start + at }
  }
  const first = queries[0]
  const sides = useSideColumns()
  return (
    <DataTable
      label={t(($) => $.bookkeeping.ledger.title)}
      rows={rows}
      rowCount={answered?.count ?? 0}
      onVisible={onVisible}
      rowKey={({ position }) => String(position)}
      isLoading={first?.isPending ?? true}
      hasFailed={queries.some(({ isError }) => isError)}
      onRetry={() => {
        for (const query of queries) void query.refetch()
      }}
      empty={t(($) => $.bookkeeping.ledger.empty)}
      totals={answered?.totals ?? {}}
      onOpen={({ entryId }) => void navigate(`/books/entry/${entryId}`)}
      columns={[
        { key: 'date', title: t(($) => $.bookkeeping.date), kind: 'date', value: ({ date }) => date },
        { key: 'voucher', title: t(($) => $.bookkeeping.voucher), kind: 'code', value: ({ voucher }) => voucher },
        {
          key: 'text',
          title: t(($) => $.bookkeeping.description),
          value: ({ description, memberName, memo }) =>
            [description, memberName, memo].filter((part) => part !== null && part !== '').join(', '),
        },
        ...sides,
        { key: 'balance', title: t(($) => $.bookkeeping.balance), kind: 'money', value: ({ balance }) => balance },
      ]}
    />
  )
}
