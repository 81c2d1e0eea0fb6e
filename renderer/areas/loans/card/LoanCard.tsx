import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { AttachmentPanel } from '../../../app/attachments/AttachmentPanel.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { LoanQuote } from '../application/LoanQuote.tsx'
import { LoanLine } from '../LoanLine.tsx'
import type { Loan } from '../loan-words.ts'
import { MovementRows, ScheduleRows } from './CardTables.tsx'
import { History } from './History.tsx'
import { LoanBacking } from './LoanBacking.tsx'
import { LoanFacts } from './LoanFacts.tsx'
import { LoanPapers } from './LoanPapers.tsx'
import { OtherSteps } from './OtherSteps.tsx'

/** Kartu pinjaman, as the paper card looks: terms, what is owed, the schedule, and every payment split. */
export function LoanCard() {
  const { t } = useText()
  const { loanId = '' } = useParams()
  const [said, say] = useSaid()
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
      <Done key={said.count} sentence={said.sentence} isFar />
      <History loan={loan} />
      <LoanFacts loan={loan} held={card.held} />
      {loan.state !== 'rejected' && <LoanPapers loan={loan} />}
      {card.schedule.length > 0 && <ScheduleRows card={card} />}
      {(loan.state === 'applied' || loan.state === 'approved') && <Planned loan={loan} />}
      {loan.state !== 'rejected' && <MovementRows card={card} />}
      {loan.state !== 'rejected' && <LoanBacking loan={loan} onSaid={say} />}
      <OtherSteps card={card} onSaid={say} />
      <AttachmentPanel subject={{ kind: 'loan', id: loanId }} />
    </>
  )
}

function CardActions({ loan: { loanId, state, writtenOff } }: { readonly loan: Loan }) {
  const { t } = useText()
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
      {writtenOff !== null && writtenOff.left > 0 && (
        <LinkTo to={`/loans/recover/${loanId}`} label={t(($) => $.loans.recover.title)} isFirst />
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
