import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client.ts'
import { ReasonDialog } from '../../ui/dialogs/ReasonDialog.tsx'
import { useText } from '../../ui/text.ts'
import { useFailureSentence } from '../../ui/use-failure-sentence.ts'
import type { Attachment } from './AttachmentPanel.tsx'

interface RemoveButtonProps {
  readonly attachment: Pick<Attachment, 'attachmentId' | 'name'>
  readonly onSaid: (sentence: string) => void
}

/** Takes an attachment out of the lists, with a reason. */
export function RemoveButton({ attachment: { attachmentId, name }, onSaid }: RemoveButtonProps) {
  const { t } = useText()
  const say = useFailureSentence()
  const [isAsking, setAsking] = useState(false)
  const removing = useMutation({
    mutationFn: (reason: string) => client.attachments.remove({ requestId: crypto.randomUUID(), attachmentId, reason }),
    onSuccess: () => {
      setAsking(false)
      onSaid(t(($) => $.attachments.removed, { name }))
    },
  })
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="sm"
        onClick={() => setAsking(true)}
        aria-label={t(($) => $.attachments.removeNamed, { name })}
      >
        {t(($) => $.attachments.remove)}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        title={t(($) => $.attachments.removeTitle, { name })}
        text={t(($) => $.attachments.removeText)}
        reasonLabel={t(($) => $.attachments.reason)}
        confirm={t(($) => $.attachments.remove)}
        keep={t(($) => $.attachments.back)}
        isBusy={removing.isPending}
        refusal={say(removing.error)}
        onConfirm={(reason) => removing.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
