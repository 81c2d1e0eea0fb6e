import { Alert, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { AttachmentPanel } from '../../../app/attachments/AttachmentPanel.tsx'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { useAccountName } from '../../../app/use-account-name.ts'
import { isGivenBack, leftOfFund } from '../../../app/use-open-funds.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done } from '../../../ui/display/Done.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../capital.module.css'
import { EntriesTable } from '../EntriesTable.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { useCapitalWarnings } from '../use-capital-warnings.ts'
import { FundApprovals } from './FundApprovals.tsx'

type Report = Answers['funds']['report']
type Moved = Answers['funds']['card']['rows'][number]

/** Kartu dana: the agreement, its budget, every voucher, the report to the donor, and the papers. */
export function FundCard() {
  const { t, language } = useText()
  const { fundId = '' } = useParams()
  const { data, error } = useQuery(orpc.funds.report.queryOptions({ input: { fundId } }))
  if (!data) return <Complaint error={error} />
  const period = {
    ...{ donor: data.donor, from: formatDate(data.from, language), to: formatDate(data.to, language) },
  }
  return (
    <>
      <PageHead
        title={`${data.number} ${data.name}`}
        text={t(($) => $.capital.fundCard.period, period)}
        actions={<Actions fund={data} />}
      />
      <Changed />
      {!data.active && <Text mb="sm">{t(($) => $.capital.fundCard.closed)}</Text>}
      <Text c="gray.7" mb="sm">
        {t(($) => $.capital.treatment[data.treatment])}: {data.purpose}
        {data.restriction !== null && `. ${data.restriction}`}
      </Text>
      <Figures fund={data} />
      <DonorReport fundId={fundId} />
      <Budget fund={data} />
      {data.revolving && <Borrowers fund={data} />}
      <FundApprovals approvals={data.approvals} />
      <Entries fundId={fundId} isLent={data.revolving !== null} />
      <AttachmentPanel subject={{ kind: 'fund', id: fundId }} />
    </>
  )
}

function Actions({ fund }: { readonly fund: Report }) {
  const { fundId, treatment, active } = fund
  const { t } = useText()
  const edit = <LinkButton to={`/funds/card/${fundId}/edit`} label={t(($) => $.capital.fund.edit)} />
  if (!active) return edit
  return (
    <>
      {treatment === 'activity' && !isGivenBack(fund) && (
        <LinkButton to={`/funds/spend?fund=${fundId}`} label={t(($) => $.capital.move.spend.title)} isFirst />
      )}
      <LinkButton to={`/funds/receive?fund=${fundId}`} label={t(($) => $.capital.move.receive.title)} />
      {treatment === 'capital' && (
        <LinkButton to={`/trade/given?fund=${fundId}`} label={t(($) => $.shop.given.title)} />
      )}
      {treatment !== 'capital' && leftOfFund(fund) > 0 && (
        <LinkButton to={`/funds/refund?fund=${fundId}`} label={t(($) => $.capital.move.refund.title)} />
      )}
      {edit}
    </>
  )
}

/** What was just changed of the agreement, said by the card she comes back to. */
function Changed() {
  const { t } = useText()
  const { state, key } = useLocation()
  const name: unknown = state?.changed
  const warnings = useCapitalWarnings(Array.isArray(state?.warnings) ? state.warnings : [])
  const told =
    typeof name === 'string' ? [t(($) => $.capital.fund.changed, { name }), ...warnings].join(' ') : undefined
  return <Done key={key} sentence={told} isFar />
}

function Figures({ fund }: { readonly fund: Report }) {
  const { t } = useText()
  const nameOf = useAccountName()
  const accounts = useQuery(orpc.cash.accounts.queryOptions({ input: {} }))
  const { bank, refunded, revolving } = fund
  const missing = bank.rest < 0 ? -bank.rest : 0
  const known = accounts.data?.rows.find(({ code }) => code === bank.account)
  return (
    <>
      <KeyFigures>
        <KeyFigure label={t(($) => $.capital.funds.received)} figure={formatRupiah(fund.received)} />
        {revolving ? (
          <LentFigures lent={revolving} />
        ) : (
          <KeyFigure label={t(($) => $.capital.funds.spent)} figure={formatRupiah(fund.spent)} />
        )}
        {refunded !== 0 && <KeyFigure label={t(($) => $.capital.funds.refunded)} figure={formatRupiah(refunded)} />}
        <KeyFigure
          label={revolving ? t(($) => $.capital.funds.free) : t(($) => $.capital.left)}
          figure={formatRupiah(leftOfFund(fund))}
        />
        <KeyFigure
          label={t(($) => $.capital.fundCard.proof, { account: nameOf(bank.account, known?.name ?? bank.account) })}
          figure={formatRupiah(bank.balance)}
          note={`${t(($) => $.capital.fundCard.ofFund)}: ${formatRupiah(bank.ofFund)}`}
        />
      </KeyFigures>
      {missing > 0 && (
        <Alert color="red" variant="light" role="alert" my="sm" maw="44rem">
          <Text c="dark.9">
            {t(($) => $.capital.fundCard[revolving ? 'missingLent' : 'missing'], { amount: formatRupiah(missing) })}
          </Text>
        </Alert>
      )}
    </>
  )
}

/** What of the fund is with borrowers, came back and was lost, and what it earned. */
function LentFigures({ lent }: { readonly lent: NonNullable<Report['revolving']> }) {
  const { t } = useText()
  const shown = ['lent', 'returned', 'outstanding', 'lost', 'interest'] as const
  return shown
    .filter((key) => key !== 'lost' || lent.lost !== 0)
    .map((key) => <KeyFigure key={key} label={t(($) => $.capital.funds[key])} figure={formatRupiah(lent[key])} />)
}

function DonorReport({ fundId }: { readonly fundId: string }) {
  const { t } = useText()
  const { today } = useBook()
  const [asOf, setAsOf] = useState<string | null>(today)
  const asked = { report: 'fundReport' as const, params: { fundId, asOf: asOf ?? today } }
  return (
    <div className={classes.print}>
      <DateField label={t(($) => $.capital.fundCard.asOf)} today={today} value={asOf} onChange={setAsOf} />
      <PaperButton asked={asked} label={t(($) => $.capital.fundCard.print)} />
      <PaperButton asked={asked} label={t(($) => $.capital.fundCard.keep)} isKept />
    </div>
  )
}

function Budget({ fund: { budget, revolving } }: { readonly fund: Report }) {
  const { t } = useText()
  // Money that is lent on is spent on nothing.
  const amounts = revolving ? (['planned'] as const) : (['planned', 'spent', 'left'] as const)
  const title = t(($) => $.capital.fundCard.budget)
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={budget}
        rowKey={({ budgetLineId }) => budgetLineId}
        columns={[
          { key: 'name', title: t(($) => $.capital.fundCard.line), value: ({ name }) => name },
          ...amounts.map(
            (key): Column<Report['budget'][number]> => ({
              ...{ key, title: t(($) => $.capital.fundCard[key]), kind: 'money', value: (line) => line[key] },
            }),
          ),
        ]}
      />
    </section>
  )
}

/** Who has how much of money that is lent on; each leads to the loan. */
function Borrowers({ fund: { borrowers } }: { readonly fund: Report }) {
  const { t } = useText()
  const navigate = useNavigate()
  const title = t(($) => $.capital.fundCard.borrowers)
  const sum = (key: 'outstanding' | 'overdue') => sumSen(borrowers.map((one) => one[key]))
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={borrowers}
        rowKey={({ loanId }) => loanId}
        onOpen={({ loanId }) => void navigate(`/loans/card/${loanId}`)}
        opens={t(($) => $.capital.fundCard.openLoan)}
        empty={t(($) => $.capital.fundCard.noBorrowers)}
        maxHeight="22rem"
        {...(borrowers.length > 1 && { totals: { outstanding: sum('outstanding'), overdue: sum('overdue') } })}
        columns={[
          { key: 'number', title: t(($) => $.capital.fundCard.loan), kind: 'code', value: ({ number }) => number },
          {
            ...{ key: 'name', title: t(($) => $.capital.fundCard.borrower), width: 'minmax(11rem, 2fr)' },
            value: ({ memberName, memberNumber }) => `${memberName} (${memberNumber})`,
          },
          ...(['outstanding', 'overdue'] as const).map(
            (key): Column<Report['borrowers'][number]> => ({
              ...{ key, title: t(($) => $.capital.fundCard[key]), kind: 'money', hideZero: key === 'overdue' },
              value: (one) => one[key],
            }),
          ),
          {
            ...{ key: 'days', title: t(($) => $.capital.fundCard.days), kind: 'number', width: '8rem' },
            value: ({ daysOverdue }) => (daysOverdue === 0 ? '' : String(daysOverdue)),
          },
        ]}
      />
    </section>
  )
}

function Entries({ fundId, isLent }: { readonly fundId: string; readonly isLent: boolean }) {
  const { t } = useText()
  const { data, error } = useQuery(orpc.funds.card.queryOptions({ input: { fundId } }))
  if (!data) return <Complaint error={error} />
  const always = isLent ? (['received', 'lent', 'returned'] as const) : (['received', 'spent'] as const)
  const seldom = (['lost', 'refunded'] as const).filter((key) => data.rows.some((row) => row[key] !== 0))
  return (
    <EntriesTable
      title={t(($) => $.capital.fundCard.entries)}
      rows={data.rows}
      empty={t(($) => $.capital.fundCard.noEntries)}
      maxHeight="24rem"
      amounts={[
        ...[...always, ...seldom].map(
          (key): Column<Moved> => ({
            ...{ key, title: t(($) => $.capital.funds[key]), kind: 'money', hideZero: true, value: (row) => row[key] },
          }),
        ),
        isLent
          ? { key: 'free', title: t(($) => $.capital.funds.free), kind: 'money', value: ({ free }) => free }
          : { key: 'balance', title: t(($) => $.capital.left), kind: 'money', value: ({ balance }) => balance },
      ]}
    />
  )
}
