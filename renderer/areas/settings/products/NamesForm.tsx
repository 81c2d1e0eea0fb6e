import { Checkbox, Select } from '@mantine/core'
import { client } from '../../../client.ts'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { units } from '../cooperative-values.ts'
import type { ProductFormProps } from './product-form.ts'
import { Section } from './Section.tsx'

/** What a product is called, whose books it lies in, and whether it is offered. */
export function NamesForm({ product, onSaved }: ProductFormProps) {
  const { t, language } = useText()
  const form = useEntryForm({
    initial: { nameId: product.nameId, nameEn: product.nameEn, unit: product.unit, active: product.active },
    save: ({ unit, ...values }, requestId) => {
      const known = units.find((one) => one === unit)
      return client.savings.updateProduct({
        requestId,
        product: product.product,
        ...values,
        ...(known === undefined ? {} : { unit: known }),
      })
    },
    onSaved: (answer) => {
      form.reset({ nameId: answer.nameId, nameEn: answer.nameEn, unit: answer.unit, active: answer.active })
      onSaved(t(($) => $.settings.products.saved, { name: language === 'en' ? answer.nameEn : answer.nameId }))
    },
  })
  const title = t(($) => $.settings.products.name)
  return (
    <Section title={title}>
      <FormFrame form={form} label={title}>
        <TextField label={t(($) => $.settings.products.nameId)} {...form.field('nameId')} />
        <TextField label={t(($) => $.settings.products.nameEn)} {...form.field('nameEn')} />
        <Select
          label={t(($) => $.settings.products.unit)}
          data={units.map((unit) => ({ value: unit, label: t(($) => $.settings.cooperative.unit[unit]) }))}
          value={form.values.unit}
          onChange={(unit) => unit !== null && form.set('unit', unit)}
          error={form.errorAt('unit')}
        />
        <Checkbox
          label={t(($) => $.settings.products.use)}
          checked={form.values.active}
          onChange={(event) => form.set('active', event.currentTarget.checked)}
        />
      </FormFrame>
    </Section>
  )
}
