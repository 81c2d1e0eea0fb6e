import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { CountField, RateField } from '../../../ui/fields/NumberField.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../settings.module.css'
import { FormPart, type PartProps } from './FormPart.tsx'

/** What an instalment costs that is late. */
export function PenaltyFields({ form }: PartProps) {
  const { t } = useText()
  const { penaltyKind } = form.values
  return (
    <FormPart title={t(($) => $.loanRules.part.penalty)}>
      <ChoiceField
        label={t(($) => $.loanRules.penaltyKind)}
        {...form.field('penaltyKind')}
        choices={(['none', 'pct_per_day', 'pct_per_month'] as const).map((value) => ({
          value,
          label: t(($) => $.loanRules.penaltyKinds[value]),
        }))}
      />
      {penaltyKind !== 'none' && (
        <>
          <RateField label={t(($) => $.loanRules.penaltyPct[penaltyKind])} {...form.field('penaltyPct')} />
          <CountField
            label={t(($) => $.loanRules.penaltyGrace)}
            unit={t(($) => $.loanRules.days)}
            {...form.field('penaltyGraceDays')}
          />
          <RateField label={t(($) => $.loanRules.penaltyCap)} {...form.field('penaltyCapPct')} />
        </>
      )}
    </FormPart>
  )
}

/** What money pays first, where more of it goes, and what paying back early costs. */
export function PaymentFields({ form }: PartProps) {
  const { t } = useText()
  return (
    <FormPart title={t(($) => $.loanRules.part.payments)}>
      <div className={classes.whole}>
        <ChoiceField
          label={t(($) => $.loanRules.allocation)}
          {...form.field('allocation')}
          choices={(
            ['interest_principal_penalty', 'penalty_interest_principal', 'principal_interest_penalty'] as const
          ).map((value) => ({ value, label: t(($) => $.loanRules.allocations[value]) }))}
        />
      </div>
      <div className={classes.whole}>
        <ChoiceField
          label={t(($) => $.loanRules.excess)}
          {...form.field('excess')}
          choices={(['prepay', 'hold'] as const).map((value) => ({
            value,
            label: t(($) => $.loanRules.excesses[value]),
          }))}
        />
      </div>
      <div className={classes.whole}>
        <ChoiceField
          label={t(($) => $.loanRules.early)}
          {...form.field('earlySettlement')}
          choices={(['due', 'running', 'full'] as const).map((value) => ({
            value,
            label: t(($) => $.loanRules.earlies[value]),
          }))}
        />
      </div>
    </FormPart>
  )
}
