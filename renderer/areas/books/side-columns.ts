import type { Column } from '../../ui/table/columns.ts'
import { useText } from '../../ui/text.ts'

/** The debit and the credit column; a side without an amount stays empty. */
export function useSideColumns(): readonly Column<{ readonly debit: number; readonly credit: number }>[] {
  const { t } = useText()
  return [
    { key: 'debit', title: t(($) => $.bookkeeping.debit), kind: 'money', hideZero: true, value: ({ debit }) => debit },
    {
      key: 'credit',
      title: t(($) => $.bookkeeping.credit),
      kind: 'money',
      hideZero: true,
      value: ({ credit }) => credit,
    },
  ]
}
