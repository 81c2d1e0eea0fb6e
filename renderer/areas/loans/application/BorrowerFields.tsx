import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useLoanProductNames } from '../../../app/loan-product-names.ts'
import { MemberSearch } from '../../../app/MemberSearch.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

export interface LoanChoiceValues {
  readonly member: PickedMember | null
  readonly loan: string | null
}

interface BorrowerProps {
  readonly form: Pick<EntryForm<LoanChoiceValues>, 'field' | 'set' | 'errorAt'>
  readonly loans: readonly Loan[] | undefined
  readonly chosen: Loan | undefined
  /** Where the focus is first: on who it is, on her loan, or on what comes behind them. */
  readonly focus: 'member' | 'loan' | undefined
}

/** Whose loan, and which one. */
export function BorrowerFields({ form, loans, chosen, focus }: BorrowerProps) {
  const { t } = useText()
  return (
    <>
      <MemberSearch
        label={t(($) => $.loans.form.member)}
        status="all"
        {...form.field('member')}
        autoFocus={focus === 'member'}
      />
      <LoanChoice
        loans={loans}
        chosen={chosen}
        onChange={(loanId) => form.set('loan', loanId)}
        error={form.errorAt('loan')}
        autoFocus={focus === 'loan'}
      />
    </>
  )
}

interface LoanChoiceProps {
  /** The running loans of the member; undefined while nobody is chosen. */
  readonly loans: readonly Loan[] | undefined
  readonly chosen: Loan | undefined
  readonly onChange: (loanId: string) => void
  readonly error: string | undefined
  readonly autoFocus: boolean
}

/** Which loan of the member is meant; the only one is chosen by itself. */
function LoanChoice({ loans, chosen, onChange, error, autoFocus }: LoanChoiceProps) {
  const { t } = useText()
  const nameOf = useLoanProductNames()
  return (
    <ChoiceField
      label={t(($) => $.loans.form.loan)}
      name="loan"
      value={chosen?.loanId ?? ''}
      onChange={onChange}
      none={t(($) => $.loans.form.choose)}
      description={loans?.length === 0 ? t(($) => $.loans.form.noLoan) : undefined}
      error={error}
      choices={(loans ?? []).map(({ loanId, number, product, productName, outstanding }) => ({
        value: loanId,
        label: t(($) => $.loans.form.choice, {
          number,
          product: nameOf(product, productName),
          outstanding: formatRupiah(outstanding),
        }),
      }))}
      autoFocus={autoFocus}
    />
  )
}

/** The loan that is meant: the one chosen, or the only one there is. */
export function meantLoan(loans: readonly Loan[] | undefined, loanId: string | null): Loan | undefined {
  return loans?.find((loan) => loan.loanId === loanId) ?? (loans?.length === 1 ? loans[0] : undefined)
}
