import { formatRupiah } from '../../../../shared/rules/money.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { FieldBinding } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import type { Fund } from './use-fund-choice.ts'

interface FundSelectProps extends FieldBinding<string> {
  readonly funds: readonly Fund[] | undefined
  readonly autoFocus?: boolean
}

/** One of the funds, with what is left of it. */
export function FundSelect({ funds = [], ...field }: FundSelectProps) {
  const { t } = useText()
  return (
    <ChoiceField
      label={t(($) => $.capital.move.fund)}
      none={t(($) => $.capital.choose)}
      {...field}
      choices={funds.map(({ fundId, name, balance }) => ({
        value: fundId,
        label: `${name} (${formatRupiah(balance)})`,
      }))}
    />
  )
}
