import { Button, Group, Paper, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ReasonDialog } from '../../../ui/dialogs/ReasonDialog.tsx'
import { useText } from '../../../ui/text.ts'
import { useFailureSentence } from '../../../ui/use-failure-sentence.ts'
import classes from '../savings.module.css'

/** What was noted about a passbook, and the request that takes it back. */
export interface Noted {
  readonly requestId: string
  readonly sentence: string
  /** What taking it back is called; null where there is nothing to take back. */
  readonly undo: string | null
}

interface PassbookNotedProps {
  readonly noted: Noted
  readonly onUndone: (noted: Noted) => void
}

/** Says what was noted; the paper may turn out to be wrong a moment later. */
export function PassbookNoted({ noted, onUndone }: PassbookNotedProps) {
  const { t } = useText()
  const { today } = useBook()
  const say = useFailureSentence()
  const [isAsking, setAsking] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const undo = useMutation({
    mutationFn: async (reason: string) => {
      const requestId = crypto.randomUUID()
      await client.requests.undo({ requestId, undoes: noted.requestId, date: today, reason })
      return requestId
    },
    onSuccess: (requestId) => onUndone({ requestId, sentence: t(($) => $.passbook.undone), undo: null }),
  })
  return (
    <Paper ref={box} withBorder p="md" mb="md" radius="md" maw="58rem" tabIndex={-1} className={classes.booked}>
      <Text role="status" fw={600}>
        {noted.sentence}
      </Text>
      {noted.undo !== null && (
        <Group mt="sm">
          <Button variant="subtle" color="red" size="sm" onClick={() => setAsking(true)}>
            {noted.undo}
          </Button>
        </Group>
      )}
      <ReasonDialog
        isOpen={isAsking}
        title={t(($) => $.passbook.undoTitle)}
        text={t(($) => $.passbook.undoText)}
        reasonLabel={t(($) => $.passbook.undoReason)}
        confirm={noted.undo ?? ''}
        keep={t(($) => $.passbook.undoKeep)}
        isBusy={undo.isPending}
        refusal={say(undo.error)}
        onConfirm={(reason) => undo.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </Paper>
  )
}
