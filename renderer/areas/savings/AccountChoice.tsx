import { NativeSelect } from '@mantine/core'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { useProductNames } from '../../app/product-names.ts'
import { useText } from '../../ui/text.ts'
import type { SavingsChoice } from './savings-choices.ts'

interface AccountChoiceProps {
  readonly choices: readonly SavingsChoice[]
  readonly chosen: SavingsChoice | undefined
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly isFirst: boolean
  readonly onChange: (value: string) => void
}

/** Which of her savings is meant, with what lies on each. */
export function AccountChoice({ choices, chosen, hint, error, isFirst, onChange }: AccountChoiceProps) {
  const { t } = useText()
  const nameOf = useProductNames()
  const labelOf = ({ product, balance }: SavingsChoice) =>
    balance === undefined
      ? t(($) => $.savings.form.choiceNew, { product: nameOf(product) })
      : t(($) => $.savings.form.choice, { product: nameOf(product), balance: formatRupiah(balance) })
  const due = chosen?.due ? formatRupiah(chosen.due) : undefined
  const dueText =
    due === undefined
      ? undefined
      : chosen?.kind === 'principal'
        ? t(($) => $.savings.form.dueOnce, { amount: due })
        : t(($) => $.savings.form.due, { amount: due })
  return (
    <NativeSelect
      size="md"
      label={t(($) => $.savings.form.account)}
      name="account"
      description={dueText ?? hint}
      error={error}
      value={chosen?.value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        ...(chosen === undefined ? [{ value: '', label: t(($) => $.savings.form.choose) }] : []),
        ...choices.map((choice) => ({ value: choice.value, label: labelOf(choice) })),
      ]}
      autoFocus={isFirst}
    />
  )
}
