import { Text } from '@mantine/core'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { useBook } from '../../../app/session.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../capital.module.css'
import { BudgetFields } from './BudgetFields.tsx'
import { type FundValues, fundTreatments } from './fund-values.ts'

interface FundFieldsProps {
  readonly form: EntryForm<FundValues>
  /** How the money of a known agreement is treated stays; it is closed and opened again instead. */
  readonly isKnown?: boolean
}

/** What was agreed with who gives, and the budget. */
export function FundFields({ form, isKnown = false }: FundFieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const { treatment } = form.values
  return (
    <>
      <div className={classes.two}>
        <TextField label={t(($) => $.capital.fund.name)} {...form.field('name')} autoFocus />
        <TextField label={t(($) => $.capital.fund.donor)} {...form.field('donor')} />
        <TextField label={t(($) => $.capital.fund.purpose)} {...form.field('purpose')} />
        {isKnown ? (
          <StateField form={form} />
        ) : (
          <ChoiceField
            label={t(($) => $.capital.fund.treatment)}
            description={t(($) => $.capital.treatmentText[treatment])}
            {...form.field('treatment')}
            choices={fundTreatments.map((value) => ({ value, label: t(($) => $.capital.treatment[value]) }))}
          />
        )}
        <DateField label={t(($) => $.capital.fund.from)} today={today} anyDay {...form.field('from')} />
        <DateField label={t(($) => $.capital.fund.to)} today={today} anyDay {...form.field('to')} />
        <TextField label={t(($) => $.capital.agreementNumber)} {...form.field('agreementNumber')} />
        <CashAccountSelect
          label={t(($) => $.capital.fund.cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
          bankOnly
        />
      </div>
      <TextField label={t(($) => $.capital.fund.restriction)} {...form.field('restriction')} />
      <Text fw={650}>{t(($) => $.capital.fund.budget)}</Text>
      <BudgetFields form={form} />
    </>
  )
}

function StateField({ form }: Pick<FundFieldsProps, 'form'>) {
  const { t } = useText()
  return (
    <ChoiceField
      label={t(($) => $.capital.fund.state)}
      description={t(($) => $.capital.fund.stateText)}
      {...form.field('state')}
      choices={(['open', 'closed'] as const).map((value) => ({ value, label: t(($) => $.capital.fund.states[value]) }))}
    />
  )
}
