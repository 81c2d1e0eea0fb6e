import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../shared/calendar.ts'
import { PaperButton } from '../../app/PaperButton.tsx'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { useText } from '../../ui/text.ts'
import { MovementRows, ScheduleRows } from './CardTables.tsx'
import { LoanFacts } from './LoanFacts.tsx'
import { LoanLine } from './LoanLine.tsx'
import { LoanQuote } from './LoanQuote.tsx'
import type { Loan } from './loan-words.ts'

/** Kartu pinjaman, as the paper card looks: terms, what is owed, the schedule, and every payment split. */
export function LoanCard() {
  const { t } = useText()
  const { loanId = '' } = useParams()
  const query = useQuery(orpc.loans.card.queryOptions({ input: { loanId } }))
  if (!query.data) return <Complaint error={query.error} />
  const card = query.data
  const { loan } = card
  return (
    <>
      <PageHead
        title={`${t(($) => $.loans.card.title)}: ${loan.memberName}`}
        text={<LoanLine loan={loan} />}
        actions={<CardActions loan={loan} />}
      />
      {query.isError && <Complaint error={query.error} />}
      <History loan={loan} />
      <LoanFacts loan={loan} />
      {card.schedule.length > 0 && <ScheduleRows card={card} />}
      {(loan.state === 'applied' || loan.state === 'approved') && <Planned loan={loan} />}
      {loan.state !== 'rejected' && <MovementRows card={card} />}
    </>
  )
}

/** Where the loan came from, step by step. */
function History({ loan }: { readonly loan: Loan }) {
  const { t, language } = useText()
  const { appliedOn, approvedOn, approvedBy, rejectedOn, rejectedFor, disbursedOn, purpose } = loan
  const day = (date: string) => formatDate(date, language)
  const steps = [
    t(($) => $.loans.card.appliedOn, { date: day(appliedOn) }),
    approvedOn && t(($) => $.loans.card.approvedOn, { date: day(approvedOn), by: approvedBy ?? '' }),
    rejectedOn && t(($) => $.loans.card.rejectedOn, { date: day(rejectedOn), reason: rejectedFor ?? '' }),
    disbursedOn && t(($) => $.loans.card.disbursedOn, { date: day(disbursedOn) }),
  ].filter(Boolean)
  return <Text mb="sm">{`${t(($) => $.loans.card.purpose, { purpose })} · ${steps.join(' · ')}`}</Text>
}

function CardActions({ loan }: { readonly loan: Loan }) {
  const { t, language } = useText()
  const { today } = useBook()
  const { loanId, state } = loan
  const isPaidOut = loan.disbursedOn !== null
  const card = { report: 'loanCard', params: { loanId }, language } as const
  const planned = isPaidOut ? { loanId } : { loanId, date: today }
  const schedule = { report: 'loanSchedule', params: planned, language } as const
  const agreement = { report: 'loanAgreement', params: planned, language } as const
  return (
    <>
      {state === 'applied' && (
        <LinkTo to={`/loans/approve/${loanId}`} label={t(($) => $.loans.approve.title)} isFirst />
      )}
      {state === 'approved' && (
        <LinkTo to={`/loans/disburse/${loanId}`} label={t(($) => $.loans.disburse.title)} isFirst />
      )}
      {state === 'disbursed' && (
        <>
          <LinkTo to={`/loans/pay?loan=${loanId}`} label={t(($) => $.loans.pay.nav)} isFirst />
          <LinkTo to={`/loans/payoff?loan=${loanId}`} label={t(($) => $.loans.payOff.nav)} />
        </>
      )}
      {isPaidOut && <PaperButton asked={card} label={t(($) => $.loans.card.print)} />}
      {isPaidOut && <PaperButton asked={card} label={t(($) => $.loans.card.pdf)} isKept />}
      {state !== 'rejected' && (
        <>
          <PaperButton asked={agreement} label={t(($) => $.loans.card.printAgreement)} />
          <PaperButton asked={schedule} label={t(($) => $.loans.card.printSchedule)} />
        </>
      )}
    </>
  )
}

interface LinkToProps {
  readonly to: string
  readonly label: string
  readonly isFirst?: boolean
}

function LinkTo({ to, label, isFirst = false }: LinkToProps) {
  return (
    <Button component={Link} to={to} variant={isFirst ? 'filled' : 'default'}>
      {label}
    </Button>
  )
}

/** Before the payout there is no schedule yet, only what it would be today. */
function Planned({ loan }: { readonly loan: Loan }) {
  const { t } = useText()
  const { today } = useBook()
  const quote = useQuery(orpc.loans.preview.queryOptions({ input: { loanId: loan.loanId, date: today } }))
  return (
    <>
      <Text c="gray.7" mb="sm">
        {t(($) => $.loans.card.noSchedule)}
      </Text>
      <Complaint error={quote.error} />
      {quote.data && <LoanQuote quote={quote.data} principal={loan.principal} />}
    </>
  )
}
