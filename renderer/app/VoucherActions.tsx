import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { PostedAnswer } from '../../shared/contract/procedure.ts'
import { Complaint } from '../ui/display/Complaint.tsx'
import { useText } from '../ui/text.ts'
import { ReverseDialog } from './ReverseDialog.tsx'
import { useReceipt } from './receipt.ts'

interface VoucherActionsProps {
  readonly posted: Pick<PostedAnswer, 'entryId' | 'voucher' | 'date'>
  readonly isReversible: boolean
}

/** Print, send and reverse a voucher that is looked at again. */
export function VoucherActions({ posted, isReversible }: VoucherActionsProps) {
  const { t } = useText()
  const receipt = useReceipt(posted.entryId)
  const [isAsking, setAsking] = useState(false)
  const [reversed, setReversed] = useState<string>()
  return (
    <>
      <Complaint error={receipt.error} />
      {reversed !== undefined && (
        <Text role="alert" fw={600} mb="sm">
          {reversed}
        </Text>
      )}
      <Group gap="sm">
        <Button variant="default" loading={receipt.isPending} onClick={() => receipt.mutate('print')}>
          {t(($) => $.ui.saved.print)}
        </Button>
        <Button variant="default" disabled={receipt.isPending} onClick={() => receipt.mutate('save')}>
          {t(($) => $.ui.saved.send)}
        </Button>
        <Button variant="default" disabled={receipt.isPending} onClick={() => receipt.mutate('picture')}>
          {t(($) => $.ui.saved.picture)}
        </Button>
        {isReversible && reversed === undefined && (
          <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
            {t(($) => $.ui.saved.reverse)}
          </Button>
        )}
      </Group>
      <ReverseDialog
        posted={posted}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onReversed={(sentence) => {
          setAsking(false)
          setReversed(sentence)
        }}
      />
    </>
  )
}
