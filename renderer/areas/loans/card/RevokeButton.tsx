import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

interface RevokeButtonProps {
  readonly loan: Loan
  readonly onSaid: (sentence: string) => void
}

/** The borrower takes her mandate back: from then on her savings pay nothing. */
export function RevokeButton({ loan: { loanId, number, memberName: member }, onSaid }: RevokeButtonProps) {
  const { t } = useText()
  const { today } = useBook()
  const [isAsking, setAsking] = useState(false)
  const [requestId] = useState(() => crypto.randomUUID())
  const revocation = useMutation(
    orpc.loans.revokeMandate.mutationOptions({
      onSuccess: () => {
        setAsking(false)
        onSaid(t(($) => $.loans.revoke.saved, { number }))
      },
    }),
  )
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
        {t(($) => $.loans.revoke.open)}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t(($) => $.loans.revoke.title, { number })}
        text={
          <>
            {t(($) => $.loans.revoke.ask, { member })}
            <Complaint error={revocation.error} />
          </>
        }
        yes={t(($) => $.loans.revoke.yes)}
        no={t(($) => $.loans.payOff.no)}
        isBusy={revocation.isPending}
        onYes={() => revocation.mutate({ requestId, loanId, date: today })}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
