import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { type CalendarMonth, formatDate, formatMonth, lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { client } from '../../../client.ts'
import { ReasonDialog } from '../../../ui/dialogs/ReasonDialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { useText } from '../../../ui/text.ts'
import { useFailureSentence } from '../../../ui/use-failure-sentence.ts'

type DoneStep = Answers['loans']['monthEnd']['allowance']['done']

interface MonthEndStepProps {
  readonly month: CalendarMonth
  readonly done: DoneStep
  readonly save: (requestId: string) => Promise<unknown>
  readonly saveLabel: string
  /** Said once it is written. */
  readonly saved: string
  readonly onSaid: (sentence: string) => void
}

/** Writes one step of a month's end, or shows that it is written and takes it back. */
export function MonthEndStep({ month, done, save, saveLabel, saved, onSaid }: MonthEndStepProps) {
  // A step can be done again after it was undone: each time is a request of its own. Twice at once is refused.
  const saving = useMutation({ mutationFn: () => save(crypto.randomUUID()), onSuccess: () => onSaid(saved) })
  if (done) return <DoneNote month={month} done={done} onSaid={onSaid} />
  return (
    <>
      <Complaint error={saving.error} />
      <Button mt="sm" loading={saving.isPending} onClick={() => saving.mutate()}>
        {saveLabel}
      </Button>
    </>
  )
}

interface DoneNoteProps extends Pick<MonthEndStepProps, 'month' | 'onSaid'> {
  readonly done: NonNullable<DoneStep>
}

function DoneNote({ month, done, onSaid }: DoneNoteProps) {
  const { t, language } = useText()
  const say = useFailureSentence()
  const [isAsking, setAsking] = useState(false)
  const note = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // The button that was pressed is gone: whoever works by keyboard goes on from here.
    if (document.activeElement === document.body) note.current?.focus()
  }, [])
  const named = { month: formatMonth(month, language) }
  // On the day it was written: the month can then be reckoned anew, as if it had not been done.
  const date = lastDayOfMonth(month)
  const undo = useMutation({
    mutationFn: (reason: string) =>
      client.requests.undo({ requestId: crypto.randomUUID(), undoes: done.requestId, date, reason }),
    onSuccess: () => onSaid(t(($) => $.loans.monthEnd.undone, named)),
  })
  return (
    <Group gap="sm" mt="sm">
      <Text fw={600} ref={note} tabIndex={-1}>
        {done.voucher === null
          ? t(($) => $.loans.monthEnd.doneNothing)
          : t(($) => $.loans.monthEnd.done, { voucher: done.voucher })}
      </Text>
      {done.entryId !== null && (
        <Button component={Link} to={`/books/entry/${done.entryId}`} variant="default" size="sm">
          {t(($) => $.loans.monthEnd.journal)}
        </Button>
      )}
      <Button variant="subtle" color="red" size="sm" onClick={() => setAsking(true)}>
        {t(($) => $.loans.monthEnd.undo)}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        title={t(($) => $.loans.monthEnd.undoTitle, named)}
        text={t(($) => $.loans.monthEnd.undoText, { date: formatDate(date, language) })}
        reasonLabel={t(($) => $.loans.monthEnd.undoReason)}
        confirm={t(($) => $.loans.monthEnd.undo)}
        keep={t(($) => $.loans.monthEnd.undoKeep)}
        isBusy={undo.isPending}
        refusal={say(undo.error)}
        onConfirm={(reason) => undo.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </Group>
  )
}
