import { Select, Text } from '@mantine/core'
import { monthOf } from '../../../../shared/calendar.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { useDueWords } from './due-words.ts'
import { monthsAround } from './months-around.ts'
import type { ProductFormProps } from './product-form.ts'
import { Section } from './Section.tsx'

/** What is due from which month on: what was due before stays as it was. */
export function DueForm({ product, onSaved }: ProductFormProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const words = useDueWords()
  const usual = product.dues.at(-1)?.amount
  const form = useEntryForm({
    initial: { amount: null as number | null, fromMonth: monthOf(today) },
    save: ({ amount, fromMonth }, requestId) =>
      client.savings.setDue({ requestId, product: product.product, fromMonth, amount: amount ?? -1 }),
    onSaved: (answer) => {
      const name = language === 'en' ? answer.nameEn : answer.nameId
      onSaved(t(($) => $.settings.products.dueSaved, { name }))
    },
  })
  const title = t(($) => $.settings.products.dueTitle)
  return (
    <Section title={title}>
      <Text mb="sm">{t(($) => $.settings.products.dueNow, { due: words(product) })}</Text>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.settings.products.saveDue)}>
        <MoneyField
          label={t(($) => $.settings.products.dueAmount)}
          {...(usual === undefined ? {} : { usual })}
          {...form.field('amount')}
        />
        <Select
          label={t(($) => $.settings.products.fromMonth)}
          data={monthsAround(monthOf(today), language)}
          value={form.values.fromMonth}
          onChange={(month) => month !== null && form.set('fromMonth', month)}
          error={form.errorAt('fromMonth')}
          searchable
        />
      </FormFrame>
    </Section>
  )
}
