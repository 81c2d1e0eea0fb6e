import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { RateField } from '../../../ui/fields/NumberField.tsx'
import { useText } from '../../../ui/text.ts'
import { FormPart, type PartProps } from './FormPart.tsx'

/** What is taken off a payout. */
export function FeeFields({ form }: PartProps) {
  const { t } = useText()
  return (
    <FormPart
      title={t(($) => $.loanRules.part.fees)}
      text={`${t(($) => $.loanRules.feesHint)} ${t(($) => $.loanRules.optional)}`}
    >
      <RateField label={t(($) => $.loanRules.provision)} {...form.field('provisionPct')} />
      <MoneyField label={t(($) => $.loanRules.administration)} {...form.field('administration')} withoutWords />
      <RateField label={t(($) => $.loanRules.insurance)} {...form.field('insurancePct')} />
      <RateField label={t(($) => $.loanRules.loanSavings)} {...form.field('loanSavingsPct')} />
      <MoneyField label={t(($) => $.loanRules.stamp)} {...form.field('stamp')} withoutWords />
      <ChoiceField
        label={t(($) => $.loanRules.stampPaidBy)}
        {...form.field('stampPaidBy')}
        choices={(['member', 'cooperative'] as const).map((value) => ({
          value,
          label: t(($) => $.loanRules.stampPayers[value]),
        }))}
      />
    </FormPart>
  )
}
