import { Checkbox } from '@mantine/core'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useText } from '../../../ui/text.ts'
import { units } from '../cooperative-values.ts'
import { FormPart, type PartProps } from './FormPart.tsx'

/** What it is called, whose books it lies in, and whether it is offered. */
export function NameFields({ form }: PartProps) {
  const { t } = useText()
  return (
    <FormPart title={t(($) => $.loanRules.part.names)}>
      <TextField label={t(($) => $.settings.products.nameId)} {...form.field('nameId')} />
      <TextField label={t(($) => $.settings.products.nameEn)} {...form.field('nameEn')} />
      <ChoiceField
        label={t(($) => $.settings.products.unit)}
        {...form.field('unit')}
        choices={units.map((unit) => ({ value: unit as string, label: t(($) => $.settings.cooperative.unit[unit]) }))}
      />
      <Checkbox
        label={t(($) => $.loanRules.use)}
        checked={form.values.active}
        onChange={(event) => form.set('active', event.currentTarget.checked)}
        mt="xl"
      />
    </FormPart>
  )
}
