import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../../shared/calendar.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ReasonDialog } from '../../../ui/dialogs/ReasonDialog.tsx'
import { useText } from '../../../ui/text.ts'
import { useFailureSentence } from '../../../ui/use-failure-sentence.ts'

interface UndoExitProps {
  /** Of the leaving. */
  readonly requestId: string
  readonly date: string
  readonly onUndone: () => void
}

/** Takes a leaving back, dated today or on its own day where that is still to come: the member is one again. */
export function UndoExit({ requestId: undoes, date: leftOn, onUndone }: UndoExitProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const say = useFailureSentence()
  const [isAsking, setAsking] = useState(false)
  const [requestId] = useState(() => crypto.randomUUID())
  const date = leftOn > today ? leftOn : today
  const undo = useMutation({
    mutationFn: (reason: string) => client.requests.undo({ requestId, undoes, date, reason }),
    onSuccess: onUndone,
  })
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t(($) => $.leaving.undo.action)}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        title={t(($) => $.leaving.undo.title)}
        text={t(($) => $.leaving.undo.text, { date: formatDate(date, language) })}
        reasonLabel={t(($) => $.leaving.undo.reason)}
        confirm={t(($) => $.leaving.undo.action)}
        keep={t(($) => $.leaving.undo.keep)}
        isBusy={undo.isPending}
        refusal={say(undo.error)}
        onConfirm={(reason) => undo.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
