import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../../client.ts'
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx'
import { useText } from '../../../ui/text.ts'
import { useFailureSentence } from '../../../ui/use-failure-sentence.ts'
import type { Noted } from './PassbookNoted.tsx'

interface RenewPassbookProps {
  readonly savingsAccountId: string
  readonly onNoted: (noted: Noted) => void
}

/** A new book in the place of one that is full, lost or damaged. */
export function RenewPassbook({ savingsAccountId, onNoted }: RenewPassbookProps) {
  const { t } = useText()
  const say = useFailureSentence()
  const [isAsking, setAsking] = useState(false)
  const renewal = useMutation({
    mutationFn: async () => {
      const requestId = crypto.randomUUID()
      await client.savings.passbookRenewed({ requestId, savingsAccountId })
      return requestId
    },
    onSuccess: (requestId) => {
      setAsking(false)
      onNoted({ requestId, sentence: t(($) => $.passbook.renewed), undo: t(($) => $.passbook.undoRenewal) })
    },
  })
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t(($) => $.passbook.renew)}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t(($) => $.passbook.renewTitle)}
        text={
          <>
            <Text>{t(($) => $.passbook.renewText)}</Text>
            {renewal.isError && (
              <Text role="alert" c="red.9" mt="sm">
                {say(renewal.error)}
              </Text>
            )}
          </>
        }
        yes={t(($) => $.passbook.renewYes)}
        no={t(($) => $.passbook.renewNo)}
        isBusy={renewal.isPending}
        onYes={() => renewal.mutate()}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
