import { Text } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatRupiah, sumSen } from '../../../shared/rules/money.ts'
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
  return (
    <>
      <PageHead title={t(($) => $.loans.payOff.title)} />
      {paid && <SettledNotice paid={paid} onNext={next} />}
      {!paid && !isWaiting && <PayOffForm loan={isAgain ? undefined : loan} onPaid={setPaid} />}
    </>
  )
}

function SettledNotice({ paid, onNext }: { readonly paid: Paid; readonly onNext: () => void }) {
  const { t } = useText()
  const { answer, loan, amount } = paid
  const { fromHeld } = answer
  const said = {
    ...{ number: loan.number, member: loan.memberName },
    ...{ amount: formatRupiah(amount), held: formatRupiah(fromHeld) },
  }
  const sentence =
    fromHeld === 0
      ? t(($) => $.loans.payOff.saved, said)
      : amount === 0
        ? t(($) => $.loans.payOff.savedOnlyHeld, said)
        : t(($) => $.loans.payOff.savedHeld, said)
  return <PaidNotice paid={paid} sentence={sentence} onNext={onNext} />
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
  const { t } = useText()
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
    onSaved: (answer) => loan && quote.data && onPaid({ answer, loan, amount: quote.data.toPay }),
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
        text={hasQuote && loan && <AskedOnce quote={quote.data} member={loan.memberName} date={values.date ?? today} />}
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

/** What changes hands, said before it is written. */
function AskedOnce({ quote, member, date }: { readonly quote: Quote; readonly member: string; readonly date: string }) {
  const { t, language } = useText()
  const { toPay } = quote
  const used = heldUsed(quote)
  const said = {
    ...{ member, date: formatDate(date, language) },
    ...{ total: formatRupiah(toPay), held: formatRupiah(used) },
  }
  if (used === 0) return t(($) => $.loans.payOff.ask, said)
  return toPay === 0 ? t(($) => $.loans.payOff.askOnlyHeld, said) : t(($) => $.loans.payOff.askHeld, said)
}

/** What of the money held for the loan goes into settling it, sen. */
function heldUsed({ total, toPay }: Quote): number {
  return sumSen([total, -toPay])
}

function QuoteFigures({ quote }: { readonly quote: Quote }) {
  const { t } = useText()
  const parts = (['principal', 'interest', 'penalty'] as const).filter((part) => part !== 'penalty' || quote[part] > 0)
  const used = heldUsed(quote)
  const left = sumSen([quote.held, -used])
  const held = [
    { title: t(($) => $.loans.payOff.total), figures: [formatRupiah(quote.total)] },
    { title: t(($) => $.loans.payOff.held), figures: [formatRupiah(used)] },
  ]
  return (
    <>
      <FigureTable
        label={t(($) => $.loans.payOff.label)}
        lines={[
          ...parts.map((part) => ({ title: t(($) => $.loans.payOff[part]), figures: [formatRupiah(quote[part])] })),
          ...(used > 0 ? held : []),
          { title: t(($) => $.loans.payOff.toPay), figures: [formatRupiah(quote.toPay)], isStrong: true },
        ]}
      />
      {left > 0 && <Text mt="sm">{t(($) => $.loans.payOff.heldLeft, { amount: formatRupiah(left) })}</Text>}
    </>
  )
}
