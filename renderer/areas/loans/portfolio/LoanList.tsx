import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { sumSen } from '../../../../shared/rules/money.ts'
import { useLoanProductNames } from '../../../app/loan-product-names.ts'
import { orpc } from '../../../app/queries.ts'
import { usePages } from '../../../app/use-pages.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'
import classes from '../loans.module.css'
import { StateTotals } from './StateTotals.tsx'

/** Every loan in the order of its number: by state, by member, each one leading to its card. */
export function LoanList() {
  const { t } = useText()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 120)
  const [state, setState] = useState<Loan['state'] | undefined>('disbursed')
  const columns = useColumns(state)
  const query = useInfiniteQuery({
    ...orpc.loans.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        text,
        limit: 200,
        ...(state !== undefined && { state }),
        ...(cursor !== undefined && { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const { rows, last, onVisible } = usePages(query)
  const isEmptyBook = text.trim() === '' && last?.totals.byState.length === 0
  return (
    <>
      <PageHead
        title={t(($) => $.loans.title)}
        actions={
          <>
            <Button component={Link} to="/loans/pay">
              {t(($) => $.loans.pay.nav)}
            </Button>
            <Button component={Link} to="/loans/apply" variant="default">
              {t(($) => $.loans.apply.nav)}
            </Button>
          </>
        }
      />
      <div className={classes.filters}>
        <StateTotals totals={last?.totals} chosen={state} onChoose={setState} />
        <TextInput
          label={t(($) => $.loans.list.search)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
        />
      </div>
      <DataTable
        label={t(($) => $.loans.list.label)}
        columns={columns}
        rows={rows}
        rowKey={({ loanId }) => loanId}
        rowCount={rows.length + (query.hasNextPage ? 1 : 0)}
        onVisible={onVisible}
        onOpen={({ loanId }) => void navigate(`/loans/card/${loanId}`)}
        isMuted={(row) => state === undefined && row.state !== 'disbursed'}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={t(($) => $.loans.list[isEmptyBook ? 'none' : 'empty'])}
        maxHeight="calc(100dvh - 19rem)"
        {...(last && { totals: { outstanding: last.totals.outstanding, ...last.totals.writtenOff } })}
      />
    </>
  )
}

/** The memo list of loans that were given up shows the claim that stays; those that went on, as what. */
function useEndedColumns(state: Loan['state'] | undefined): readonly Column<Loan>[] | undefined {
  const { t } = useText()
  if (state === 'restructured') {
    return [
      { key: 'on', title: t(($) => $.loans.list.goneOn), kind: 'date', value: (row) => row.restructuredBy?.on },
      { key: 'by', title: t(($) => $.loans.list.newLoan), kind: 'code', value: (row) => row.restructuredBy?.number },
    ]
  }
  if (state !== 'written_off') return undefined
  const figures = ['recovered', 'left'] as const
  return [
    { key: 'on', title: t(($) => $.loans.list.givenUpOn), kind: 'date', value: (row) => row.writtenOff?.on },
    {
      ...{ key: 'decision', title: t(($) => $.loans.list.decision), kind: 'code', width: '8rem' },
      value: (row) => row.writtenOff?.decision.number,
    },
    {
      ...{ key: 'claim', title: t(($) => $.loans.list.claim), kind: 'money' },
      value: ({ writtenOff: lost }) => lost && sumSen([lost.principal, lost.interest, lost.penalty]),
    },
    ...figures.map(
      (key): Column<Loan> => ({
        ...{ key, title: t(($) => $.loans.list[key]), kind: 'money', value: (row) => row.writtenOff?.[key] },
      }),
    ),
  ]
}

function useColumns(state: Loan['state'] | undefined): readonly Column<Loan>[] {
  const { t } = useText()
  const nameOf = useLoanProductNames()
  const ended = useEndedColumns(state)
  const stateOf: Column<Loan> = {
    ...{ key: 'state', title: t(($) => $.loans.list.state), width: '7rem' },
    value: (row) => t(($) => $.loans.state[row.state]),
  }
  const productOf: Column<Loan> = {
    key: 'product',
    title: t(($) => $.loans.list.product),
    width: 'minmax(12rem, 1.5fr)',
    value: (row) => nameOf(row.product, row.productName),
  }
  const lentOf: Column<Loan> = {
    ...{ key: 'principal', title: t(($) => $.loans.list.principal), kind: 'money' },
    value: (row) => row.principal,
  }
  return [
    { key: 'number', title: t(($) => $.loans.list.number), kind: 'code', width: '7rem', value: (row) => row.number },
    {
      key: 'memberNumber',
      title: t(($) => $.loans.list.memberNumber),
      kind: 'code',
      width: '6rem',
      value: (row) => row.memberNumber,
    },
    {
      key: 'member',
      title: t(($) => $.loans.list.member),
      width: 'minmax(10rem, 1.5fr)',
      value: (row) => row.memberName,
    },
    ...(ended ? [] : [productOf]),
    ...(state === undefined ? [stateOf] : []),
    ...(ended
      ? []
      : [
          {
            ...{ key: 'disbursedOn', title: t(($) => $.loans.list.disbursedOn), kind: 'date' as const },
            value: (row: Loan) => row.disbursedOn,
          },
        ]),
    ...(state === 'written_off' ? [] : [lentOf]),
    ...(ended ?? [
      {
        ...{ key: 'outstanding', title: t(($) => $.loans.list.outstanding), kind: 'money' as const },
        value: (row: Loan) => row.outstanding,
      },
    ]),
  ]
}
