import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../text.ts'
import { Dialog } from './Dialog.tsx'

interface ConfirmDialogProps {
  readonly isOpen: boolean
  readonly title: string
  readonly text: ReactNode
  readonly yes?: string
  readonly no?: string
  readonly isBusy?: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}

/** A question before something that matters. Esc and the first focus are on the harmless answer. */
export function ConfirmDialog({ isOpen, title, text, yes, no, isBusy, onYes, onNo }: ConfirmDialogProps) {
  const { t } = useText()
  return (
    <Dialog isOpen={isOpen} onClose={onNo} title={title}>
      <Text component="div">{text}</Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onNo} data-autofocus>
          {no ?? t(($) => $.ui.confirm.no)}
        </Button>
        <Button onClick={onYes} loading={isBusy ?? false}>
          {yes ?? t(($) => $.ui.confirm.yes)}
        </Button>
      </Group>
    </Dialog>
  )
}
