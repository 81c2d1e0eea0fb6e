import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

type Cleared = Answers['closing']['clearCorrections']

interface Values {
  readonly date: string | null
  readonly to: 'reserve' | 'deficit'
}

/** What corrections of closed years left, and where the meeting sends it; nothing while there is none. */
export function Corrections() {
  const { t } = useText()
  const { today } = useBook()
  const [cleared, setCleared] = useState<Cleared>()
  const again = () => setCleared(undefined)
  const { data } = useQuery(orpc.closing.corrections.queryOptions({ input: { date: today } }))
  if (cleared) {
    const amount = formatRupiah(Math.abs(cleared.amount))
    const sentence = t(($) => $.shu.corrections.saved, { amount })
    return (
      <SavedPanel
        posted={cleared}
        sentence={sentence}
        onNext={again}
        nextLabel={t(($) => $.shu.corrections.done)}
        onReversed={again}
      />
    )
  }
  if (!data || data.isCleared) return null
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {t(($) => $.shu.corrections.title)}
      </Title>
      <Text mb="sm">{t(($) => $.shu.corrections.text)}</Text>
      <KeyFigures>
        <KeyFigure
          label={t(($) => $.shu.corrections[data.amount < 0 ? 'loss' : 'gain'])}
          figure={formatRupiah(Math.abs(data.amount))}
        />
      </KeyFigures>
      <ClearForm onCleared={setCleared} />
    </>
  )
}

function ClearForm({ onCleared }: { readonly onCleared: (cleared: Cleared) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { date: today, to: 'reserve' } as Values,
    save: ({ date, to }, requestId) => client.closing.clearCorrections({ requestId, date: date ?? '', to }),
    onSaved: onCleared,
  })
  return (
    <FormFrame form={form} label={t(($) => $.shu.corrections.title)} saveLabel={t(($) => $.shu.corrections.save)}>
      <DateField label={t(($) => $.shu.decide.date)} today={today} {...form.field('date')} />
      <ChoiceField
        label={t(($) => $.shu.corrections.to)}
        {...form.field('to')}
        choices={(['reserve', 'deficit'] as const).map((value) => ({
          value,
          label: t(($) => $.shu.corrections[value]),
        }))}
      />
    </FormFrame>
  )
}
