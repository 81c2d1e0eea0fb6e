import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { loanClasses } from '../../../../shared/rules/allowance.ts'
import { client } from '../../../client.ts'
import { Done } from '../../../ui/display/Done.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { CountField, RateField } from '../../../ui/fields/NumberField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../settings.module.css'
import { FormPart } from './FormPart.tsx'
import { letters, type PolicyValues, policyInput, policyPaths, policyValues } from './policy-values.ts'

/** Classes, what is set aside, when letters go out, and when interest is income. */
export function LoanPolicyForm({ policy }: { readonly policy: Answers['loans']['policy'] }) {
  const { t } = useText()
  const [sentence, setSentence] = useState<string>()
  const form = useEntryForm({
    initial: policyValues(policy),
    save: (values, requestId) => client.loans.setPolicy({ requestId, ...policyInput(values) }),
    onSaved: (answer) => {
      form.reset(policyValues(answer))
      setSentence(t(($) => $.loanRules.policy.saved))
    },
    paths: policyPaths,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.loanRules.policy.title)}
      saveLabel={t(($) => $.loanRules.policy.save)}
      maxWidth="44rem"
      actions={<Done sentence={form.isDirty() ? undefined : sentence} />}
    >
      <ClassFields form={form} />
      <FormPart title={t(($) => $.loanRules.policy.allowance)} text={t(($) => $.loanRules.policy.allowanceHint)}>
        {loanClasses.map((name) => (
          <RateField key={name} label={t(($) => $.loans.class[name])} {...form.field(name)} />
        ))}
      </FormPart>
      <FormPart title={t(($) => $.loanRules.policy.letters)} text={t(($) => $.loanRules.policy.lettersHint)}>
        {letters.map((letter) => (
          <CountField
            key={letter}
            label={t(($) => $.loanRules.policy.letter[letter])}
            unit={t(($) => $.loanRules.days)}
            {...form.field(letter)}
          />
        ))}
      </FormPart>
      <IncomeFields form={form} />
    </FormFrame>
  )
}

interface FieldsProps {
  readonly form: EntryForm<PolicyValues>
}

function ClassFields({ form }: FieldsProps) {
  const { t } = useText()
  const { collectibilityPreset } = form.values
  return (
    <FormPart title={t(($) => $.loanRules.policy.classes)}>
      <div className={classes.whole}>
        <ChoiceField
          label={t(($) => $.loanRules.policy.preset)}
          description={t(($) => $.loanRules.policy.presetHints[collectibilityPreset])}
          {...form.field('collectibilityPreset')}
          choices={(['ksp_2009', 'days_30_180_270'] as const).map((value) => ({
            value,
            label: t(($) => $.loanRules.policy.presets[value]),
          }))}
        />
      </div>
      {collectibilityPreset === 'ksp_2009' && (
        <CountField
          label={t(($) => $.loanRules.policy.doubtfulMonths)}
          unit={t(($) => $.loans.months)}
          {...form.field('doubtfulMonthsMax')}
        />
      )}
    </FormPart>
  )
}

/** Only interest that is booked when it falls due can be cut off at the end of a year. */
function IncomeFields({ form }: FieldsProps) {
  const { t } = useText()
  return (
    <FormPart title={t(($) => $.loanRules.policy.income)}>
      <ChoiceField
        label={t(($) => $.loanRules.policy.incomeWhen)}
        {...form.field('income')}
        choices={(['when_due', 'when_paid'] as const).map((value) => ({
          value,
          label: t(($) => $.loanRules.policy.incomes[value]),
        }))}
      />
      {form.values.income === 'when_due' && (
        <div className={classes.whole}>
          <Checkbox
            label={t(($) => $.loanRules.policy.yearEnd)}
            checked={form.values.yearEndCutOff}
            onChange={(event) => form.set('yearEndCutOff', event.currentTarget.checked)}
          />
        </div>
      )}
    </FormPart>
  )
}
