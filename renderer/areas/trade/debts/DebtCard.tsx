import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { DebtPayment, type PaidDebt } from './DebtPayment.tsx'
import { debtKind, debtor, debtWay } from './debt-accounts.ts'

type Debt = Answers['trade']['debt']

/** What one owes for goods, or is owed: its documents, what of each is open, what was paid, and paying more of it. */
export function DebtCard() {
  const { t } = useText()
  const { debtAccount = '', debtorId = '' } = useParams()
  const [paid, setPaid] = useState<PaidDebt>()
  useFreshVisit(() => setPaid(undefined))
  const input = { account: debtAccount, ...debtor(debtAccount, debtorId) }
  const { data, error } = useQuery(orpc.trade.debt.queryOptions({ input }))
  if (!data) return <Complaint error={error} />
  const way = debtWay(data.account)
  const words = { name: data.name, amount: formatRupiah(paid?.amount ?? 0) }
  return (
    <>
      <PageHead
        title={`${t(($) => $.shop.debts.titles[way])}: ${data.name}`}
        text={`${data.number} · ${t(($) => $.shop.debts.kinds[debtKind(data.account)])}`}
      />
      <Ages debt={data} />
      {paid && (
        <SavedPanel
          posted={paid}
          sentence={t(($) => $.shop.debts.saved[way], words)}
          balance={paid.owed}
          balanceLabel={t(($) => $.shop.debts.left)}
          onNext={() => setPaid(undefined)}
        />
      )}
      {!paid && data.total > 0 && <DebtPayment key={`${debtAccount} ${debtorId}`} debt={data} onPaid={setPaid} />}
      <Documents debt={data} />
      {data.payments.length > 0 && <Payments debt={data} />}
    </>
  )
}

function Ages({ debt }: { readonly debt: Debt }) {
  const { t } = useText()
  const bands = (['notDue', 'days0to30', 'days31to60', 'days61to90', 'over90'] as const).filter(
    (band) => debt[band] !== 0,
  )
  return (
    <KeyFigures>
      <KeyFigure label={t(($) => $.shop.debts.total)} figure={formatRupiah(debt.total)} />
      {bands.map((band) => (
        <KeyFigure key={band} label={t(($) => $.shop.debts[band])} figure={formatRupiah(debt[band])} />
      ))}
    </KeyFigures>
  )
}

function Documents({ debt }: { readonly debt: Debt }) {
  const { t } = useText()
  const navigate = useNavigate()
  const isDated = debt.rows.some(({ dueOn }) => dueOn !== null)
  const rows = debt.rows.toSorted((a, b) => Number(b.open > 0) - Number(a.open > 0))
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t(($) => $.shop.debts.documents)}
      </Title>
      <DataTable
        label={t(($) => $.shop.debts.documents)}
        rows={rows}
        rowKey={({ entryId }) => entryId}
        onOpen={({ entryId, documentId }) =>
          void navigate(documentId === null ? `/books/entry/${entryId}` : `/trade/documents/${documentId}`)
        }
        isMuted={({ open }) => open === 0}
        empty={t(($) => $.shop.debts.noDocuments)}
        maxHeight="18rem"
        columns={[
          { key: 'date', title: t(($) => $.trade.date), kind: 'date', value: ({ date }) => date },
          { key: 'voucher', title: t(($) => $.shop.number), kind: 'code', value: ({ voucher }) => voucher },
          ...(isDated
            ? [
                {
                  ...{ key: 'dueOn', title: t(($) => $.shop.debts.dueOn), kind: 'date' as const },
                  value: ({ dueOn }: Debt['rows'][number]) => dueOn,
                },
              ]
            : []),
          { key: 'text', title: t(($) => $.shop.debts.what), value: ({ description }) => description },
          { key: 'amount', title: t(($) => $.trade.sell.amount), kind: 'money', value: ({ amount }) => amount },
          { key: 'open', title: t(($) => $.shop.debts.open), kind: 'money', hideZero: true, value: ({ open }) => open },
        ]}
      />
    </>
  )
}

function Payments({ debt }: { readonly debt: Debt }) {
  const { t } = useText()
  const navigate = useNavigate()
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t(($) => $.shop.debts.payments)}
      </Title>
      <DataTable
        label={t(($) => $.shop.debts.payments)}
        rows={debt.payments}
        rowKey={({ entryId }) => entryId}
        onOpen={({ entryId }) => void navigate(`/books/entry/${entryId}`)}
        maxHeight="14rem"
        columns={[
          { key: 'date', title: t(($) => $.trade.date), kind: 'date', value: ({ date }) => date },
          { key: 'voucher', title: t(($) => $.shop.number), kind: 'code', value: ({ voucher }) => voucher },
          { key: 'amount', title: t(($) => $.trade.sell.amount), kind: 'money', value: ({ amount }) => amount },
        ]}
      />
    </>
  )
}
