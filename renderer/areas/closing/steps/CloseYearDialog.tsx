import { List, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { useText } from '../../../ui/text.ts'
import { type Step, useStepWords } from './use-step-words.ts'

interface CloseYearDialogProps {
  readonly year: number
  /** What the year earned, sen. */
  readonly result: number
  /** Steps that are not done before it. */
  readonly left: readonly Step[]
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onDone: (sentence: string) => void
}

/** Says what closing a year means and what it comes to, before anybody says yes. */
export function CloseYearDialog({ year, result, left, isOpen, onClose, onDone }: CloseYearDialogProps) {
  const { t } = useText()
  // A year that was opened again is closed by a request of its own.
  const [requestId] = useState(() => crypto.randomUUID())
  const named = { year, next: year + 1, amount: formatRupiah(Math.abs(result)) }
  const close = useMutation(
    orpc.closing.closeYear.mutationOptions({ onSuccess: () => onDone(t(($) => $.closing.close.done, named)) }),
  )
  const outcome = result === 0 ? 'nothing' : result < 0 ? 'loss' : 'surplus'
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t(($) => $.closing.close.title, named)}
      text={
        <Stack gap="sm">
          <Text>{t(($) => $.closing.close.text, named)}</Text>
          <Text fw={600}>{t(($) => $.closing.close[outcome], named)}</Text>
          {left.length > 0 && <Waiting steps={left} />}
          <Text>{t(($) => $.closing.close.reopen)}</Text>
          <Complaint error={close.error} />
        </Stack>
      }
      yes={t(($) => $.closing.close.yes)}
      no={t(($) => $.closing.close.no)}
      isBusy={close.isPending}
      onYes={() => close.mutate({ requestId, year })}
      onNo={onClose}
    />
  )
}

/** What was not done before the closing, by name: what of it can still be done after is little. */
function Waiting({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useText()
  const { title, sentences } = useStepWords()
  return (
    <div>
      <Text fw={600}>{t(($) => $.closing.close.left, { left: steps.length })}</Text>
      <List>
        {steps.map((step) => (
          <List.Item key={step.key}>{[title(step), ...sentences(step)].join(': ')}</List.Item>
        ))}
      </List>
    </div>
  )
}
