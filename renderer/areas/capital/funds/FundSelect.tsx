import { formatRupiah } from '../../../../shared/rules/money.ts'
import { type Fund, leftOfFund } from '../../../app/use-open-funds.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { FieldBinding } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'

interface FundSelectProps extends FieldBinding<string> {
  readonly funds: readonly Fund[] | undefined
  /** Why there is none to choose. */
  readonly empty: string
  readonly autoFocus?: boolean
}

/** One of the funds, with what is left of it. */
export function FundSelect({ funds, empty, ...field }: FundSelectProps) {
  const { t } = useText()
  return (
    <ChoiceField
      label={t(($) => $.capital.move.fund)}
      none={t(($) => $.capital.choose)}
      description={funds?.length === 0 ? empty : undefined}
      {...field}
      choices={(funds ?? []).map((fund) => ({
        value: fund.fundId,
        label: `${fund.name} (${formatRupiah(leftOfFund(fund))})`,
      }))}
    />
  )
}
