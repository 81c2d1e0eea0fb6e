import { Alert, Button, FileButton, Group, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import type { AttachmentSubject } from '../../../shared/contract/attachments.ts'
import { attachmentBytesMax, megabytesOf } from '../../../shared/rules/attachment-type.ts'
import { client } from '../../client.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { useFileWords } from './attachment-words.ts'
import { type ChosenAttachment, type NotAttachable, readAttachment } from './read-attachment.ts'

const accepted = 'application/pdf,image/jpeg,image/png,image/webp,image/heic,.pdf,.jpg,.jpeg,.png,.webp,.heic'

interface AttachFileProps {
  readonly subject: AttachmentSubject
  readonly onSaid: (sentence: string | undefined) => void
}

/** Chooses a file, says what it is about, and attaches it; what cannot be attached is told at once. */
export function AttachFile({ subject, onSaid }: AttachFileProps) {
  const { t } = useText()
  const reset = useRef<() => void>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [chosen, setChosen] = useState<ChosenAttachment>()
  const [problem, setProblem] = useState<NotAttachable>()
  const choose = async (file: File | null) => {
    // The same file can be chosen again after it was refused.
    reset.current?.()
    if (file === null) return
    onSaid(undefined)
    const read = await readAttachment(file)
    setProblem('problem' in read ? read : undefined)
    setChosen('problem' in read ? undefined : read)
  }
  const leave = (sentence?: string) => {
    setChosen(undefined)
    onSaid(sentence)
    button.current?.focus()
  }
  return (
    <>
      <Group align="center" gap="md" mb="xs">
        <FileButton
          onChange={(file) => void choose(file)}
          accept={accepted}
          resetRef={reset}
          inputProps={{ tabIndex: -1 }}
        >
          {(props) => (
            <Button {...props} ref={button} variant="default">
              {t(($) => $.attachments.add)}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="gray.7">
          {t(($) => $.attachments.text)}
        </Text>
      </Group>
      {problem && <NotAttached problem={problem} />}
      {chosen && (
        <ChosenForm
          // Another file is another note.
          key={`${chosen.name} ${chosen.bytes}`}
          subject={subject}
          chosen={chosen}
          onAttached={(name) => leave(t(($) => $.attachments.added, { name }))}
          onCancel={() => leave()}
        />
      )}
    </>
  )
}

interface ChosenFormProps {
  readonly subject: AttachmentSubject
  readonly chosen: ChosenAttachment
  readonly onAttached: (name: string) => void
  readonly onCancel: () => void
}

function ChosenForm({ subject, chosen, onAttached, onCancel }: ChosenFormProps) {
  const { t } = useText()
  const words = useFileWords()
  const { name, base64 } = chosen
  const form = useEntryForm({
    initial: { note: '' },
    save: ({ note }, requestId) =>
      client.attachments.add({ requestId, subject, name, base64, ...(note.trim() !== '' && { note }) }),
    onSaved: (made) => onAttached(made.name),
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.attachments.add)}
      saveLabel={t(($) => $.attachments.save)}
      onCancel={onCancel}
    >
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {t(($) => $.attachments.chosen, { name, about: words(chosen) })}
      </Text>
      <TextField label={t(($) => $.attachments.note)} {...form.field('note')} autoFocus />
    </FormFrame>
  )
}

/** Why a file is not attached, where it was chosen. */
export function NotAttached({ problem }: { readonly problem: NotAttachable }) {
  const { t } = useText()
  const { name } = problem
  const sentences = {
    tooLarge: (megabytes: number) =>
      t(($) => $.error.INVALID_INPUT_attachment_too_large, {
        ...{ name, megabytes: String(megabytes), megabytesMax: String(megabytesOf(attachmentBytesMax)) },
      }),
    empty: () => t(($) => $.error.INVALID_INPUT_attachment_empty, { name }),
    notADocument: () => `${name}: ${t(($) => $.error.INVALID_INPUT_not_a_document)}`,
    noPhoto: () => `${name}: ${t(($) => $.error.INVALID_INPUT_photo_not_shown)}`,
    unreadable: () => t(($) => $.error.INVALID_INPUT_file_not_readable, { name }),
  }
  return (
    <Alert color="red" variant="light" role="alert" my="sm" maw="44rem">
      <Text c="dark.9" style={{ overflowWrap: 'anywhere' }}>
        {problem.problem === 'tooLarge' ? sentences.tooLarge(problem.megabytes) : sentences[problem.problem]()}
      </Text>
    </Alert>
  )
}
