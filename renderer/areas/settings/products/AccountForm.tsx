import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import type { ProductFormProps } from './product-form.ts'
import { Section } from './Section.tsx'

/** Moves a product between equity and liabilities, every member's savings along with it. */
export function AccountForm({ product, onSaved }: ProductFormProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const accounts = useQuery(orpc.accounts.list.queryOptions({ input: {} }))
  const rows = (accounts.data?.rows ?? []).filter(({ subledger, active }) => subledger === 'savings' && active)
  const nameOf = (code: string) => {
    const account = rows.find((row) => row.code === code)
    return `${code} ${(language === 'en' ? account?.nameEn : account?.nameId) ?? ''}`.trim()
  }
  const form = useEntryForm({
    initial: { account: '', date: today as string | null },
    save: ({ account, date }, requestId) =>
      client.savings.reclassify({ requestId, product: product.product, account, date: date ?? '' }),
    onSaved: ({ product: moved, accounts: count, amount }) => {
      const name = language === 'en' ? moved.nameEn : moved.nameId
      const words = { name, account: nameOf(moved.account), count, amount: formatRupiah(amount) }
      onSaved(t(($) => $.savingsRules.account.saved, words))
    },
  })
  const title = t(($) => $.savingsRules.account.title)
  return (
    <Section title={title}>
      <Text mb="sm">{t(($) => $.savingsRules.account.text, { account: nameOf(product.account) })}</Text>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.savingsRules.account.save)}>
        <ChoiceField
          label={t(($) => $.savingsRules.account.account)}
          {...form.field('account')}
          none={t(($) => $.savingsRules.account.choose)}
          choices={rows
            .filter(({ code }) => code !== product.account)
            .map(({ code }) => ({ value: code, label: nameOf(code) }))}
        />
        <DateField label={t(($) => $.savingsRules.account.date)} today={today} {...form.field('date')} />
      </FormFrame>
    </Section>
  )
}
