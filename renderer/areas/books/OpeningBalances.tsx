import { Text } from '@mantine/core'
import { useState } from 'react'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { SavedPanel } from '../../app/SavedPanel.tsx'
import { useBook } from '../../app/session.tsx'
import { useAsked } from '../../app/use-asked.ts'
import { useFreshVisit } from '../../app/use-fresh-visit.ts'
import { client } from '../../client.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { EntryLines } from './EntryLines.tsx'
import { type EntryLine, emptyLine, fieldOfPath, lineInputs } from './entry-lines.ts'

type Posted = Answers['opening']['post']

/** The balances of the old book, entered step by step; the rest waits in 36901. */
export function OpeningBalances() {
  const { t } = useText()
  const [saved, setSaved] = useState<Posted>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.bookkeeping.opening.title)} text={t(($) => $.bookkeeping.opening.text)} />
      {saved ? (
        <SavedPanel posted={saved} sentence={t(($) => $.bookkeeping.opening.saved)} onNext={() => setSaved(undefined)}>
          <Text fw={600} mt="sm">
            {saved.difference === 0
              ? t(($) => $.bookkeeping.opening.balanced)
              : t(($) => $.bookkeeping.opening.difference, { amount: formatRupiah(Math.abs(saved.difference)) })}
          </Text>
        </SavedPanel>
      ) : (
        <OpeningForm onSaved={setSaved} />
      )}
    </>
  )
}

function OpeningForm({ onSaved }: { readonly onSaved: (posted: Posted) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const { date = today } = useAsked()
  const initial: { date: string | null; lines: readonly EntryLine[] } = {
    date,
    lines: ['1', '2'].map(emptyLine),
  }
  const form = useEntryForm({
    initial,
    save: ({ date, lines }, requestId) =>
      client.opening.post({ requestId, date: date ?? '', lines: lineInputs(lines) }),
    paths: (path, { lines }) => fieldOfPath(lines)(path),
    onSaved,
  })
  return (
    <FormFrame form={form} label={t(($) => $.bookkeeping.opening.title)} maxWidth="64rem">
      <DateField label={t(($) => $.bookkeeping.date)} today={today} anyDay autoFocus {...form.field('date')} />
      <EntryLines lines={form.values.lines} onChange={(lines) => form.set('lines', lines)} errorAt={form.errorAt} />
    </FormFrame>
  )
}
