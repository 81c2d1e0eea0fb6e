import { useState } from 'react'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../app/CashAccountSelect.tsx'
import { SavedPanel } from '../../app/SavedPanel.tsx'
import { useBook } from '../../app/session.tsx'
import { useFreshVisit } from '../../app/use-fresh-visit.ts'
import { client } from '../../client.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { CashBalance } from './CashBalance.tsx'
import { useWarnings } from './use-warnings.ts'

interface Values {
  readonly date: string | null
  readonly from: string | null
  readonly to: string | null
  readonly amount: number | null
}

interface Saved {
  readonly posted: Answers['cash']['transfer']
  readonly values: Values
}

/** Own money from one place to another. */
export function TransferForm() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.cash.transfer.title)} text={t(($) => $.cash.transfer.text)} />
      {saved ? (
        <Notice saved={saved} onNext={() => setSaved(undefined)} />
      ) : (
        <Fields onSaved={(posted, values) => setSaved({ posted, values })} />
      )}
    </>
  )
}

function Fields({ onSaved }: { readonly onSaved: (posted: Saved['posted'], values: Values) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = { date: today, from: null, to: null, amount: null }
  const form = useEntryForm({
    initial,
    save: ({ date, from, to, amount }, requestId) =>
      client.cash.transfer({ requestId, date: date ?? '', from: from ?? '', to: to ?? '', amount: amount ?? 0 }),
    onSaved,
  })
  return (
    <FormFrame form={form} label={t(($) => $.cash.transfer.title)}>
      <DateField label={t(($) => $.cash.date)} today={today} {...form.field('date')} />
      <CashAccountSelect label={t(($) => $.cash.transfer.from)} {...form.field('from')} onOffer={form.offer('from')} />
      <CashAccountSelect
        label={t(($) => $.cash.transfer.to)}
        except={form.values.from}
        {...form.field('to')}
        onOffer={form.offer('to')}
      />
      <MoneyField label={t(($) => $.cash.amount)} {...form.field('amount')} autoFocus />
    </FormFrame>
  )
}

function Notice({ saved: { posted, values }, onNext }: { readonly saved: Saved; readonly onNext: () => void }) {
  const { t } = useText()
  const warnings = useWarnings(posted.warnings)
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.cash.transfer.saved, { amount: formatRupiah(values.amount ?? 0) })}
      warnings={warnings}
      onNext={onNext}
    >
      <CashBalance code={values.from} />
      <CashBalance code={values.to} />
    </SavedPanel>
  )
}
