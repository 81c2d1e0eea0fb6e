import { Checkbox, NativeSelect } from '@mantine/core'
import type { ExitReason, SettlementSheet } from '../../../../shared/contract/member-exit.ts'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'

export interface ExitValues {
  readonly date: string | null
  readonly reason: ExitReason
  readonly heirName: string
  readonly heirRelation: string
  readonly heirDocument: string
  readonly lossShare: number | null
  readonly payWrittenOff: boolean
  readonly note: string
}

interface ExitFieldsProps {
  readonly form: EntryForm<ExitValues>
  readonly today: string
  readonly writtenOff: SettlementSheet['writtenOff']
}

/** When and why a member leaves, and what is taken off the money due. */
export function ExitFields({ form, today, writtenOff }: ExitFieldsProps) {
  const { t } = useText()
  const { reason } = form.values
  const reasons: readonly ExitReason[] = ['resigned', 'died', 'expelled', 'moved']
  return (
    <>
      <DateField label={t(($) => $.leaving.date)} today={today} {...form.field('date')} autoFocus />
      <NativeSelect
        size="md"
        label={t(($) => $.leaving.reason)}
        name="reason"
        value={reason}
        error={form.field('reason').error}
        onChange={(event) => form.set('reason', event.currentTarget.value as ExitReason)}
        data={reasons.map((value) => ({ value, label: t(($) => $.leaving.reasons[value]) }))}
      />
      {reason === 'died' && (
        <>
          <TextField label={t(($) => $.leaving.heirName)} {...form.field('heirName')} />
          <TextField label={t(($) => $.leaving.heirRelation)} {...form.field('heirRelation')} />
          <TextField
            label={t(($) => $.leaving.heirDocument)}
            description={t(($) => $.leaving.heirDocumentHint)}
            {...form.field('heirDocument')}
          />
        </>
      )}
      <MoneyField
        label={t(($) => $.leaving.lossShare)}
        description={t(($) => $.leaving.lossShareHint)}
        {...form.field('lossShare')}
      />
      {writtenOff.length > 0 && <WrittenOff form={form} loans={writtenOff} />}
      <TextField label={t(($) => $.leaving.note)} {...form.field('note')} />
    </>
  )
}

interface WrittenOffProps {
  readonly form: EntryForm<ExitValues>
  readonly loans: SettlementSheet['writtenOff']
}

/** What may still be claimed of loans that were given up for lost: paid out of her money only where she agrees. */
function WrittenOff({ form, loans }: WrittenOffProps) {
  const { t } = useText()
  const numbers = loans.map(({ number }) => number).join(', ')
  const claim = formatRupiah(sumSen(loans.map((loan) => loan.claim)))
  return (
    <Checkbox
      label={t(($) => $.leaving.payWrittenOff)}
      description={t(($) => $.leaving.payWrittenOffHint, { numbers, claim })}
      checked={form.values.payWrittenOff}
      onChange={(event) => form.set('payWrittenOff', event.currentTarget.checked)}
    />
  )
}
