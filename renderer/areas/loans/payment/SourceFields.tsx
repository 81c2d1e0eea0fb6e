import { Text } from '@mantine/core'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import type { Source, SourceChoice } from './use-sources.ts'

export interface SourceValues {
  readonly source: Source
  readonly cashAccount: string | null
}

type SourceForm = Pick<EntryForm<SourceValues>, 'values' | 'field' | 'offer'>

interface SourceFieldProps {
  readonly form: SourceForm
  readonly choices: readonly SourceChoice[]
  /** What savings may pay. */
  readonly limit: string | undefined
}

/** What the member pays with; only there where it is not cash anyway. */
export function SourceField({ form, choices, limit }: SourceFieldProps) {
  const { t } = useText()
  if (choices.length < 2) return limit === undefined ? null : <Text c="gray.7">{limit}</Text>
  const { onChange, ...field } = form.field('source')
  return (
    <ChoiceField
      label={t(($) => $.loans.source.label)}
      description={limit}
      {...field}
      onChange={onChange}
      choices={choices.map(({ value, label }) => ({ value, label }))}
    />
  )
}

/** Which box or bank the money goes into. */
export function BoxField({ form }: { readonly form: SourceForm }) {
  const { t } = useText()
  return (
    <CashAccountSelect
      label={t(($) => $.loans.pay.cashAccount)}
      {...form.field('cashAccount')}
      onOffer={form.offer('cashAccount')}
    />
  )
}
