import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { formatDate } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatRupiah, sumSen } from '../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../app/CashAccountSelect.tsx'
import { MemberSearch } from '../../app/MemberSearch.tsx'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { client } from '../../client.ts'
import { AskBack } from '../../ui/fields/AskBack.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import type { PickedMember } from '../../ui/fields/MemberPicker.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { LoanChoice, meantLoan } from './LoanChoice.tsx'
import type { Loan } from './loan-words.ts'
import { borrowerOf, useRunningLoans } from './use-member-loans.ts'

type Due = Answers['loans']['due']

/** What was paid, as the notice says it. */
export interface Paid {
  readonly answer: Answers['loans']['pay']
  readonly loan: Loan
  readonly amount: number
}

interface Values {
  readonly member: PickedMember | null
  readonly loan: string | null
  readonly amount: number | null
  readonly date: string | null
  readonly cashAccount: string | null
}

interface PaymentFormProps {
  /** The loan the screen before knew. */
  readonly loan: Loan | undefined
  readonly onPaid: (paid: Paid) => void
}

/** Member, loan, amount: what is due stands there already. */
export function PaymentForm({ loan: known, onPaid }: PaymentFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = {
    ...{ member: known ? borrowerOf(known) : null, loan: known?.loanId ?? null, amount: null, date: today },
    cashAccount: null,
  }
  const form = useEntryForm({
    initial,
    save: ({ amount, date, cashAccount }, requestId): Promise<Answers['loans']['pay']> =>
      client.loans.pay({
        ...{ requestId, loanId: loan?.loanId ?? '', amount: amount ?? 0 },
        ...{ date: date ?? '', cashAccount: cashAccount ?? '' },
      }),
    onSaved: (answer, { amount }) => loan && onPaid({ answer, loan, amount: amount ?? 0 }),
    paths: { loanId: 'loan' },
  })
  const { values } = form
  const loans = useRunningLoans(values.member)
  const loan = meantLoan(loans, values.loan)
  const due = useDue(loan, values.date)
  usePrefilled(expected(due), values.amount, form.offer('amount'))
  return (
    <FormFrame form={form} label={t(($) => $.loans.pay.title)} saveLabel={t(($) => $.loans.pay.save)}>
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
      />
      <MoneyField
        label={t(($) => $.loans.pay.amount)}
        description={<DueSentence due={due} />}
        usual={expected(due)}
        {...form.field('amount')}
        autoFocus={known !== undefined}
      />
      <AboveQuestion key={`${loan?.loanId} ${values.amount}`} amount={values.amount} due={due} />
      <DateField label={t(($) => $.loans.form.date)} today={today} {...form.field('date')} />
      <CashAccountSelect
        label={t(($) => $.loans.pay.cashAccount)}
        {...form.field('cashAccount')}
        onOffer={form.offer('cashAccount')}
      />
    </FormFrame>
  )
}

function useDue(loan: Loan | undefined, date: string | null): Due | undefined {
  const asked = loan === undefined || date === null ? undefined : { loanId: loan.loanId, date }
  const { data } = useQuery({
    ...orpc.loans.due.queryOptions({ input: asked ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  return asked && data
}

/** What she will probably pay, sen: all that is due, else the next instalment. */
function expected(due: Due | undefined): number | undefined {
  return due === undefined ? undefined : due.total > 0 ? due.total : due.next?.total
}

/** Puts the expected amount into the field while nobody typed another one there. */
function usePrefilled(amount: number | undefined, typed: number | null, offer: (amount: number | null) => void): void {
  const offered = useRef<number | null>(null)
  useEffect(() => {
    if (amount === undefined || typed !== offered.current) return
    offered.current = amount
    if (typed !== amount) offer(amount)
  }, [amount, typed, offer])
}

function DueSentence({ due }: { readonly due: Due | undefined }) {
  const { t, language } = useText()
  if (due === undefined) return null
  if (due.since !== null) {
    return t(($) => $.loans.pay.due, {
      total: formatRupiah(due.total),
      principal: formatRupiah(due.principal),
      interest: formatRupiah(due.interest),
      since: formatDate(due.since, language),
    })
  }
  if (due.next === null) return t(($) => $.loans.pay.nothingLeft)
  const { total, dueOn } = due.next
  return t(($) => $.loans.pay.nothingDue, { total: formatRupiah(total), date: formatDate(dueOn, language) })
}

/** More than is asked for pays principal back: asked once. */
function AboveQuestion({ amount, due }: { readonly amount: number | null; readonly due: Due | undefined }) {
  const { t } = useText()
  const [isAnswered, setAnswered] = useState(false)
  const asked = expected(due)
  // Ten times as much is asked about by the field itself.
  const isAbove = amount !== null && asked !== undefined && amount > asked && amount < asked * 10
  if (!isAbove || isAnswered) return null
  return (
    <AskBack
      question={t(($) => $.loans.pay.above, { amount: formatRupiah(sumSen([amount, -asked])) })}
      answers={[{ label: t(($) => $.ui.money.yes), choose: () => setAnswered(true) }]}
    />
  )
}
