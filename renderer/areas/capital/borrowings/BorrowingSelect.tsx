import { formatRupiah } from '../../../../shared/rules/money.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { FieldBinding } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import type { Borrowing } from './use-borrowings.ts'

interface BorrowingSelectProps extends FieldBinding<string> {
  readonly label: string
  readonly rows: readonly Borrowing[] | undefined
  /** Why there is none to choose. */
  readonly empty: string
  readonly autoFocus?: boolean
  /** What one is called in the list; with what is owed of it unless said otherwise. */
  readonly nameOf?: (row: Borrowing) => string
}

function withOwed({ number, lender, owed }: Borrowing): string {
  return `${number} ${lender} (${formatRupiah(owed)})`
}

/** One of what is owed, with how much. */
export function BorrowingSelect({ label, rows, empty, nameOf = withOwed, ...field }: BorrowingSelectProps) {
  const { t } = useText()
  const choices = (rows ?? []).map((row) => ({ value: row.borrowingId, label: nameOf(row) }))
  const description = rows?.length === 0 ? empty : undefined
  return <ChoiceField {...{ label, description, choices }} none={t(($) => $.capital.choose)} {...field} />
}
