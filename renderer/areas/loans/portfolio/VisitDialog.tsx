import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { type CalendarDate, formatDate } from '../../../../shared/calendar.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { useText } from '../../../ui/text.ts'
import type { Visit } from './Visits.tsx'

interface VisitDialogProps {
  readonly visit: Visit
  readonly asOf: CalendarDate
  readonly onClose: () => void
  /** Says in one sentence which letter was noted. */
  readonly onNoted: (sentence: string) => void
}

/** One visit: what is behind, the letter to take along, and the note that it was delivered. */
export function VisitDialog({ visit, asOf, onClose, onNoted }: VisitDialogProps) {
  const { t, language } = useText()
  const [requestId] = useState(() => crypto.randomUUID())
  const note = useMutation(
    orpc.loans.noteReminder.mutationOptions({
      onSuccess: ({ letter, number, date }) =>
        onNoted(t(($) => $.loans.visits.noted, { letter, number, date: formatDate(date, language) })),
    }),
  )
  const { loanId, number, memberName, arrears, since, daysOverdue, phone, letter } = visit
  return (
    <Dialog isOpen onClose={onClose} title={t(($) => $.loans.visits.dialog, { member: memberName, number })} size="lg">
      <Stack gap="xs">
        <Text>
          {t(($) => $.loans.visits.dialogText, {
            arrears: formatRupiah(arrears),
            since: formatDate(since, language),
            days: daysOverdue,
          })}
        </Text>
        {phone !== null && <Text>{t(($) => $.loans.visits.dialogPhone, { phone })}</Text>}
        <Complaint error={note.error} />
        {letter === null && <Text>{t(($) => $.loans.visits.nothingDue)}</Text>}
        <Group gap="sm" mt="sm">
          {letter !== null && (
            <>
              <PaperButton
                asked={{ report: 'reminderLetter', params: { loanId, letter, date: asOf }, language }}
                label={t(($) => $.loans.visits.printLetter, { letter })}
                variant="filled"
              />
              <Button
                variant="default"
                loading={note.isPending}
                onClick={() => note.mutate({ requestId, loanId, date: asOf, letter })}
              >
                {t(($) => $.loans.visits.note, { letter })}
              </Button>
            </>
          )}
          <Button component={Link} to={`/loans/card/${loanId}`} variant="default">
            {t(($) => $.loans.form.card)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t(($) => $.loans.visits.close)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
