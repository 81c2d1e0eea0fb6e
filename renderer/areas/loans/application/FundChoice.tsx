import { formatRupiah } from '../../../../shared/rules/money.ts'
import { leftOfFund, useOpenFunds } from '../../../app/use-open-funds.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { FieldBinding } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'

/** Whose money is lent; asked only where there is a fund that is lent on. */
export function FundChoice(field: FieldBinding<string>) {
  const { t } = useText()
  const funds = useOpenFunds(({ treatment }) => treatment === 'revolving') ?? []
  if (funds.length === 0) return null
  const chosen = funds.find(({ fundId }) => fundId === field.value)
  return (
    <ChoiceField
      label={t(($) => $.loans.apply.fund)}
      none={t(($) => $.loans.apply.ownMoney)}
      {...field}
      // In the closed list a long name leaves no room for the amount behind it.
      description={chosen && t(($) => $.loans.apply.fundLeft, { free: formatRupiah(leftOfFund(chosen)) })}
      choices={funds.map((fund) => ({
        value: fund.fundId,
        label: t(($) => $.loans.apply.fundFree, { name: fund.name, free: formatRupiah(leftOfFund(fund)) }),
      }))}
    />
  )
}
