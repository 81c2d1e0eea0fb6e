import { Checkbox, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AttachmentSubject } from '../../../shared/contract/attachments.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { Done, useSaid } from '../../ui/display/Done.tsx'
import { useText } from '../../ui/text.ts'
import { orpc } from '../queries.ts'
import { AttachFile } from './AttachFile.tsx'
import { AttachmentLine } from './AttachmentLine.tsx'

export type Attachment = Answers['attachments']['get']

const attachmentsMax = 1_000

interface AttachmentPanelProps {
  readonly subject: AttachmentSubject
}

/** The papers and pictures of one thing: attach, open, keep a copy, take away with a reason; what was taken away on request. */
export function AttachmentPanel({ subject }: AttachmentPanelProps) {
  const { t } = useText()
  const [said, say] = useSaid()
  const [isAll, setAll] = useState(false)
  const input = { subject, removed: true, limit: attachmentsMax }
  const { data, error } = useQuery(orpc.attachments.list.queryOptions({ input }))
  const kept = data?.rows.filter(({ removed, isPhoto }) => removed === null && !isPhoto) ?? []
  const removed = data?.rows.filter((one) => one.removed !== null) ?? []
  return (
    <section aria-label={t(($) => $.attachments.title)}>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t(($) => $.attachments.title)}
      </Title>
      <AttachFile subject={subject} onSaid={say} />
      <Done key={said.count} sentence={said.sentence} />
      <Complaint error={error} />
      {data && kept.length === 0 && <Text c="gray.7">{t(($) => $.attachments.none)}</Text>}
      {kept.map((attachment) => (
        <AttachmentLine key={attachment.attachmentId} attachment={attachment} onSaid={say} />
      ))}
      {removed.length > 0 && (
        <Checkbox
          mt="sm"
          label={t(($) => $.attachments.showRemoved, { amount: String(removed.length) })}
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      {isAll &&
        removed.map((attachment) => (
          <AttachmentLine key={attachment.attachmentId} attachment={attachment} onSaid={say} />
        ))}
    </section>
  )
}
