import { Text, Title } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

type Card = Answers['assets']['get']

export interface Disposed {
  readonly posted: Answers['assets']['dispose']
  readonly name: string
}

interface Values {
  readonly date: string | null
  readonly price: number | null
  readonly cashAccount: string | null
  readonly reason: string
}

interface DisposalFormProps {
  readonly card: Card
  readonly onSaved: (disposed: Disposed) => void
}

/** Sells an asset or writes it off; what is gained or lost is said before. */
export function DisposalForm({ card, onSaved }: DisposalFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const { assetId, name, bookValue } = card
  const form = useEntryForm({
    initial: { date: today, price: null, cashAccount: null, reason: '' } as Values,
    save: ({ date, price, cashAccount, reason }, requestId) =>
      client.assets.dispose({
        ...{ requestId, assetId, date: date ?? '', reason },
        ...(price !== null && price > 0 && { price, cashAccount: cashAccount ?? '' }),
      } as Parameters<typeof client.assets.dispose>[0]),
    onSaved: (posted) => onSaved({ posted, name }),
  })
  const price = form.values.price ?? 0
  const gain = sumSen([price, -bookValue])
  const amounts = { amount: formatRupiah(Math.abs(gain)), bookValue: formatRupiah(bookValue) }
  const title = t(($) => $.assets.leave.title)
  return (
    <div>
      <Title order={2} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.assets.leave.save)}>
        <DateField label={t(($) => $.assets.leave.date)} today={today} {...form.field('date')} />
        <MoneyField
          label={t(($) => $.assets.leave.price)}
          description={t(($) => $.assets.leave.priceText)}
          {...form.field('price')}
        />
        {price > 0 && (
          <CashAccountSelect
            label={t(($) => $.assets.leave.cashAccount)}
            {...form.field('cashAccount')}
            onOffer={form.offer('cashAccount')}
          />
        )}
        <TextField label={t(($) => $.assets.leave.reason)} {...form.field('reason')} />
        <Text role="status" fw={600}>
          {t(($) => $.assets.leave[resultOf(gain)], amounts)}
        </Text>
      </FormFrame>
    </div>
  )
}

interface DisposedPanelProps {
  readonly disposed: Disposed
  readonly onReversed: () => void
}

/** What became of an asset that left. */
export function DisposedPanel({ disposed: { posted, name }, onReversed }: DisposedPanelProps) {
  const { t } = useText()
  const sentences = { gain: 'savedGain', loss: 'savedLoss', even: 'savedEven' } as const
  const amount = formatRupiah(Math.abs(posted.gain))
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.assets.leave[sentences[resultOf(posted.gain)]], { name, amount })}
      onReversed={onReversed}
    />
  )
}

function resultOf(gain: number): 'gain' | 'loss' | 'even' {
  if (gain === 0) return 'even'
  return gain > 0 ? 'gain' : 'loss'
}
