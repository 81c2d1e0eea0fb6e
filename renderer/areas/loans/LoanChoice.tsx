import { formatRupiah } from '../../../shared/rules/money.ts'
import { useLoanProductNames } from '../../app/loan-product-names.ts'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { useText } from '../../ui/text.ts'
import type { Loan } from './loan-words.ts'

interface LoanChoiceProps {
  /** The running loans of the member; undefined while nobody is chosen. */
  readonly loans: readonly Loan[] | undefined
  readonly chosen: Loan | undefined
  readonly onChange: (loanId: string) => void
  readonly error: string | undefined
  readonly autoFocus?: boolean
}

/** Which loan of the member is meant; the only one is chosen by itself. */
export function LoanChoice({ loans, chosen, onChange, error, autoFocus }: LoanChoiceProps) {
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
      autoFocus={autoFocus ?? false}
    />
  )
}

/** The loan that is meant: the one chosen, or the only one there is. */
export function meantLoan(loans: readonly Loan[] | undefined, loanId: string | null): Loan | undefined {
  return loans?.find((loan) => loan.loanId === loanId) ?? (loans?.length === 1 ? loans[0] : undefined)
}
