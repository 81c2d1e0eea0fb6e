import { Group, Select } from '@mantine/core'
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
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { EntryLines } from './EntryLines.tsx'
import { type EntryLine, emptyLine, fieldOfPath, lineInputs, totalsOf } from './entry-lines.ts'

/** The books a general entry may be numbered in; trade's own come with trade. */
const books = ['BM', 'BKM', 'BKK', 'BBM', 'BBK'] as const

/** One side needs another. */
const linesMin = 2

interface EntryValues {
  readonly date: string | null
  readonly description: string
  readonly book: (typeof books)[number]
  readonly lines: readonly EntryLine[]
}

interface Saved {
  readonly answer: Answers['journal']['post']
  readonly sentence: string
}

/** An entry by account and side, for what has no screen of its own. */
export function GeneralEntry() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  const title = t(($) => $.bookkeeping.post.title)
  return (
    <>
      <PageHead title={title} text={t(($) => $.bookkeeping.post.text)} />
      {saved ? (
        <SavedPanel posted={saved.answer} sentence={saved.sentence} onNext={() => setSaved(undefined)} />
      ) : (
        <EntryForm title={title} onSaved={setSaved} />
      )}
    </>
  )
}

function EntryForm({ title, onSaved }: { readonly title: string; readonly onSaved: (saved: Saved) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const { date = today } = useAsked()
  const initial: EntryValues = { date, description: '', book: 'BM', lines: ['1', '2'].map(emptyLine) }
  const form = useEntryForm({
    initial,
    save: ({ date, description, book, lines }, requestId) =>
      client.journal.post({ requestId, date: date ?? '', description, book, lines: lineInputs(lines) }),
    paths: (path, { lines }) => fieldOfPath(lines)(path),
    onSaved: (answer, { description, lines }) => {
      const amount = formatRupiah(totalsOf(lines).debit)
      onSaved({ answer, sentence: t(($) => $.bookkeeping.post.saved, { description, amount }) })
    },
  })
  const { lines } = form.values
  const refusedLines = form.errorAt('lines')
  const isShort = refusedLines !== undefined && lineInputs(lines).length < linesMin
  const complaint = isShort ? t(($) => $.bookkeeping.post.twoLines) : (refusedLines ?? form.complaint)
  return (
    <FormFrame form={{ ...form, complaint }} label={title} maxWidth="64rem">
      <Group align="flex-start" gap="sm">
        <DateField label={t(($) => $.bookkeeping.date)} today={today} {...form.field('date')} />
        <Select
          label={t(($) => $.bookkeeping.post.book)}
          data={books.map((book) => ({ value: book, label: t(($) => $.bookkeeping.post.books[book]) }))}
          value={form.values.book}
          onChange={(value) => form.set('book', books.find((book) => book === value) ?? 'BM')}
        />
      </Group>
      <TextField label={t(($) => $.bookkeeping.description)} autoFocus {...form.field('description')} />
      <EntryLines lines={lines} onChange={(changed) => form.set('lines', changed)} errorAt={form.errorAt} />
    </FormFrame>
  )
}
