import { Anchor, Text } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { LoanLine } from '../LoanLine.tsx'
import { type Loan, useLoanWarnings } from '../loan-words.ts'
import classes from '../loans.module.css'
import { FundMoney } from './FundMoney.tsx'
import { LoanQuote } from './LoanQuote.tsx'
import { RejectButton } from './RejectButton.tsx'

type Disbursed = Answers['loans']['disburse']

/** The payout of an approved loan: what goes out of the cash box, what is kept, and the schedule as it will stand. */
export function DisburseLoan() {
  const { t } = useText()
  const { loanId = '' } = useParams()
  const [disbursed, setDisbursed] = useState<Disbursed>()
  const card = useQuery(orpc.loans.card.queryOptions({ input: { loanId } }))
  const loan = card.data?.loan
  if (!loan) return <Complaint error={card.error} />
  return (
    <>
      <PageHead title={`${t(($) => $.loans.disburse.title)}: ${loan.memberName}`} text={<LoanLine loan={loan} />} />
      {disbursed && <Notice loan={loan} disbursed={disbursed} />}
      {!disbursed && loan.state !== 'approved' && <Text>{t(($) => $.loans.disburse.done)}</Text>}
      {!disbursed && loan.state === 'approved' && <PayoutForm loan={loan} onDisbursed={setDisbursed} />}
    </>
  )
}

interface PayoutFormProps {
  readonly loan: Loan
  readonly onDisbursed: (disbursed: Disbursed) => void
}

function PayoutForm({ loan, onDisbursed }: PayoutFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const { loanId } = loan
  const navigate = useNavigate()
  const form = useEntryForm({
    initial: {
      ...{ date: today as string | null, cashAccount: null as string | null, firstDueOn: null as string | null },
      approvedBy: '',
    },
    save: ({ date, cashAccount, firstDueOn, approvedBy }, requestId) =>
      client.loans.disburse({
        ...{ requestId, loanId, date: date ?? '', cashAccount: cashAccount ?? '' },
        ...(firstDueOn !== null && { firstDueOn }),
        ...(approvedBy.trim() !== '' && { approvedBy }),
      }),
    onSaved: onDisbursed,
  })
  const { date, firstDueOn } = form.values
  const asked = date === null ? undefined : { loanId, date, ...(firstDueOn !== null && { firstDueOn }) }
  const quote = useQuery({
    ...orpc.loans.preview.queryOptions({ input: asked ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className={classes.sideBySide}>
      <div>
        <FormFrame form={form} label={t(($) => $.loans.disburse.title)} saveLabel={t(($) => $.loans.disburse.save)}>
          <DateField label={t(($) => $.loans.disburse.date)} today={today} {...form.field('date')} autoFocus />
          <CashAccountSelect
            label={t(($) => $.loans.disburse.cashAccount)}
            {...form.field('cashAccount')}
            onOffer={form.offer('cashAccount')}
          />
          <FundMoney loan={loan} field={form.field('approvedBy')} />
          <DateField label={t(($) => $.loans.disburse.firstDueOn)} today={today} anyDay {...form.field('firstDueOn')} />
        </FormFrame>
        <RejectButton loan={loan} onRejected={() => void navigate(`/loans/card/${loanId}`)} />
      </div>
      <section>
        <Complaint error={quote.error} />
        {quote.data && <LoanQuote quote={quote.data} principal={loan.principal} />}
      </section>
    </div>
  )
}

function Notice({ loan, disbursed }: { readonly loan: Loan; readonly disbursed: Disbursed }) {
  const { t } = useText()
  const warnings = useLoanWarnings(disbursed.warnings)
  return (
    <SavedPanel
      posted={disbursed}
      sentence={t(($) => $.loans.disburse.saved, {
        number: loan.number,
        amount: formatRupiah(loan.principal),
        member: loan.memberName,
        net: formatRupiah(disbursed.netPayout),
      })}
      balance={disbursed.outstanding}
      balanceLabel={t(($) => $.loans.disburse.outstanding)}
      warnings={warnings}
    >
      <Anchor component={Link} to={`/loans/card/${loan.loanId}`} display="inline-block" mt="sm" underline="always">
        {t(($) => $.loans.form.card)}
      </Anchor>
    </SavedPanel>
  )
}
