import { Text } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { BorrowerFields, type LoanChoiceValues, meantLoan } from '../application/BorrowerFields.tsx'
import type { Loan } from '../loan-words.ts'
import classes from '../loans.module.css'
import { borrowerOf, useLoanOfAddress, useRunningLoans } from '../use-member-loans.ts'
import { PaidNotice } from './PayLoan.tsx'
import type { Paid } from './PaymentForm.tsx'
import { heldUsed, type Quote, SettlingFigures } from './SettlingFigures.tsx'
import { BoxField, SourceField, type SourceValues } from './SourceFields.tsx'
import { isAllDue, useOwed } from './use-due.ts'
import { fromCash, type Source, useSources } from './use-sources.ts'
import { noWaiver, WaiverFields, type WaiverValues, waiverInput, waiverPaths } from './WaiverFields.tsx'

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

interface Values extends LoanChoiceValues, SourceValues, WaiverValues {
  readonly date: string | null
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
  const initial: Values = {
    ...{ member, loan: known?.loanId ?? null, date: today },
    ...{ source: fromCash, cashAccount: null, ...noWaiver },
  }
  const form = useEntryForm({
    initial,
    save: (saved, requestId): Promise<Answers['loans']['payOff']> =>
      client.loans.payOff({
        ...{ requestId, loanId: loan?.loanId ?? '', date: saved.date ?? '' },
        ...(source === fromCash ? { cashAccount: saved.cashAccount ?? '' } : { savingsAccountId: source }),
        ...waiverInput(saved),
      }),
    onSaved: (answer) => loan && quote.data && onPaid({ answer, loan, amount: quote.data.toPay }),
    paths: { loanId: 'loan', savingsAccountId: 'source', ...waiverPaths },
  })
  const { values } = form
  const loans = useRunningLoans(values.member)
  const loan = meantLoan(loans, values.loan)
  const owed = useOwed(loan, values.date)
  // What is held goes first anyway.
  const fromSavings = owed && (isAllDue(owed) ? owed.due.total : 0)
  const { choices, limit } = useSources(loan, values.date, { held: 0, fromSavings })
  const source: Source = choices.some(({ value }) => value === values.source) ? values.source : fromCash
  const waived = values.isWaiving ? (values.waived ?? 0) : 0
  const asked =
    loan === undefined || values.date === null
      ? undefined
      : { loanId: loan.loanId, date: values.date, ...(waived > 0 && { waivePenalty: waived }) }
  const quote = useQuery(orpc.loans.payoffQuote.queryOptions({ input: asked ?? skipToken }))
  // A quote of before the last payment is no quote.
  const hasQuote = asked !== undefined && quote.data !== undefined && !quote.isFetching
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
        <BorrowerFields form={form} loans={loans} chosen={loan} focus={known ? 'loan' : 'member'} />
        <DateField label={t(($) => $.loans.form.date)} today={today} {...form.field('date')} />
        {owed && <WaiverFields form={form} penalty={owed.due.penalty} />}
        <SourceField form={form} choices={choices} limit={limit} />
        {source === fromCash && <BoxField form={form} />}
      </FormFrame>
      <section aria-live="polite">
        {asked === undefined && <Text c="gray.7">{t(($) => $.loans.payOff.empty)}</Text>}
        <Complaint error={quote.error} />
        {hasQuote && <SettlingFigures quote={quote.data} />}
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
