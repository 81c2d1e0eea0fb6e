import { Button, Checkbox, Select, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { addMonthsToMonth, type CalendarMonth, formatMonth, monthOf } from '../../../shared/calendar.ts'
import type { SavingsProduct } from '../../../shared/contract/savings.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { client } from '../../client.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { Done } from '../../ui/display/Done.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { units } from './cooperative-values.ts'

interface ProductFormProps {
  readonly product: SavingsProduct
  readonly onSaved: (sentence: string) => void
}

/** One savings product: its names and unit, and what is due from which month on. */
export function SavingsProductForm() {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { product: wanted } = useParams()
  const { data, error } = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const [sentence, setSentence] = useState<string>()
  const product = data?.rows.find((row) => row.product === wanted)
  if (!product) return <Complaint error={error} />
  const name = language === 'en' ? product.nameEn : product.nameId
  const hasDue = product.kind === 'mandatory' || product.kind === 'principal'
  return (
    <>
      <PageHead
        title={t(($) => $.settings.products.change, { name })}
        actions={
          <Button variant="default" onClick={() => void navigate('/settings/products')}>
            {t(($) => $.settings.products.back)}
          </Button>
        }
      />
      <Done sentence={sentence} />
      <Stack gap="xl">
        {hasDue && <DueForm product={product} onSaved={setSentence} />}
        <NamesForm product={product} onSaved={setSentence} />
      </Stack>
    </>
  )
}

function DueForm({ product, onSaved }: ProductFormProps) {
  const { t, language } = useText()
  const { today } = useBook()
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
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.settings.products.saveDue)} maxWidth="24rem">
        <MoneyField
          label={t(($) => $.settings.products.dueAmount)}
          {...(usual === undefined ? {} : { usual })}
          {...form.field('amount')}
        />
        <Select
          label={t(($) => $.settings.products.fromMonth)}
          data={monthsAround(monthOf(today)).map((month) => ({ value: month, label: formatMonth(month, language) }))}
          value={form.values.fromMonth}
          onChange={(month) => month !== null && form.set('fromMonth', month)}
          error={form.errorAt('fromMonth')}
          searchable
        />
      </FormFrame>
    </section>
  )
}

/** The months a due may begin in: a new one seldom lies further back or ahead. */
function monthsAround(month: CalendarMonth): CalendarMonth[] {
  return Array.from({ length: 49 }, (_, index) => addMonthsToMonth(month, index - 36)).reverse()
}

function NamesForm({ product, onSaved }: ProductFormProps) {
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
  return (
    <FormFrame form={form} label={t(($) => $.settings.products.name)} maxWidth="24rem">
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
  )
}
