import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../client.ts'
import { ReasonDialog } from '../ui/dialogs/ReasonDialog.tsx'
import { useFailureSentence } from '../ui/use-failure-sentence.ts'
import { useBook } from './session.tsx'

interface UndoWords {
  /** On the button that asks, and on the one that does it. */
  readonly action: string
  readonly title: string
  readonly reason: string
  readonly keep: string
  /** What will happen, dated on a day. */
  readonly text: (date: string) => string
}

interface UndoRequestProps {
  /** Of what is taken back, and the day it stands on. */
  readonly requestId: string
  readonly date: string
  readonly words: UndoWords
  readonly onUndone?: () => void
}

/** Takes back what one request did, dated today or on its own day where that is still to come. */
export function UndoRequest({ requestId: undoes, date: doneOn, words, onUndone }: UndoRequestProps) {
  const { today } = useBook()
  const say = useFailureSentence()
  const [isAsking, setAsking] = useState(false)
  const [requestId] = useState(() => crypto.randomUUID())
  const date = doneOn > today ? doneOn : today
  const undo = useMutation({
    mutationFn: (reason: string) => client.requests.undo({ requestId, undoes, date, reason }),
    onSuccess: () => {
      setAsking(false)
      onUndone?.()
    },
  })
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {words.action}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        title={words.title}
        text={words.text(date)}
        reasonLabel={words.reason}
        confirm={words.action}
        keep={words.keep}
        isBusy={undo.isPending}
        refusal={say(undo.error)}
        onConfirm={(reason) => undo.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
