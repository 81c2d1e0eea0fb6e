import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { CountField, RateField } from '../../../ui/fields/NumberField.tsx'
import { useText } from '../../../ui/text.ts'
import { FormPart, type PartProps } from './FormPart.tsx'

/** How much is lent for how long, and what a loan above some amount needs. */
export function LimitFields({ form }: PartProps) {
  const { t } = useText()
  const text = `${t(($) => $.loanRules.optional)} ${t(($) => $.loanRules.limitHint)}`
  return (
    <FormPart title={t(($) => $.loanRules.part.limits)} text={text}>
      <MoneyField label={t(($) => $.loanRules.principalMax)} {...form.field('principalMax')} withoutWords />
      <CountField
        label={t(($) => $.loanRules.monthsMax)}
        unit={t(($) => $.loans.months)}
        {...form.field('monthsMax')}
      />
      <MoneyField label={t(($) => $.loanRules.collateralAbove)} {...form.field('collateralAbove')} withoutWords />
      <MoneyField label={t(($) => $.loanRules.guarantorAbove)} {...form.field('guarantorAbove')} withoutWords />
      <RateField
        label={t(($) => $.loanRules.timesSavings)}
        unit={t(($) => $.loanRules.times)}
        {...form.field('timesSavings')}
      />
    </FormPart>
  )
}
