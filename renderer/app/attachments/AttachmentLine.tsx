import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../client.ts'
import { host } from '../../host.ts'
import { ReasonDialog } from '../../ui/dialogs/ReasonDialog.tsx'
import { momentText } from '../../ui/display/moment.ts'
import { useText } from '../../ui/text.ts'
import { useFailureSentence } from '../../ui/use-failure-sentence.ts'
import { hostFile } from '../paper.ts'
import type { Attachment } from './AttachmentPanel.tsx'
import classes from './attachments.module.css'

interface AttachmentLineProps {
  readonly attachment: Attachment
  readonly onSaid: (sentence: string) => void
}

const bytesPerKilobyte = 1024

/** One paper or picture with what can be done about it. */
export function AttachmentLine({ attachment, onSaid }: AttachmentLineProps) {
  const { t, language } = useText()
  const say = useFailureSentence()
  const { attachmentId, name, bytes, addedAt, state } = attachment
  const showing = useMutation({
    mutationFn: async (isKept: boolean) => {
      const file = await hostFile(await client.attachments.open({ attachmentId }))
      if (isKept) await host.saveFile(file)
      else await host.openFile(file)
    },
    meta: { readsOnly: true },
  })
  const size = String(Math.ceil(bytes / bytesPerKilobyte))
  return (
    <div className={classes.line}>
      <div className={classes.name}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="gray.7">
          {t(($) => $.attachments.about, { size, at: momentText(addedAt, language) })}
        </Text>
        {state !== 'kept' && (
          <Text size="sm" c="red.9" fw={600}>
            {t(($) => $.attachments[state])}
          </Text>
        )}
        {showing.isError && (
          <Text size="sm" c="red.9" role="alert">
            {say(showing.error)}
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          size="sm"
          loading={showing.isPending}
          onClick={() => showing.mutate(false)}
          aria-label={t(($) => $.attachments.openNamed, { name })}
        >
          {t(($) => $.attachments.open)}
        </Button>
        <Button
          variant="default"
          size="sm"
          disabled={showing.isPending}
          onClick={() => showing.mutate(true)}
          aria-label={t(($) => $.attachments.keepNamed, { name })}
        >
          {t(($) => $.attachments.keep)}
        </Button>
        <RemoveButton attachment={attachment} onSaid={onSaid} />
      </Group>
    </div>
  )
}

function RemoveButton({ attachment: { attachmentId, name }, onSaid }: AttachmentLineProps) {
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
