import { Anchor, Box, Button, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatAmount, formatRupiah } from '../../../shared/rules/money.ts'
import { PaperButton } from '../../app/PaperButton.tsx'
import { PictureButton } from '../../app/PictureButton.tsx'
import { useProductNames } from '../../app/product-names.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { useSavingsRule } from '../../app/use-savings-rule.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { type Period, PeriodFields } from '../../ui/fields/PeriodFields.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import { type CardLine, cardLines } from './card-lines.ts'
import classes from './savings.module.css'
import { isWithdrawable } from './savings-choices.ts'

type Card = Answers['savings']['card']

/** Kartu simpanan, as the paper card looks: tanggal, no. bukti, uraian, setoran, penarikan, saldo. */
export function SavingsCard() {
  const { savingsAccountId = '' } = useParams()
  const { today } = useBook()
  const [period, setPeriod] = useState<Period>()
  const query = useQuery({
    ...orpc.savings.card.queryOptions({ input: { savingsAccountId, ...period } }),
    placeholderData: keepPreviousData,
  })
  if (query.isError && !query.data) return <Complaint error={query.error} />
  if (!query.data) return null
  const card = query.data
  return (
    <>
      <CardHead card={card} period={period} />
      <Box mb="md">
        <PeriodFields value={period ?? { from: card.account.openedOn, to: today }} onChange={setPeriod} today={today} />
      </Box>
      {query.isError && <Complaint error={query.error} />}
      <CardRows card={card} />
    </>
  )
}

function CardHead({
  card: { account, closing },
  period,
}: {
  readonly card: Card
  readonly period: Period | undefined
}) {
  const { t, language } = useText()
  const nameOf = useProductNames()
  const { savingsAccountId, memberId, memberName, memberNumber, number, active, kind } = account
  const asked = { report: 'savingsCard', params: { savingsAccountId, ...period }, language } as const
  const ruleOf = useSavingsRule()
  const products = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const lock = products.data?.rows.find(({ product }) => product === account.product)?.lock
  const isTerm = kind === 'term'
  const movement = (way: string) => `/savings/${way}?member=${memberId}&account=${savingsAccountId}`
  return (
    <PageHead
      title={`${t(($) => $.savings.card.title)}: ${memberName}`}
      text={
        <span className={classes.owner}>
          <span>{`${nameOf(account.product, account.productName)} · ${number} · ${memberNumber}`}</span>
          <b>{t(($) => $.savings.card.closing, { amount: formatRupiah(closing) })}</b>
          <Anchor component={Link} to={`/members/${memberId}`} underline="always">
            {t(($) => $.savings.card.member)}
          </Anchor>
          {active ? <span>{ruleOf(account.product)}</span> : <span>{t(($) => $.savings.card.closed)}</span>}
        </span>
      }
      actions={
        <>
          {isTerm && (
            <Button component={Link} to={`/savings/terms/${savingsAccountId}`}>
              {t(($) => $.savings.card.term)}
            </Button>
          )}
          {active && !isTerm && (
            <Button component={Link} to={movement('deposit')}>
              {t(($) => $.savings.card.depositHere)}
            </Button>
          )}
          {active && lock !== undefined && isWithdrawable({ kind, lock }) && (
            <Button component={Link} to={movement('withdraw')} variant="default">
              {t(($) => $.savings.card.withdrawHere)}
            </Button>
          )}
          <PaperButton asked={asked} label={t(($) => $.savings.card.print)} />
          <PaperButton asked={asked} label={t(($) => $.savings.card.pdf)} isKept />
          <PictureButton asked={asked} />
          {!isTerm && (
            <Button component={Link} to={`/savings/passbook/${savingsAccountId}`} variant="default">
              {t(($) => $.savings.card.passbook)}
            </Button>
          )}
        </>
      }
    />
  )
}

function CardRows({ card }: { readonly card: Card }) {
  const { t } = useText()
  const navigate = useNavigate()
  const words = (row: Card['rows'][number]) => {
    const { description, reversedBy, reverses } = row
    if (reversedBy !== null) return t(($) => $.savings.card.reversedBy, { description, voucher: reversedBy })
    if (reverses !== null) return t(($) => $.savings.card.reverses, { description, voucher: reverses })
    return description
  }
  const columns: readonly Column<CardLine>[] = [
    { key: 'date', title: t(($) => $.savings.card.date), kind: 'date', value: (line) => line.row?.date },
    {
      key: 'voucher',
      title: t(($) => $.savings.card.voucher),
      kind: 'code',
      width: '10rem',
      value: (line) => line.row?.voucher,
    },
    {
      key: 'description',
      title: t(($) => $.savings.card.description),
      width: 'minmax(14rem, 2fr)',
      value: (line) => (line.row ? words(line.row) : t(($) => $.savings.card.opening)),
    },
    {
      key: 'deposit',
      title: t(($) => $.savings.card.deposit),
      kind: 'money',
      hideZero: true,
      value: (line) => line.row?.deposit,
    },
    {
      key: 'withdrawal',
      title: t(($) => $.savings.card.withdrawal),
      kind: 'money',
      hideZero: true,
      value: (line) => line.row?.withdrawal,
    },
    { key: 'balance', title: t(($) => $.savings.card.balance), kind: 'money', value: (line) => line.balance },
  ]
  const { deposit, withdrawal } = card.totals
  const lines = cardLines(card)
  if (lines.length === 0) return <Text c="gray.7">{t(($) => $.savings.card.empty)}</Text>
  return (
    <DataTable
      label={t(($) => $.savings.card.label)}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
      onOpen={({ row }) => row && void navigate(`/books/entry/${row.entryId}`)}
      isMuted={({ row }) => row?.reversedBy !== null && row?.reversedBy !== undefined}
      totals={{
        deposit: formatAmount(deposit),
        withdrawal: formatAmount(withdrawal),
        balance: formatAmount(card.closing),
      }}
      maxHeight="calc(100dvh - 21rem)"
    />
  )
}
