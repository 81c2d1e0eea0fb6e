import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { ReasonDialog } from '../../../ui/dialogs/ReasonDialog.tsx'
import { useText } from '../../../ui/text.ts'
import { useFailureSentence } from '../../../ui/use-failure-sentence.ts'
import type { Loan } from '../loan-words.ts'

interface RejectButtonProps {
  readonly loan: Loan
  readonly onRejected: (loan: Loan) => void
}

/** Says no to an application, or takes an approval back, with a reason that is kept. */
export function RejectButton({ loan, onRejected }: RejectButtonProps) {
  const { t } = useText()
  const { today } = useBook()
  const say = useFailureSentence()
  const [isAsking, setAsking] = useState(false)
  const [requestId] = useState(() => crypto.randomUUID())
  const rejection = useMutation(
    orpc.loans.reject.mutationOptions({
      onSuccess: (answer) => {
        setAsking(false)
        onRejected(answer)
      },
    }),
  )
  const { loanId, number } = loan
  return (
    <>
      <Button variant="subtle" color="red" mt="sm" onClick={() => setAsking(true)}>
        {t(($) => $.loans.reject.open)}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        title={t(($) => $.loans.reject.title, { number })}
        text={t(($) => $.loans.reject.text)}
        reasonLabel={t(($) => $.loans.reject.reason)}
        confirm={t(($) => $.loans.reject.confirm)}
        keep={t(($) => $.loans.reject.keep)}
        isBusy={rejection.isPending}
        refusal={say(rejection.error)}
        onConfirm={(reason) => rejection.mutate({ requestId, loanId, date: today, reason })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
