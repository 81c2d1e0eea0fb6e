import { Alert, Button, FileButton, Group, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AttachmentSubject } from '../../../shared/contract/attachments.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { attachmentBytesMax, megabytesOf } from '../../../shared/rules/attachment-type.ts'
import { client } from '../../client.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../ui/display/Done.tsx'
import { useText } from '../../ui/text.ts'
import { orpc } from '../queries.ts'
import { AttachmentLine } from './AttachmentLine.tsx'
import { type ReadAttachment, readAttachment } from './read-attachment.ts'

export type Attachment = Answers['attachments']['get']

const accepted = 'application/pdf,image/jpeg,image/png,image/webp,image/heic,.pdf,.jpg,.jpeg,.png,.webp,.heic'

interface AttachmentPanelProps {
  readonly subject: AttachmentSubject
}

/** The papers and pictures of one thing: attach, open, keep a copy, take away with a reason. */
export function AttachmentPanel({ subject }: AttachmentPanelProps) {
  const { t } = useText()
  const reset = useRef<() => void>(null)
  const [said, say] = useSaid()
  const [problem, setProblem] = useState<Exclude<ReadAttachment, { base64: string }>>()
  const list = useQuery(orpc.attachments.list.queryOptions({ input: { subject } }))
  const adding = useMutation({
    mutationFn: async (file: File) => {
      const read = await readAttachment(file)
      setProblem('problem' in read ? read : undefined)
      if ('problem' in read) return undefined
      return await client.attachments.add({ requestId: crypto.randomUUID(), subject, ...read })
    },
    onSuccess: (made) => made && say(t(($) => $.attachments.added, { name: made.name })),
  })
  const choose = (file: File | null) => {
    // The same file can be chosen again after it was refused.
    reset.current?.()
    if (file === null) return
    say(undefined)
    adding.mutate(file)
  }
  const rows = list.data?.rows ?? []
  return (
    <section aria-label={t(($) => $.attachments.title)}>
      <Group align="center" gap="md" mt="lg" mb="xs">
        <Title order={2} size="h4">
          {t(($) => $.attachments.title)}
        </Title>
        <FileButton onChange={choose} accept={accepted} resetRef={reset} inputProps={{ tabIndex: -1 }}>
          {(props) => (
            <Button {...props} variant="default" loading={adding.isPending}>
              {t(($) => $.attachments.add)}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="gray.7">
          {t(($) => $.attachments.text)}
        </Text>
      </Group>
      <Done key={said.count} sentence={said.sentence} />
      <Complaint error={adding.error ?? list.error} />
      {problem && <NotRead problem={problem} />}
      {list.data && rows.length === 0 && <Text c="gray.7">{t(($) => $.attachments.none)}</Text>}
      {rows.map((attachment) => (
        <AttachmentLine key={attachment.attachmentId} attachment={attachment} onSaid={say} />
      ))}
    </section>
  )
}

function NotRead({ problem }: { readonly problem: Exclude<ReadAttachment, { base64: string }> }) {
  const { t } = useText()
  const { name } = problem
  const megabytesMax = String(megabytesOf(attachmentBytesMax))
  return (
    <Alert color="red" variant="light" role="alert" my="sm" maw="44rem">
      <Text c="dark.9">
        {problem.problem === 'tooLarge'
          ? t(($) => $.error.INVALID_INPUT_attachment_too_large, {
              ...{ name, megabytes: String(problem.megabytes), megabytesMax },
            })
          : t(($) => $.error.INVALID_INPUT_file_not_readable, { name })}
      </Text>
    </Alert>
  )
}
