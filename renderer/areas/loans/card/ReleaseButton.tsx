import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

interface ReleaseButtonProps {
  readonly loan: Loan
  readonly collateral: Loan['collateral'][number]
  readonly onSaid: (sentence: string) => void
}

/** Gives a pledged thing back to its owner; while money is owed that is asked about. */
export function ReleaseButton({ loan, collateral, onSaid }: ReleaseButtonProps) {
  const { t } = useText()
  const { today } = useBook()
  const [isAsking, setAsking] = useState(false)
  const [requestId] = useState(() => crypto.randomUUID())
  const { collateralId, kind, owner } = collateral
  const release = useMutation(
    orpc.loans.releaseCollateral.mutationOptions({
      onSuccess: () => {
        setAsking(false)
        onSaid(t(($) => $.loans.release.saved, { kind, owner }))
      },
    }),
  )
  const owed = { kind, owner, amount: formatRupiah(loan.outstanding) }
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
        {t(($) => $.loans.release.open)}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t(($) => $.loans.release.title)}
        text={
          <>
            {loan.outstanding > 0 ? t(($) => $.loans.release.askOwed, owed) : t(($) => $.loans.release.ask, owed)}
            <Complaint error={release.error} />
          </>
        }
        yes={t(($) => $.loans.release.yes)}
        no={t(($) => $.loans.payOff.no)}
        isBusy={release.isPending}
        onYes={() => release.mutate({ requestId, collateralId, date: today })}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
