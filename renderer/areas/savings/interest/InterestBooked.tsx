import { Button, Group, Paper, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { type CalendarMonth, formatDate, formatMonth } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { StatementTable } from '../../../app/StatementTable.tsx'
import { client } from '../../../client.ts'
import { ReasonDialog } from '../../../ui/dialogs/ReasonDialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { useText } from '../../../ui/text.ts'
import { useFailureSentence } from '../../../ui/use-failure-sentence.ts'
import classes from '../savings.module.css'
import { InterestSummary } from './InterestSummary.tsx'

type Run = NonNullable<Answers['savings']['previewInterest']['done']>

interface InterestBookedProps {
  readonly month: CalendarMonth
  readonly done: Run
  /** Says in one sentence that it was taken back. */
  readonly onUndone: (sentence: string) => void
}

/** A month that has its interest: the voucher, the papers, the way back, and each account as it was booked. */
export function InterestBooked({ month, done, onUndone }: InterestBookedProps) {
  const { t, language } = useText()
  const asked = { report: 'interestRun', params: { month }, language } as const
  const statement = useQuery(orpc.reports.run.queryOptions({ input: asked }))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed is gone: whoever works by keyboard goes on from here.
    if (document.activeElement === document.body) box.current?.focus()
  }, [])
  return (
    <>
      <Paper ref={box} withBorder p="lg" mb="md" radius="md" maw="58rem" tabIndex={-1} className={classes.booked}>
        <Text size="lg" fw={600}>
          {t(($) => $.savingsInterest.done, { month: formatMonth(month, language) })}
        </Text>
        <Figures month={month} />
        <Text>
          {t(($) => $.savingsInterest.voucher, {
            voucher: done.voucher,
            date: formatDate(done.date, language),
          })}
        </Text>
        <Group gap="sm" mt="md">
          <PaperButton asked={asked} label={t(($) => $.savingsInterest.print)} variant="filled" />
          <Button component={Link} to={`/savings/withholding?month=${month}`} variant="default">
            {t(($) => $.savingsInterest.withholdingOf)}
          </Button>
          <Button component={Link} to={`/books/entry/${done.entryId}`} variant="default">
            {t(($) => $.savingsInterest.journal)}
          </Button>
          {done.requestId !== null && (
            <UndoRun month={month} date={done.date} undoes={done.requestId} onUndone={onUndone} />
          )}
        </Group>
      </Paper>
      <Complaint error={statement.error} />
      {statement.data && (
        <StatementTable statement={statement.data} empty={t(($) => $.savingsInterest.none)} maxHeight="28rem" />
      )}
    </>
  )
}

function Figures({ month }: { readonly month: CalendarMonth }) {
  const { data } = useQuery(orpc.savings.interestRuns.queryOptions({ input: {} }))
  const run = data?.rows.find((row) => row.month === month)
  return run ? <InterestSummary month={month} totals={run} /> : null
}

interface UndoRunProps {
  readonly month: CalendarMonth
  readonly date: string
  readonly undoes: string
  readonly onUndone: (sentence: string) => void
}

/** On the day it was booked, so that the month can be worked out anew as if it had not been done. */
function UndoRun({ month, date, undoes, onUndone }: UndoRunProps) {
  const { t, language } = useText()
  const say = useFailureSentence()
  const [isAsking, setAsking] = useState(false)
  const named = { month: formatMonth(month, language) }
  const undo = useMutation({
    mutationFn: (reason: string) => client.requests.undo({ requestId: crypto.randomUUID(), undoes, date, reason }),
    onSuccess: () => onUndone(t(($) => $.savingsInterest.undone, named)),
  })
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t(($) => $.savingsInterest.undo)}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        title={t(($) => $.savingsInterest.undoTitle, named)}
        text={t(($) => $.savingsInterest.undoText, { ...named, date: formatDate(date, language) })}
        reasonLabel={t(($) => $.savingsInterest.undoReason)}
        confirm={t(($) => $.savingsInterest.undo)}
        keep={t(($) => $.savingsInterest.undoKeep)}
        isBusy={undo.isPending}
        refusal={say(undo.error)}
        onConfirm={(reason) => undo.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
