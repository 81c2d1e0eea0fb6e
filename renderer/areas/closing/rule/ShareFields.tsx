import { Button, Text } from '@mantine/core'
import { serviceBases, shareTargets } from '../../../../shared/rules/surplus-bylaw.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { RateField } from '../../../ui/fields/NumberField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../closing.module.css'
import type { RuleValues, ShareRow } from './rule-values.ts'

interface ShareFieldsProps {
  readonly form: EntryForm<RuleValues>
  /** Which part, counted from zero. */
  readonly at: number
}

/** One part of the surplus: its name, its percentage and where it goes; by business also what counts. */
export function ShareFields({ form, at }: ShareFieldsProps) {
  const { t } = useText()
  const share = form.values.shares[at]
  if (share === undefined) return null
  const n = at + 1
  const change = (part: Partial<ShareRow>) =>
    form.set(
      'shares',
      form.values.shares.map((one, index) => (index === at ? { ...one, ...part } : one)),
    )
  return (
    <div className={classes.share}>
      <TextField
        label={t(($) => $.shu.rule.part, { n })}
        name={`shares.${at}.key`}
        value={share.name}
        onChange={(name) => change({ name })}
        error={form.errorAt(`shares.${at}.key`)}
        autoFocus={share.name === ''}
      />
      <RateField
        label={t(($) => $.shu.rule.pct, { n })}
        name={`shares.${at}.pct`}
        value={share.pct}
        onChange={(pct) => change({ pct })}
        error={form.errorAt(`shares.${at}.pct`)}
      />
      <ChoiceField
        label={t(($) => $.shu.rule.to, { n })}
        name={`shares.${at}.to`}
        value={share.to}
        onChange={(to) => change({ to })}
        error={form.errorAt(`shares.${at}.to`)}
        choices={shareTargets.map((value) => ({ value, label: t(($) => $.shu.target[value]) }))}
      />
      <Button
        variant="subtle"
        color="red"
        aria-label={t(($) => $.shu.rule.remove, { n })}
        onClick={() =>
          form.set(
            'shares',
            form.values.shares.filter((_, index) => index !== at),
          )
        }
      >
        ✕
      </Button>
      {share.to === 'by_services' && <Weights form={form} at={at} share={share} onChange={change} />}
    </div>
  )
}

interface WeightsProps extends ShareFieldsProps {
  readonly share: ShareRow
  readonly onChange: (part: Partial<ShareRow>) => void
}

function Weights({ form, at, share: { weights }, onChange }: WeightsProps) {
  const { t } = useText()
  const error = form.errorAt(`shares.${at}.bases`)
  return (
    <div className={classes.weights}>
      {serviceBases.map((basis) => (
        <RateField
          key={basis}
          label={t(($) => $.shu.rule.basis, { basis: t(($) => $.shu.basis[basis]) })}
          name={`shares.${at}.bases.${basis}`}
          value={weights[basis]}
          unit="×"
          onChange={(weight) => onChange({ weights: { ...weights, [basis]: weight } })}
        />
      ))}
      <Text size="sm" c={error === undefined ? 'gray.7' : 'red.9'}>
        {error ?? t(($) => $.shu.rule.basisText)}
      </Text>
    </div>
  )
}
