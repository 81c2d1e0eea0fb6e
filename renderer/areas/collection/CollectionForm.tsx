import { useRef, useState } from 'react'
import type { CalendarDate } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { CashAccountSelect } from '../../app/CashAccountSelect.tsx'
import { useBook } from '../../app/session.tsx'
import { client } from '../../client.ts'
import { failureOf, issueSentence } from '../../ui/failure.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { CashOnTable } from './CashOnTable.tsx'
import type { GridHandle } from './CollectionGrid.tsx'
import { CollectionSheet } from './CollectionSheet.tsx'
import { type Pieces, tableCash } from './cash-on-table.ts'
import { CollectionWork } from './collection-work.ts'
import { DoubtsDialog, useDoubts } from './DoubtsDialog.tsx'
import { refusedLines } from './refused-lines.ts'
import type { LineMark } from './SheetLine.tsx'
import { useSheet } from './use-sheet.ts'

/** What the meeting became. */
export interface Recorded {
  readonly answer: Answers['collection']['record']
  /** The cash on the table was counted and agreed. */
  readonly isCounted: boolean
}

interface CollectionFormProps {
  readonly date: CalendarDate
  readonly onDate: (date: CalendarDate) => void
  readonly cashAccount: string | null
  readonly onRecorded: (recorded: Recorded) => void
}

/** How long no key must come before the hand counts as resting: longer than between two digits of one amount. */
const restMs = 120

function whenHandRests(): (tell: () => void) => void {
  let timer: number | undefined
  return (tell) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(tell, restMs)
  }
}

const noMarks: ReadonlyMap<string, readonly LineMark[]> = new Map()

/** Day, sheet, count, save. Whatever is refused, everything typed stays and the line it is about says why. */
export function CollectionForm({ date, onDate, cashAccount, onRecorded }: CollectionFormProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const [work] = useState(() => new CollectionWork(whenHandRests()))
  const [marks, setMarks] = useState(noMarks)
  const grid = useRef<GridHandle>(null)
  const sheet = useSheet(work, date)
  const { columns } = sheet
  const form = useEntryForm({
    initial: { date: date as CalendarDate | null, cashAccount, pieces: {} as Pieces },
    save: async (values, requestId) => {
      const rows = work.collected()
      setMarks(noMarks)
      try {
        return await client.collection.record({
          requestId,
          date: values.date ?? '',
          cashAccount: values.cashAccount ?? '',
          rows,
        })
      } catch (error) {
        const lines = refusedLines(failureOf(error), { rows, sheet: sheet.rows }, (word, data) =>
          issueSentence(word, language, data),
        )
        setMarks(lines)
        const [memberId] = lines.keys()
        const column = lines.get(memberId ?? '')?.[0]?.column ?? columns[0]?.column
        if (memberId !== undefined && column !== undefined) grid.current?.focus({ memberId, column })
        throw error
      }
    },
    onSaved: (answer, { pieces }) => {
      const cash = tableCash(pieces)
      onRecorded({ answer, isCounted: cash.isCounted && cash.counted === answer.total })
    },
  })
  const doubts = useDoubts(work, columns, form.values.pieces)
  const save = async () => {
    const unread = work.firstUnread()
    if (unread) grid.current?.focus(unread)
    else if (!doubts.raise()) await form.save()
  }
  const setDate = (day: CalendarDate | null) => {
    form.set('date', day)
    if (day !== null) onDate(day)
  }
  return (
    <FormFrame
      form={{ ...form, save, isDirty: work.isDirty }}
      label={t(($) => $.collection.title)}
      saveLabel={t(($) => $.collection.save)}
      maxWidth="100%"
      isSavedFromAnywhere={doubts.sentences.length === 0}
    >
      <CollectionSheet ref={grid} work={work} sheet={sheet} marks={marks}>
        <DateField label={t(($) => $.collection.date)} today={today} {...form.field('date')} onChange={setDate} />
        <CashAccountSelect
          label={t(($) => $.collection.cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      </CollectionSheet>
      <CashOnTable work={work} pieces={form.values.pieces} onChange={form.field('pieces').onChange} />
      <DoubtsDialog
        doubts={doubts.sentences}
        onSave={() => {
          doubts.settle()
          void form.save()
        }}
        onBack={() => {
          doubts.settle()
          grid.current?.focus(work.active())
        }}
      />
    </FormFrame>
  )
}
