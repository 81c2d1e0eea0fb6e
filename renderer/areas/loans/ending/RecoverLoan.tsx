import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { LoanLine } from '../LoanLine.tsx'
import { type Loan, useLoanWarnings } from '../loan-words.ts'

interface Received {
  readonly answer: Answers['loans']['recover']
  readonly amount: number
}

/** Money that comes after all for a loan that was written off. */
export function RecoverLoan() {
  const { t } = useText()
  const { loanId = '' } = useParams()
  const [received, setReceived] = useState<Received>()
  useFreshVisit(() => setReceived(undefined))
  const card = useQuery(orpc.loans.card.queryOptions({ input: { loanId } }))
  const loan = card.data?.loan
  if (!loan) return <Complaint error={card.error} />
  const left = loan.writtenOff?.left ?? 0
  return (
    <>
      <PageHead title={`${t(($) => $.loans.recover.title)}: ${loan.memberName}`} text={<LoanLine loan={loan} />} />
      {received && <Notice loan={loan} received={received} onNext={() => setReceived(undefined)} />}
      {!received && left > 0 && <RecoveryForm key={left} loan={loan} left={left} onReceived={setReceived} />}
      {!received && left === 0 && <Text>{t(($) => $.loans.recover.nothing)}</Text>}
    </>
  )
}

interface RecoveryFormProps {
  readonly loan: Loan
  /** What may still be claimed, sen. */
  readonly left: number
  readonly onReceived: (received: Received) => void
}

function RecoveryForm({ loan: { loanId }, left, onReceived }: RecoveryFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { amount: null as number | null, date: today as string | null, cashAccount: null as string | null },
    save: ({ amount, date, cashAccount }, requestId) =>
      client.loans.recover({
        ...{ requestId, loanId, amount: amount ?? 0, date: date ?? '', cashAccount: cashAccount ?? '' },
      }),
    onSaved: (answer, { amount }) => onReceived({ answer, amount: amount ?? 0 }),
  })
  return (
    <FormFrame form={form} label={t(($) => $.loans.recover.title)} saveLabel={t(($) => $.loans.recover.save)}>
      <MoneyField
        label={t(($) => $.loans.recover.amount)}
        description={t(($) => $.loans.recover.left, { amount: formatRupiah(left) })}
        {...form.field('amount')}
        autoFocus
      />
      <DateField label={t(($) => $.loans.form.date)} today={today} {...form.field('date')} />
      <CashAccountSelect
        label={t(($) => $.loans.pay.cashAccount)}
        {...form.field('cashAccount')}
        onOffer={form.offer('cashAccount')}
      />
    </FormFrame>
  )
}

interface NoticeProps {
  readonly loan: Loan
  readonly received: Received
  readonly onNext: () => void
}

function Notice({ loan, received: { answer, amount }, onNext }: NoticeProps) {
  const { t } = useText()
  const warnings = useLoanWarnings(answer.warnings)
  return (
    <SavedPanel
      posted={answer}
      sentence={t(($) => $.loans.recover.saved, {
        ...{ amount: formatRupiah(amount), member: loan.memberName, number: loan.number },
      })}
      balance={answer.left}
      balanceLabel={t(($) => $.loans.recover.leftLabel)}
      warnings={warnings}
      {...(answer.left > 0 && { onNext })}
    >
      <Anchor component={Link} to={`/loans/card/${loan.loanId}`} display="inline-block" mt="sm" underline="always">
        {t(($) => $.loans.form.card)}
      </Anchor>
    </SavedPanel>
  )
}
