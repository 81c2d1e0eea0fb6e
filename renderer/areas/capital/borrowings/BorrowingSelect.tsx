import { formatRupiah } from '../../../../shared/rules/money.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { FieldBinding } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import type { Borrowing } from './use-borrowings.ts'

interface BorrowingSelectProps extends FieldBinding<string> {
  readonly label: string
  readonly rows: readonly Borrowing[] | undefined
  readonly autoFocus?: boolean
}

/** One of what is owed, with how much. */
export function BorrowingSelect({ label, rows = [], ...field }: BorrowingSelectProps) {
  const { t } = useText()
  const choices = rows.map(({ borrowingId, number, lender, owed }) => ({
    ...{ value: borrowingId, label: `${number} ${lender} (${formatRupiah(owed)})` },
  }))
  return <ChoiceField label={label} none={t(($) => $.capital.choose)} {...field} choices={choices} />
}
