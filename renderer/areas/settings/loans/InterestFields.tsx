import { formatRupiah, sen } from '../../../../shared/rules/money.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { CountField, RateField } from '../../../ui/fields/NumberField.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../settings.module.css'
import { methods, stepsWith } from './choices.ts'
import { FormPart, type PartProps } from './FormPart.tsx'

/** How interest is reckoned and in which rhythm it is paid back. */
export function InterestFields({ form }: PartProps) {
  const { t } = useText()
  return (
    <FormPart title={t(($) => $.loanRules.part.interest)}>
      <div className={classes.whole}>
        <ChoiceField
          label={t(($) => $.loanRules.method)}
          {...form.field('method')}
          choices={methods.map((value) => ({ value, label: t(($) => $.loans.methodLong[value]) }))}
        />
      </div>
      <RateField label={t(($) => $.loanRules.ratePct)} {...form.field('rate')} />
      <ChoiceField
        label={t(($) => $.loanRules.ratePer)}
        {...form.field('ratePer')}
        choices={(['month', 'year'] as const).map((value) => ({ value, label: t(($) => $.loans.ratePer[value]) }))}
      />
      <CountField label={t(($) => $.loanRules.every)} {...form.field('every')} />
      <ChoiceField
        label={t(($) => $.loanRules.everyUnit)}
        {...form.field('everyUnit')}
        choices={(['month', 'week'] as const).map((value) => ({
          value,
          label: t(($) => $.loanRules.everyUnits[value]),
        }))}
      />
      <CountField
        label={t(($) => $.loanRules.gracePrincipal)}
        unit={t(($) => $.loans.months)}
        {...form.field('gracePrincipalMonths')}
      />
      <CountField
        label={t(($) => $.loanRules.graceAll)}
        unit={t(($) => $.loans.months)}
        {...form.field('graceAllMonths')}
      />
      <div className={classes.whole}>
        <ChoiceField
          label={t(($) => $.loanRules.dayCount)}
          {...form.field('dayCount')}
          choices={(['months', 'actual_365', 'actual_360'] as const).map((value) => ({
            value,
            label: t(($) => $.loanRules.dayCounts[value]),
          }))}
        />
      </div>
    </FormPart>
  )
}

/** To which whole amounts interest, principal and instalments are rounded. */
export function RoundingFields({ form }: PartProps) {
  const { t } = useText()
  const { roundTo, roundPaymentTo } = form.values
  const steps = (step: number | null) =>
    stepsWith(step).map((value) => ({ value: String(value), label: formatRupiah(sen(value)) }))
  return (
    <FormPart title={t(($) => $.loanRules.part.rounding)}>
      <ChoiceField
        label={t(($) => $.loanRules.roundTo)}
        value={String(roundTo)}
        onChange={(step) => form.set('roundTo', Number(step))}
        error={form.errorAt('roundTo')}
        choices={steps(roundTo)}
      />
      <ChoiceField
        label={t(($) => $.loanRules.rounding)}
        {...form.field('rounding')}
        choices={(['half_up', 'up', 'down'] as const).map((value) => ({
          value,
          label: t(($) => $.loanRules.roundings[value]),
        }))}
      />
      <ChoiceField
        label={t(($) => $.loanRules.roundPaymentTo)}
        value={roundPaymentTo === null ? '' : String(roundPaymentTo)}
        onChange={(step: string) => form.set('roundPaymentTo', step === '' ? null : Number(step))}
        error={form.errorAt('roundPaymentTo')}
        none={t(($) => $.loanRules.notRounded)}
        choices={steps(roundPaymentTo)}
      />
    </FormPart>
  )
}
