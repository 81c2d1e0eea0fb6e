import { ActionIcon, Button, Text } from '@mantine/core'
import { ClearIcon } from '../../../ui/display/icons.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { YearlyRateField } from '../../../ui/fields/YearlyRateField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../settings.module.css'
import type { InterestValues, TierLine } from './interest-values.ts'

/** One rate for every balance, or steps by balance; the first holds from nothing on. */
export function TierFields({ form, isTerm }: { readonly form: EntryForm<InterestValues>; readonly isTerm: boolean }) {
  const { t } = useText()
  const { tiers } = form.values
  const change = (key: string, part: Partial<TierLine>) =>
    form.set(
      'tiers',
      tiers.map((tier) => (tier.key === key ? { ...tier, ...part } : tier)),
    )
  const add = () => form.set('tiers', [...tiers, { key: crypto.randomUUID(), from: null, rate: null }])
  const [only] = tiers
  return (
    <div>
      {tiers.length === 1 && only ? (
        <YearlyRateField
          label={t(($) => $.savingsRules.interest.ratePct)}
          description={t(($) => $.savingsRules.interest[isTerm ? 'termHint' : 'ratePctHint'])}
          value={only.rate}
          onChange={(rate) => change(only.key, { rate })}
          error={form.errorAt('tiers.0.ratePctPerYear')}
        />
      ) : (
        <fieldset className={classes.tiers}>
          <legend>{t(($) => $.savingsRules.interest.tiers)}</legend>
          <Text size="sm" c="gray.7">
            {t(($) => $.savingsRules.interest.tiersHint)}
          </Text>
          {tiers.map((tier, index) => (
            <TierRow key={tier.key} form={form} tier={tier} index={index} change={change} />
          ))}
        </fieldset>
      )}
      {!isTerm && (
        <Button variant="default" size="sm" mt="xs" onClick={add}>
          {t(($) => $.savingsRules.interest.addTier)}
        </Button>
      )}
    </div>
  )
}

interface TierRowProps {
  readonly form: EntryForm<InterestValues>
  readonly tier: TierLine
  readonly index: number
  readonly change: (key: string, part: Partial<TierLine>) => void
}

function TierRow({ form, tier, index, change }: TierRowProps) {
  const { t } = useText()
  const named = { line: index + 1 }
  return (
    <div className={classes.tier}>
      <MoneyField
        label={t(($) => $.savingsRules.interest.tierFrom, named)}
        isLabelHidden
        withoutWords
        value={tier.from}
        onChange={(from) => change(tier.key, { from })}
        disabled={index === 0}
        error={form.errorAt(`tiers.${index}.from`)}
      />
      <YearlyRateField
        label={t(($) => $.savingsRules.interest.tierRate, named)}
        isLabelHidden
        value={tier.rate}
        onChange={(rate) => change(tier.key, { rate })}
        error={form.errorAt(`tiers.${index}.ratePctPerYear`)}
      />
      {index > 0 && (
        <ActionIcon
          variant="subtle"
          color="gray.7"
          size="lg"
          mt={4}
          aria-label={t(($) => $.savingsRules.interest.removeTier, named)}
          onClick={() =>
            form.set(
              'tiers',
              form.values.tiers.filter(({ key }) => key !== tier.key),
            )
          }
        >
          <ClearIcon />
        </ActionIcon>
      )}
    </div>
  )
}
