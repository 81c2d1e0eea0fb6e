import { Group, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { focusField } from '../sell/basket-keys.ts'
import { CountProgress } from './CountProgress.tsx'
import { CountTable } from './CountTable.tsx'
import { Differences } from './Differences.tsx'
import { PageTurner } from './PageTurner.tsx'
import {
  type CountSheet,
  countedLines,
  foundRows,
  rowsPerPage,
  type StockTakeValues,
  takeField,
} from './stock-take-values.ts'

interface StockTakeFormProps {
  readonly sheet: CountSheet
  /** The end of the day the book is held against. */
  readonly date: string | null
  readonly onDate: (date: string | null) => void
  /** With how many items were not counted. */
  readonly onTaken: (taken: Answers['trade']['stockTake'], uncounted: number) => void
}

/** Counts are typed line by line, page by page; what they come to is shown before it is saved, once. */
export function StockTakeForm({ sheet, date, onDate, onTaken }: StockTakeFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const [text, setText] = useState('')
  const [page, setPage] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const initial: StockTakeValues = { counts: {}, first: '', second: '', note: '' }
  const form = useEntryForm({
    initial,
    save: ({ counts, first, second, note }: StockTakeValues, requestId) =>
      client.trade.stockTake({
        ...{ requestId, date: date ?? '', locationId: sheet.locationId, countedBy: [first, second] },
        ...{ lines: countedLines(sheet, counts), ...(note.trim() !== '' && { note }) },
      }),
    onSaved: (taken) => onTaken(taken, sheet.rows.length - taken.lines.length),
    paths: takeField(sheet),
  })
  const found = foundRows(sheet, text)
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage))
  const at = Math.min(page, pages - 1)
  const rows = found.slice(at * rowsPerPage, (at + 1) * rowsPerPage)
  const turn = (next: number) => {
    setPage(next)
    const first = found[next * rowsPerPage]
    // Drawn by then: counting goes on at the top of the page.
    if (first) requestAnimationFrame(() => focusField(box.current, `counts.${first.itemId}`))
  }
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const { target, key, ctrlKey } = event
    if (key !== 'Enter' || ctrlKey || !(target instanceof HTMLInputElement)) return
    const isLast = target.name === `counts.${rows.at(-1)?.itemId}`
    const wanted = target.name === 'search' ? rows[0] : undefined
    if (wanted) focusField(box.current, `counts.${wanted.itemId}`)
    else if (isLast && at + 1 < pages) turn(at + 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const { counts } = form.values
  return (
    <FormFrame form={form} label={t(($) => $.shop.take.title)} saveLabel={t(($) => $.shop.take.save)} maxWidth="60rem">
      <div ref={box} onKeyDownCapture={onKeyDownCapture}>
        <TextInput
          name="search"
          label={t(($) => $.shop.take.search)}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setPage(0)
          }}
          error={form.errorAt('lines')}
          autoComplete="off"
          autoFocus
        />
        <CountTable
          rows={rows}
          counts={counts}
          onCount={(itemId, counted) => form.set('counts', { ...counts, [itemId]: counted })}
          errorAt={form.errorAt}
        />
        <PageTurner page={at} pages={pages} onTurn={turn} />
      </div>
      <CountProgress done={countedLines(sheet, counts).length} all={sheet.rows.length} />
      <Differences sheet={sheet} date={date} counts={counts} />
      <Group grow align="flex-start" gap="md">
        <TextField label={t(($) => $.cash.count.first)} {...form.field('first')} />
        <TextField label={t(($) => $.cash.count.second)} {...form.field('second')} />
      </Group>
      <Group grow align="flex-start" gap="md">
        <DateField
          label={t(($) => $.trade.date)}
          name="date"
          today={today}
          value={date}
          onChange={onDate}
          error={form.errorAt('date')}
        />
        <TextField label={t(($) => $.trade.note)} {...form.field('note')} />
      </Group>
    </FormFrame>
  )
}
