import { Text } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../app/CashAccountSelect.tsx'
import { MemberSearch } from '../../app/MemberSearch.tsx'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { useFreshVisit } from '../../app/use-fresh-visit.ts'
import { client } from '../../client.ts'
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { FigureTable } from '../../ui/display/FigureTable.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import type { PickedMember } from '../../ui/fields/MemberPicker.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { LoanChoice, meantLoan } from './LoanChoice.tsx'
import type { Loan } from './loan-words.ts'
import classes from './loans.module.css'
import { PaidNotice } from './PayLoan.tsx'
import type { Paid } from './PaymentForm.tsx'
import { borrowerOf, useLoanOfAddress, useRunningLoans } from './use-member-loans.ts'

type Quote = Answers['loans']['payoffQuote']

/** The whole rest of a loan at once: what settles it is shown, then confirmed. */
export function PayOffLoan() {
  const { t } = useText()
  const [paid, setPaid] = useState<Paid>()
  const [isAgain, setAgain] = useState(false)
  useFreshVisit(() => setPaid(undefined))
  const { loan, isWaiting } = useLoanOfAddress()
  const next = () => {
    setPaid(undefined)
    setAgain(true)
  }
  const sentence = (done: Paid) =>
    t(($) => $.loans.payOff.saved, {
      number: done.loan.number,
      member: done.loan.memberName,
      amount: formatRupiah(done.amount),
    })
  return (
    <>
      <PageHead title={t(($) => $.loans.payOff.title)} />
      {paid && <PaidNotice paid={paid} sentence={sentence(paid)} onNext={next} />}
      {!paid && !isWaiting && <PayOffForm loan={isAgain ? undefined : loan} onPaid={setPaid} />}
    </>
  )
}

interface Values {
  readonly member: PickedMember | null
  readonly loan: string | null
  readonly date: string | null
  readonly cashAccount: string | null
}

interface PayOffFormProps {
  readonly loan: Loan | undefined
  readonly onPaid: (paid: Paid) => void
}

function PayOffForm({ loan: known, onPaid }: PayOffFormProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const [isAsking, setAsking] = useState(false)
  const member = known ? borrowerOf(known) : null
  const initial: Values = { member, loan: known?.loanId ?? null, date: today, cashAccount: null }
  const form = useEntryForm({
    initial,
    save: ({ date, cashAccount }, requestId): Promise<Answers['loans']['payOff']> =>
      client.loans.payOff({
        ...{ requestId, loanId: loan?.loanId ?? '', date: date ?? '', cashAccount: cashAccount ?? '' },
      }),
    onSaved: (answer) => loan && quote.data && onPaid({ answer, loan, amount: quote.data.total }),
    paths: { loanId: 'loan' },
  })
  const { values } = form
  const loans = useRunningLoans(values.member)
  const loan = meantLoan(loans, values.loan)
  const asked = loan === undefined || values.date === null ? undefined : { loanId: loan.loanId, date: values.date }
  const quote = useQuery(orpc.loans.payoffQuote.queryOptions({ input: asked ?? skipToken }))
  const hasQuote = asked !== undefined && quote.data !== undefined
  const save = async () => {
    if (form.questions.askFirst()) return
    if (hasQuote) setAsking(true)
    else await form.save()
  }
  return (
    <div className={classes.sideBySide}>
      <FormFrame
        form={{ ...form, save }}
        label={t(($) => $.loans.payOff.title)}
        saveLabel={t(($) => $.loans.payOff.save)}
      >
        <MemberSearch
          label={t(($) => $.loans.form.member)}
          status="all"
          {...form.field('member')}
          autoFocus={known === undefined}
        />
        <LoanChoice
          loans={loans}
          chosen={loan}
          onChange={(loanId) => form.set('loan', loanId)}
          error={form.errorAt('loan')}
          autoFocus={known !== undefined}
        />
        <DateField label={t(($) => $.loans.form.date)} today={today} {...form.field('date')} />
        <CashAccountSelect
          label={t(($) => $.loans.pay.cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      </FormFrame>
      <section aria-live="polite">
        {asked === undefined && <Text c="gray.7">{t(($) => $.loans.payOff.empty)}</Text>}
        <Complaint error={quote.error} />
        {hasQuote && <QuoteFigures quote={quote.data} />}
      </section>
      <ConfirmDialog
        isOpen={isAsking}
        title={t(($) => $.loans.payOff.askTitle, { number: loan?.number ?? '' })}
        text={t(($) => $.loans.payOff.ask, {
          total: formatRupiah(quote.data?.total ?? 0),
          member: loan?.memberName ?? '',
          date: formatDate(values.date ?? today, language),
        })}
        yes={t(($) => $.loans.payOff.yes)}
        no={t(($) => $.loans.payOff.no)}
        onYes={() => {
          setAsking(false)
          void form.save()
        }}
        onNo={() => setAsking(false)}
      />
    </div>
  )
}

function QuoteFigures({ quote }: { readonly quote: Quote }) {
  const { t } = useText()
  const parts = (['principal', 'interest', 'penalty'] as const).filter((part) => part !== 'penalty' || quote[part] > 0)
  return (
    <FigureTable
      label={t(($) => $.loans.payOff.label)}
      lines={[
        ...parts.map((part) => ({ title: t(($) => $.loans.payOff[part]), figures: [formatRupiah(quote[part])] })),
        { title: t(($) => $.loans.payOff.total), figures: [formatRupiah(quote.total)], isStrong: true },
      ]}
    />
  )
}
