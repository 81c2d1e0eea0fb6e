import { Button, Group, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useText } from '../../../ui/text.ts'
import { RefundDialog } from '../payment/RefundDialog.tsx'
import { WaiveDialog } from '../payment/WaiveDialog.tsx'

interface OtherStepsProps {
  readonly card: Answers['loans']['card']
  /** Says in one sentence what was done. */
  readonly onSaid: (sentence: string) => void
}

/** What is done with a loan now and then: penalty let off, held money given back, new terms, given up. */
export function OtherSteps({ card: { loan, penalty, held }, onSaid }: OtherStepsProps) {
  const { t } = useText()
  const [open, setOpen] = useState<'waive' | 'refund'>()
  const { loanId, state } = loan
  const isRunning = state === 'disbursed'
  const close = () => setOpen(undefined)
  const say = (sentence: string) => {
    close()
    onSaid(sentence)
  }
  if (!isRunning && held === 0) return null
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {t(($) => $.loans.steps.title)}
      </Title>
      <Group gap="sm">
        {held > 0 && (
          <Button variant="default" onClick={() => setOpen('refund')}>
            {t(($) => $.loans.steps.refund, { amount: formatRupiah(held) })}
          </Button>
        )}
        {isRunning && penalty.owed > 0 && (
          <Button variant="default" onClick={() => setOpen('waive')}>
            {t(($) => $.loans.waiver.open)}
          </Button>
        )}
        {isRunning && loan.outstanding > 0 && (
          <>
            <Button component={Link} to={`/loans/restructure/${loanId}`} variant="default">
              {t(($) => $.loans.restructure.title)}
            </Button>
            <Button component={Link} to={`/loans/write-off/${loanId}`} variant="default">
              {t(($) => $.loans.writeOff.title)}
            </Button>
          </>
        )}
      </Group>
      {open === 'refund' && <RefundDialog loan={loan} held={held} onClose={close} onSaid={say} />}
      {open === 'waive' && <WaiveDialog loan={loan} owed={penalty.owed} onClose={close} onSaid={say} />}
    </section>
  )
}
