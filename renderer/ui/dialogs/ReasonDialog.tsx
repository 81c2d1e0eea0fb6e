import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useText } from '../text.ts'
import { Dialog } from './Dialog.tsx'

interface ReasonDialogProps {
  readonly isOpen: boolean
  readonly title: string
  readonly text: string
  readonly reasonLabel: string
  readonly confirm: string
  readonly keep: string
  readonly isBusy?: boolean
  /** Why it was refused, as a sentence. */
  readonly refusal?: string | undefined
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}

/** Asks for the reason of something that is kept for ever. Closing it keeps the typed reason for the next opening. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { isOpen, title, text, reasonLabel, confirm, keep, isBusy, refusal, onConfirm, onClose } = props
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog is drawn inside the form that opened it as far as React's events go.
    event.stopPropagation()
    // The button takes no focus while it is busy; without this the focus would leave the dialog, and a refusal be unheard.
    field.current?.focus()
    if (reason.trim() === '') setMissing(true)
    else onConfirm(reason)
  }
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text>{text}</Text>
          {refusal !== undefined && (
            <Alert color="red" variant="light" role="alert">
              <Text c="dark.9">{refusal}</Text>
            </Alert>
          )}
          <TextInput
            ref={field}
            label={reasonLabel}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value)
              setMissing(false)
            }}
            error={isMissing ? t(($) => $.error.INVALID_INPUT_required) : undefined}
            maxLength={500}
            data-autofocus
          />
          <Group justify="flex-end" gap="sm" mt="xs">
            <Button variant="default" onClick={onClose}>
              {keep}
            </Button>
            <Button type="submit" color="red" loading={isBusy ?? false}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
