import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { ApproverField } from '../../../app/ApproverField.tsx'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { LoanBacking } from '../card/LoanBacking.tsx'
import { LoanLine } from '../LoanLine.tsx'
import type { Loan } from '../loan-words.ts'
import classes from '../loans.module.css'
import { LoanQuote } from './LoanQuote.tsx'
import { RejectButton } from './RejectButton.tsx'

/** A second person says yes, with everything in sight that the member will sign. */
export function ApproveLoan() {
  const { t } = useText()
  const { loanId = '' } = useParams()
  const { today } = useBook()
  const [answered, setAnswered] = useState<Loan>()
  const [said, say] = useSaid()
  const card = useQuery(orpc.loans.card.queryOptions({ input: { loanId } }))
  const officers = useQuery(orpc.officers.list.queryOptions({ input: {} }))
  const loan = card.data?.loan
  const quote = useQuery({
    ...orpc.loans.preview.queryOptions({ input: { loanId, date: today } }),
    enabled: loan?.state === 'applied',
  })
  if (!loan || officers.isPending) return <Complaint error={card.error} />
  const chair = officers.data?.rows.find(({ role }) => role === 'chair')?.name ?? ''
  // Who borrows or answers for the loan does not approve it: somebody else's name is to be written.
  const isInIt = [loan.memberName, ...loan.guarantors.map(({ name }) => name)].some(
    (name) => name.toLowerCase() === chair.toLowerCase(),
  )
  return (
    <>
      <PageHead title={`${t(($) => $.loans.approve.title)}: ${loan.memberName}`} text={<LoanLine loan={loan} />} />
      <Done key={said.count} sentence={said.sentence} isFar />
      {answered && <Notice loan={answered} />}
      {!answered && loan.state !== 'applied' && <Text>{t(($) => $.loans.approve.done)}</Text>}
      {!answered && loan.state === 'applied' && (
        <div className={classes.sideBySide}>
          <div>
            <ApprovalForm loan={loan} by={isInIt ? '' : chair} onAnswered={setAnswered} />
            <LoanBacking loan={loan} onSaid={say} />
          </div>
          <section>
            <Complaint error={quote.error} />
            {quote.data && <LoanQuote quote={quote.data} principal={loan.principal} />}
          </section>
        </div>
      )}
    </>
  )
}

interface ApprovalFormProps {
  readonly loan: Loan
  /** Who usually approves. */
  readonly by: string
  /** The loan as it stands afterwards, also where she said no. */
  readonly onAnswered: (loan: Loan) => void
}

function ApprovalForm({ loan, by, onAnswered }: ApprovalFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { approvedBy: by, date: today as string | null },
    save: ({ approvedBy, date }, requestId) =>
      client.loans.approve({ requestId, loanId: loan.loanId, approvedBy, date: date ?? '' }),
    onSaved: onAnswered,
  })
  return (
    <div>
      <Text mb="sm">{t(($) => $.loans.card.purpose, { purpose: loan.purpose })}</Text>
      <FormFrame form={form} label={t(($) => $.loans.approve.title)} saveLabel={t(($) => $.loans.approve.save)}>
        <ApproverField
          label={t(($) => $.loans.approve.by)}
          description={t(($) => $.loans.approve.text)}
          field={form.field('approvedBy')}
          autoFocus
        />
        <DateField label={t(($) => $.loans.approve.date)} today={today} {...form.field('date')} />
      </FormFrame>
      <RejectButton loan={loan} onRejected={onAnswered} />
    </div>
  )
}

function Notice({ loan: { loanId, number, state, approvedBy } }: { readonly loan: Loan }) {
  const { t, language } = useText()
  const { today: date } = useBook()
  const sentence =
    state === 'rejected'
      ? t(($) => $.loans.reject.saved, { number })
      : t(($) => $.loans.approve.saved, { number, by: approvedBy ?? '' })
  return (
    <DoneNotice sentence={sentence}>
      {state === 'approved' && (
        <>
          <Button component={Link} to={`/loans/disburse/${loanId}`}>
            {t(($) => $.loans.approve.disburse)}
          </Button>
          <PaperButton
            asked={{ report: 'loanAgreement', params: { loanId, date }, language }}
            label={t(($) => $.loans.card.printAgreement)}
          />
        </>
      )}
      <Button component={Link} to={`/loans/card/${loanId}`} variant="default">
        {t(($) => $.loans.form.card)}
      </Button>
    </DoneNotice>
  )
}
