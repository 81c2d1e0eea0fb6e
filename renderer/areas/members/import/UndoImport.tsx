import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ReasonDialog } from '../../../ui/dialogs/ReasonDialog.tsx'
import { useText } from '../../../ui/text.ts'
import { useFailureSentence } from '../../../ui/use-failure-sentence.ts'

interface UndoImportProps {
  /** Of the import. */
  readonly requestId: string
  readonly count: number
  /** How many members were taken out again. */
  readonly onUndone: (count: number) => void
}

/** Takes a whole import back out, while nobody has anything in the book yet. */
export function UndoImport({ requestId: undoes, count, onUndone }: UndoImportProps) {
  const { t } = useText()
  const { today } = useBook()
  const say = useFailureSentence()
  const [isAsking, setAsking] = useState(false)
  const [requestId] = useState(() => crypto.randomUUID())
  const undo = useMutation({
    mutationFn: (reason: string) => client.requests.undo({ requestId, undoes, date: today, reason }),
    onSuccess: ({ removed }) => onUndone(removed),
  })
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t(($) => $.members.import.undo)}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        title={t(($) => $.members.import.undoTitle)}
        text={t(($) => $.members.import.undoText, { count })}
        reasonLabel={t(($) => $.members.import.undoReason)}
        confirm={t(($) => $.members.import.undo)}
        keep={t(($) => $.members.import.undoKeep)}
        isBusy={undo.isPending}
        refusal={say(undo.error)}
        onConfirm={(reason) => undo.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
