import { Checkbox } from '@mantine/core'
import { yearOf } from '../../../../shared/calendar.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { CountField, RateField } from '../../../ui/fields/NumberField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import type { ProductFormProps } from './product-form.ts'
import { type RulesValues, rulesInput, rulesOf, rulesValues } from './rules-values.ts'
import { Section } from './Section.tsx'

/** When a product may be drawn, what that costs before its time, and how it is paid in. */
export function RulesForm({ product, onSaved }: ProductFormProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const year = yearOf(today)
  const has = rulesOf(product.kind)
  const form = useEntryForm({
    initial: rulesValues(product, year),
    save: (values, requestId) =>
      client.savings.updateProduct({ requestId, product: product.product, ...rulesInput(product.kind, values) }),
    onSaved: (answer) => {
      form.reset(rulesValues(answer, year))
      onSaved(t(($) => $.savingsRules.rules.saved, { name: language === 'en' ? answer.nameEn : answer.nameId }))
    },
  })
  const title = t(($) => $.savingsRules.rules.title)
  return (
    <Section title={title}>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.savingsRules.rules.save)}>
        {has.lock && <LockFields form={form} today={today} />}
        <EarlyFields form={form} kind={product.kind} />
        <MoneyField
          label={t(($) => $.savingsRules.rules.minimumDeposit)}
          {...form.field('minimumDeposit')}
          withoutWords
        />
        {has.instalments && (
          <CountField
            label={t(($) => $.savingsRules.rules.instalments)}
            unit={t(($) => $.savingsRules.rules.months)}
            {...form.field('instalments')}
          />
        )}
        <CountField
          label={t(($) => $.savingsRules.rules.passbookLines)}
          unit={t(($) => $.savingsRules.rules.lines)}
          {...form.field('passbookLines')}
        />
        {has.collected && (
          <Checkbox
            label={t(($) => $.savingsRules.rules.collected)}
            checked={form.values.collected}
            onChange={(event) => form.set('collected', event.currentTarget.checked)}
          />
        )}
      </FormFrame>
    </Section>
  )
}

interface LockFieldsProps {
  readonly form: EntryForm<RulesValues>
  readonly today: string
}

function LockFields({ form, today }: LockFieldsProps) {
  const { t } = useText()
  return (
    <>
      <ChoiceField
        label={t(($) => $.savingsRules.rules.lock)}
        {...form.field('lock')}
        choices={(['none', 'until_exit', 'until_date', 'until_purpose'] as const).map((value) => ({
          value,
          label: t(($) => $.savingsRules.rules.locks[value]),
        }))}
      />
      {form.values.lock === 'until_date' && (
        <>
          <DateField
            label={t(($) => $.savingsRules.rules.unlocksOn)}
            today={today}
            anyDay
            {...form.field('unlocksOn')}
          />
          <Checkbox
            label={t(($) => $.savingsRules.rules.everyYear)}
            checked={form.values.isEveryYear}
            onChange={(event) => form.set('isEveryYear', event.currentTarget.checked)}
          />
        </>
      )}
    </>
  )
}

/** Only what waits for a day or a purpose can be drawn too early. */
function EarlyFields({ form, kind }: { readonly form: EntryForm<RulesValues>; readonly kind: string }) {
  const { t } = useText()
  const { lock, earlyWithdrawal } = form.values
  if (kind !== 'term' && lock !== 'until_date' && lock !== 'until_purpose') return null
  return (
    <>
      <ChoiceField
        label={t(($) => $.savingsRules.rules.early)}
        {...form.field('earlyWithdrawal')}
        choices={(['refused', 'forfeit_interest', 'penalty_pct'] as const).map((value) => ({
          value,
          label: t(($) => $.savingsRules.rules.earlies[value]),
        }))}
      />
      {earlyWithdrawal === 'penalty_pct' && (
        <RateField label={t(($) => $.savingsRules.rules.earlyPct)} {...form.field('earlyPct')} />
      )}
    </>
  )
}
