import { Group } from '@mantine/core'
import type { Answers } from '../../../shared/contract/index.ts'
import { CashAccountSelect } from '../../app/CashAccountSelect.tsx'
import { CashCountFields } from '../../app/CashCountFields.tsx'
import { type CountValues, countInput, countPaths } from '../../app/cash-count.ts'
import { useBook } from '../../app/session.tsx'
import { useAsked } from '../../app/use-asked.ts'
import { client } from '../../client.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'

interface Values extends CountValues {
  readonly date: string | null
  readonly cashAccount: string | null
}

interface CountFormProps {
  readonly onSaved: (counted: Answers['cash']['count']) => void
}

export function CountForm({ onSaved }: CountFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const asked = useAsked()
  const initial: Values = {
    ...{ date: asked.date ?? today, cashAccount: asked.account ?? null },
    ...{ pieces: {}, first: '', second: '', reason: '' },
  }
  const form = useEntryForm({
    initial,
    save: (values: Values, requestId) =>
      client.cash.count({
        ...{ requestId, date: values.date ?? '', cashAccount: values.cashAccount ?? '' },
        ...countInput(values),
      }),
    onSaved,
    paths: countPaths,
  })
  const { pieces, cashAccount, date } = form.values
  return (
    <FormFrame
      form={form}
      label={t(($) => $.cash.count.title)}
      saveLabel={t(($) => $.cash.count.save)}
      maxWidth="48rem"
    >
      <Group grow align="flex-start" gap="md">
        <DateField label={t(($) => $.cash.date)} today={today} {...form.field('date')} />
        <CashAccountSelect
          label={t(($) => $.cash.count.cashAccount)}
          onHandOnly
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      </Group>
      <CashCountFields
        {...{ pieces, cashAccount, date }}
        onChange={(changed) => form.set('pieces', changed)}
        first={form.field('first')}
        second={form.field('second')}
        reason={form.field('reason')}
      />
    </FormFrame>
  )
}
