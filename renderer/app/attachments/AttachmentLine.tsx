import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '../../client.ts'
import { host } from '../../host.ts'
import { momentText } from '../../ui/display/moment.ts'
import { useText } from '../../ui/text.ts'
import { useFailureSentence } from '../../ui/use-failure-sentence.ts'
import { hostFile } from '../paper.ts'
import { useRoleName } from '../use-role-name.ts'
import type { Attachment } from './AttachmentPanel.tsx'
import { useFileWords } from './attachment-words.ts'
import classes from './attachments.module.css'
import { RemoveButton } from './RemoveButton.tsx'

interface AttachmentLineProps {
  readonly attachment: Attachment
  readonly onSaid: (sentence: string) => void
}

/** One paper or picture with what can be done about it; one that was taken away says by whom, when and why. */
export function AttachmentLine({ attachment, onSaid }: AttachmentLineProps) {
  const { t } = useText()
  const say = useFailureSentence()
  const { attachmentId, name, state, removed } = attachment
  const showing = useMutation({
    mutationFn: async (isKept: boolean) => {
      const file = await hostFile(await client.attachments.open({ attachmentId }))
      if (isKept) await host.saveFile(file)
      else await host.openFile(file)
    },
    meta: { readsOnly: true },
  })
  return (
    <div className={classes.line}>
      <div className={classes.name}>
        <Words attachment={attachment} />
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
        {removed === null && <RemoveButton attachment={attachment} onSaid={onSaid} />}
      </Group>
    </div>
  )
}

function Words({ attachment }: { readonly attachment: Attachment }) {
  const { t, language } = useText()
  const words = useFileWords()
  const nameOf = useRoleName()
  const { name, note, addedAt, addedBy, removed, isPhoto } = attachment
  const code = removed?.code ?? null
  const added = { about: words(attachment), at: momentText(addedAt, language), by: nameOf(addedBy) }
  return (
    <>
      <Text fw={600} td={removed === null ? 'none' : 'line-through'}>
        {name}
      </Text>
      {isPhoto && <Text>{t(($) => $.attachments.photo.title)}</Text>}
      {note !== null && <Text>{note}</Text>}
      <Text size="sm" c="gray.7">
        {t(($) => $.attachments.about, added)}
      </Text>
      {removed !== null && (
        <Text size="sm" c="dark.9">
          {t(($) => $.attachments.removedBy, {
            ...{ at: momentText(removed.at, language), by: nameOf(removed.by) },
            reason: code === null ? removed.reason : t(($) => $.attachments.removedFor[code]),
          })}
        </Text>
      )}
    </>
  )
}
