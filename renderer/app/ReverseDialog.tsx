import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../shared/calendar.ts'
import type { PostedAnswer } from '../../shared/contract/procedure.ts'
import { ReasonDialog } from '../ui/dialogs/ReasonDialog.tsx'
import { useText } from '../ui/text.ts'
import { useFailureSentence } from '../ui/use-failure-sentence.ts'
import { orpc } from './queries.ts'
import { useBook } from './session.tsx'

interface ReverseDialogProps {
  readonly posted: Pick<PostedAnswer, 'entryId' | 'voucher' | 'date'>
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Says in one sentence which voucher reversed it. */
  readonly onReversed: (sentence: string) => void
}

/** Asks for the reason and writes the reversal, dated today, or on the entry's own day where that is still to come. */
export function ReverseDialog({ posted, isOpen, onClose, onReversed }: ReverseDialogProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const say = useFailureSentence()
  const [requestId] = useState(() => crypto.randomUUID())
  const { entryId, voucher } = posted
  const date = posted.date > today ? posted.date : today
  const reversal = useMutation(
    orpc.journal.reverse.mutationOptions({
      onSuccess: (answer) => {
        const day = formatDate(answer.date, language)
        onReversed(t(($) => $.ui.saved.reversed, { voucher, by: answer.voucher, date: day }))
      },
    }),
  )
  return (
    <ReasonDialog
      isOpen={isOpen}
      title={t(($) => $.ui.reverse.title, { voucher })}
      text={t(($) => $.ui.reverse.text, { date: formatDate(date, language) })}
      reasonLabel={t(($) => $.ui.reverse.reason)}
      confirm={t(($) => $.ui.reverse.confirm)}
      keep={t(($) => $.ui.reverse.keep)}
      isBusy={reversal.isPending}
      refusal={say(reversal.error)}
      onConfirm={(reason) => reversal.mutate({ requestId, entryId, date, reason })}
      onClose={onClose}
    />
  )
}
