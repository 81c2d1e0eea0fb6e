import type { Answers } from '../../../../shared/contract/index.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { BorrowerFields, type LoanChoiceValues, meantLoan } from '../application/BorrowerFields.tsx'
import type { Loan } from '../loan-words.ts'
import classes from '../loans.module.css'
import { borrowerOf, useRunningLoans } from '../use-member-loans.ts'
import { DueSentence } from './DueSentence.tsx'
import { type Excess, ExcessField } from './ExcessField.tsx'
import { PaymentSplit, splitAsked } from './PaymentSplit.tsx'
import { BoxField, SourceField, type SourceValues } from './SourceFields.tsx'
import { expectedPayment, useOwed, usePrefilled } from './use-due.ts'
import { fromCash, fromHeld, sourceInput, useSources } from './use-sources.ts'
import { noWaiver, WaiverFields, type WaiverValues, waiverInput, waiverPaths } from './WaiverFields.tsx'

/** What was paid, as the notice says it. */
export interface Paid {
  readonly answer: Answers['loans']['pay']
  readonly loan: Loan
  readonly amount: number
}

interface Values extends LoanChoiceValues, SourceValues, WaiverValues {
  readonly amount: number | null
  readonly date: string | null
  /** What becomes of more than is due; null as the loan says. */
  readonly excess: Excess | null
}

interface PaymentFormProps {
  /** The loan the screen before knew. */
  readonly loan: Loan | undefined
  readonly onPaid: (paid: Paid) => void
}

/** Member, loan, amount: what is due stands there already, and what the money pays is shown before it is written. */
export function PaymentForm({ loan: known, onPaid }: PaymentFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = {
    ...{ member: known ? borrowerOf(known) : null, loan: known?.loanId ?? null, amount: null, date: today },
    ...{ source: fromCash, cashAccount: null, excess: null, ...noWaiver },
  }
  const form = useEntryForm({
    initial,
    save: (saved, requestId): Promise<Answers['loans']['pay']> =>
      client.loans.pay({
        ...{ requestId, loanId: loan?.loanId ?? '', amount: saved.amount ?? 0, date: saved.date ?? '' },
        ...sourceInput(source, saved.cashAccount),
        ...(source !== fromHeld && saved.excess !== null && { excess: saved.excess }),
        ...waiverInput(saved),
      }),
    onSaved: (answer, { amount }) => loan && onPaid({ answer, loan, amount: amount ?? 0 }),
    paths: { loanId: 'loan', savingsAccountId: 'source', ...waiverPaths },
  })
  const { values } = form
  const loans = useRunningLoans(values.member)
  const loan = meantLoan(loans, values.loan)
  const owed = useOwed(loan, values.date)
  const waived = values.isWaiving ? (values.waived ?? 0) : 0
  const fromSavings = owed && owed.due.total - waived
  const { choices, limit } = useSources(loan, values.date, { held: owed?.due.held ?? 0, fromSavings })
  const chosen = choices.find(({ value }) => value === values.source)
  const source = chosen?.value ?? fromCash
  const expected = owed && expectedPayment(owed, { waived, isHeld: source === fromHeld, available: chosen?.available })
  const asked = splitAsked({ loan, source, waived, amount: values.amount, date: values.date, excess: values.excess })
  usePrefilled(expected, values.amount, form.offer('amount'))
  return (
    <div className={classes.sideBySide}>
      <FormFrame form={form} label={t(($) => $.loans.pay.title)} saveLabel={t(($) => $.loans.pay.save)}>
        <BorrowerFields form={form} loans={loans} chosen={loan} focus={known ? undefined : 'member'} />
        <SourceField form={form} choices={choices} limit={limit} />
        <MoneyField
          label={t(($) => $.loans.pay.amount)}
          description={owed && <DueSentence due={owed.due} />}
          usual={expected}
          {...form.field('amount')}
          autoFocus={known !== undefined}
        />
        {loan && owed && source !== fromHeld && (
          <ExcessField
            key={`${loan.loanId} ${values.amount}`}
            excess={values.excess}
            usual={loan.excess}
            above={sumSen([values.amount ?? 0, -(expected ?? 0)])}
            isAhead={(values.amount ?? 0) + waived > owed.due.total}
            isTold={values.amount !== null && expected !== undefined && values.amount < expected * 10}
            onChange={(excess) => form.set('excess', excess)}
          />
        )}
        {owed && <WaiverFields form={form} penalty={owed.due.penalty} />}
        <DateField label={t(($) => $.loans.form.date)} today={today} {...form.field('date')} />
        {source === fromCash && <BoxField form={form} />}
      </FormFrame>
      {loan && <PaymentSplit asked={asked} />}
    </div>
  )
}
