import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Answers } from '../../../../shared/contract/index.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { useProductNames } from '../../../app/product-names.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

interface Values {
  readonly who: 'all' | 'picked'
  readonly date: string | null
  /** `cash`, or the product of savings it goes onto. */
  readonly way: string
  readonly cashAccount: string | null
}

interface PayFormProps {
  readonly year: number
  readonly decidedOn: string
  /** Members who were picked in the list. */
  readonly picked: readonly string[]
  readonly onPaid: (payment: Answers['closing']['payShu']) => void
}

/** Pays what is not paid yet, to all or to those picked, in cash or onto savings. */
export function PayForm({ year, decidedOn, picked, onPaid }: PayFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const nameOf = useProductNames()
  const products = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const onto = (products.data?.rows ?? []).filter(({ active, kind }) => active && kind !== 'term')
  const form = useEntryForm({
    initial: { who: 'all', date: today < decidedOn ? decidedOn : today, way: 'cash', cashAccount: null } as Values,
    save: ({ who, date, way, cashAccount }, requestId) =>
      client.closing.payShu({
        ...{ requestId, year, date: date ?? '' },
        ...(way === 'cash' ? { cashAccount: cashAccount ?? '' } : { product: way }),
        ...(who === 'picked' && { memberIds: [...picked] }),
      }),
    onSaved: onPaid,
    paths: { memberIds: 'who' },
  })
  const title = t(($) => $.shu.pay.title)
  const { who, way } = form.values
  const { error, ...whom } = form.field('who')
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {title}
      </Title>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.shu.pay.save)}>
        <ChoiceField
          label={t(($) => $.shu.pay.who)}
          {...whom}
          error={error === undefined ? undefined : t(($) => $.shu.pay.nobody)}
          choices={[
            { value: 'all', label: t(($) => $.shu.pay.all) },
            { value: 'picked', label: t(($) => $.shu.pay.picked, { count: picked.length }) },
          ]}
        />
        {who === 'picked' && <Text size="sm">{t(($) => $.shu.pay.pickText)}</Text>}
        <DateField label={t(($) => $.shu.pay.date)} today={today} {...form.field('date')} />
        <ChoiceField
          label={t(($) => $.shu.pay.way)}
          {...form.field('way')}
          choices={[
            { value: 'cash', label: t(($) => $.shu.pay.cash) },
            ...onto.map(({ product, nameId }) => ({
              value: product,
              label: t(($) => $.shu.pay.toSavings, { product: nameOf(product, nameId) }),
            })),
          ]}
        />
        {way === 'cash' && (
          <CashAccountSelect
            label={t(($) => $.shu.pay.cashAccount)}
            {...form.field('cashAccount')}
            onOffer={form.offer('cashAccount')}
          />
        )}
      </FormFrame>
    </>
  )
}
