import { Alert, Box, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { yearOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useAsked } from '../../../app/use-asked.ts'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { useClosingYear } from '../use-year.ts'
import { YearChoice } from '../YearChoice.tsx'
import { type FundPaid, UseForm } from './UseForm.tsx'

type Funds = Answers['closing']['shuFunds']

/** The funds of the surplus in a year, this one unless asked: what is in them, paying out of them, and what was paid. */
export function ShuFunds() {
  const { t, language } = useText()
  const { today } = useBook()
  const { year: asked } = useAsked()
  const { rows } = useClosingYear()
  const year = asked ?? yearOf(today)
  const [paid, setPaid] = useState<FundPaid>()
  const again = () => setPaid(undefined)
  useFreshVisit(again)
  const { data, error } = useQuery(orpc.closing.shuFunds.queryOptions({ input: { year } }))
  return (
    <>
      <PageHead
        title={t(($) => $.shu.funds.title)}
        text={t(($) => $.shu.funds.text)}
        actions={
          <PaperButton asked={{ report: 'shuComponents', params: { year }, language }} label={t(($) => $.shu.print)} />
        }
      />
      <Complaint error={error} />
      {paid && <Paid paid={paid} onNext={again} />}
      <Box maw="12rem" mb="md">
        <YearChoice year={year} rows={rows} />
      </Box>
      {data && <FundsTable {...data} />}
      {!paid && <UseForm onPaid={setPaid} />}
      {data && <UsesTable {...data} />}
    </>
  )
}

function Paid({ paid: { posted, sentence }, onNext }: { readonly paid: FundPaid; readonly onNext: () => void }) {
  const { t } = useText()
  const isBelow = posted.warnings.includes('shu_fund_below_zero')
  return (
    <SavedPanel
      posted={posted}
      sentence={sentence}
      balance={posted.balance}
      balanceLabel={t(($) => $.shu.funds.leftAfter)}
      warnings={isBelow ? [t(($) => $.shu.funds.isBelow)] : []}
      onNext={onNext}
      onReversed={onNext}
    />
  )
}

function FundsTable({ year, funds }: Funds) {
  const { t, language } = useText()
  const title = t(($) => $.shu.funds.list, { year })
  const nameOf = ({ name, nameEn }: Funds['funds'][number]) => (language === 'id' ? name : nameEn)
  const figures = ['opening', 'added', 'used', 'balance'] as const
  const totals = Object.fromEntries(figures.map((key) => [key, sumSen(funds.map((fund) => fund[key]))]))
  return (
    <>
      {funds
        .filter(({ balance }) => balance < 0)
        .map((fund) => (
          <Alert key={fund.account} color="yellow" variant="light" role="status" mb="sm">
            <Text c="dark.9">
              {t(($) => $.shu.funds.below, { fund: nameOf(fund), amount: formatRupiah(-fund.balance) })}
            </Text>
          </Alert>
        ))}
      <DataTable
        label={title}
        rows={funds}
        rowKey={({ account }) => account}
        maxHeight="22rem"
        totals={totals}
        columns={[
          { key: 'fund', title: t(($) => $.shu.funds.fund), width: 'minmax(14rem, 1fr)', value: nameOf },
          ...figures.map((key) => ({
            ...{ key, title: t(($) => $.shu.funds[key]), kind: 'money' as const },
            value: (fund: Funds['funds'][number]) => fund[key],
          })),
        ]}
      />
    </>
  )
}

function UsesTable({ year, funds, uses }: Funds) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const names = new Map(funds.map(({ account, name, nameEn }) => [account, language === 'id' ? name : nameEn]))
  const title = t(($) => $.shu.funds.uses, { year })
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={uses}
        rowKey={({ entryId, account }) => `${entryId} ${account}`}
        empty={t(($) => $.shu.funds.noUses)}
        onOpen={({ entryId }) => navigate(`/books/entry/${entryId}`)}
        opens={t(($) => $.shu.funds.opens)}
        maxHeight="32rem"
        totals={{ amount: sumSen(uses.map(({ amount }) => amount)) }}
        columns={[
          { key: 'date', title: t(($) => $.shu.funds.date), kind: 'date', value: ({ date }) => date },
          { key: 'voucher', title: t(($) => $.shu.funds.voucher), kind: 'code', value: ({ voucher }) => voucher },
          { key: 'fund', title: t(($) => $.shu.funds.fund), value: ({ account }) => names.get(account) },
          { key: 'what', title: t(($) => $.shu.funds.what), value: ({ description }) => description },
          { key: 'who', title: t(($) => $.shu.funds.who), value: ({ paidTo }) => paidTo },
          { key: 'amount', title: t(($) => $.shu.funds.amount), kind: 'money', value: ({ amount }) => amount },
        ]}
      />
    </>
  )
}
