import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { LoanProduct } from '../../../../shared/contract/loan-terms.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { orpc } from '../../../app/queries.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'

/** The kinds of loans with what they ask for. */
export function LoanProducts() {
  const { t, language } = useText()
  const navigate = useNavigate()
  const products = useQuery(orpc.loans.products.queryOptions({ input: {} }))
  const rate = ({ ratePct, ratePer }: LoanProduct) =>
    t(($) => $.loanRules.rateOf, { pct: formatPct(ratePct, language), per: t(($) => $.loans.ratePer[ratePer]) })
  const title = t(($) => $.loanRules.title)
  return (
    <>
      <PageHead
        title={title}
        text={t(($) => $.loanRules.text)}
        actions={
          <Button component={Link} to="/settings/loans/new">
            {t(($) => $.loanRules.create.action)}
          </Button>
        }
      />
      <DataTable
        label={title}
        rows={products.data?.rows ?? []}
        rowKey={({ product }) => product}
        isLoading={products.isPending}
        hasFailed={products.isError}
        onRetry={() => void products.refetch()}
        onOpen={({ product }) => void navigate(`/settings/loans/${product}`)}
        isMuted={({ active }) => !active}
        columns={[
          {
            key: 'name',
            title: t(($) => $.loanRules.name),
            value: (row) => (language === 'en' ? row.nameEn : row.nameId),
          },
          {
            key: 'method',
            title: t(($) => $.loanRules.method),
            width: 'minmax(12rem, 1fr)',
            value: ({ method }) => t(($) => $.loans.method[method]),
          },
          { key: 'rate', title: t(($) => $.loanRules.rate), width: '11rem', value: rate },
          {
            key: 'penalty',
            title: t(($) => $.loanRules.penalty),
            width: 'minmax(11rem, 1fr)',
            value: ({ penalty }) => t(($) => $.loanRules.penaltyKinds[penalty.kind]),
          },
          {
            key: 'limit',
            title: t(($) => $.loanRules.limit),
            width: '10rem',
            value: ({ limits: { principalMax } }) =>
              principalMax === null ? t(($) => $.loanRules.noLimit) : formatRupiah(principalMax),
          },
          {
            key: 'active',
            title: t(($) => $.settings.products.active),
            width: '6rem',
            value: ({ active }) => t(($) => $.settings.products[active ? 'yes' : 'no']),
          },
        ]}
      />
    </>
  )
}
