import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { Corrections } from './Corrections.tsx'

interface Values {
  readonly date: string | null
  readonly amount: number | null
}

interface Covered {
  readonly posted: Answers['closing']['coverDeficit']
  readonly amount: number
}

/** A loss of earlier years is covered out of the general reserve, as the meeting decided. */
export function Deficit() {
  const { t } = useText()
  const [covered, setCovered] = useState<Covered>()
  const again = () => setCovered(undefined)
  useFreshVisit(again)
  return (
    <>
      <PageHead title={t(($) => $.shu.deficit.title)} text={t(($) => $.shu.deficit.text)} />
      {covered ? (
        <SavedPanel
          posted={covered.posted}
          sentence={t(($) => $.shu.deficit.saved, { amount: formatRupiah(covered.amount) })}
          onNext={again}
          onReversed={again}
        />
      ) : (
        <CoverForm onCovered={setCovered} />
      )}
      <Corrections />
    </>
  )
}

function CoverForm({ onCovered }: { readonly onCovered: (covered: Covered) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { date: today, amount: null } as Values,
    save: ({ date, amount }, requestId) =>
      client.closing.coverDeficit({ requestId, date: date ?? '', amount: amount ?? 0 }),
    onSaved: (posted, { amount }) => onCovered({ posted, amount: amount ?? 0 }),
  })
  const date = form.values.date ?? today
  const { data, error } = useQuery(orpc.closing.deficit.queryOptions({ input: { date } }))
  // Nothing to cover today is nothing to fill in; the form stays once another day was chosen.
  const hasForm = date !== today || (data !== undefined && data.deficit !== 0)
  return (
    <>
      <Complaint error={error} />
      {data && (
        <KeyFigures>
          <KeyFigure label={t(($) => $.shu.deficit.there)} figure={formatRupiah(data.deficit)} />
          <KeyFigure label={t(($) => $.shu.deficit.reserve)} figure={formatRupiah(data.reserve)} />
        </KeyFigures>
      )}
      {data?.deficit === 0 && <Text mb="md">{t(($) => $.shu.deficit.none)}</Text>}
      {hasForm && (
        <FormFrame form={form} label={t(($) => $.shu.deficit.title)} saveLabel={t(($) => $.shu.deficit.save)}>
          <DateField label={t(($) => $.shu.deficit.date)} today={today} {...form.field('date')} />
          <MoneyField label={t(($) => $.shu.deficit.amount)} {...form.field('amount')} />
        </FormFrame>
      )}
    </>
  )
}
