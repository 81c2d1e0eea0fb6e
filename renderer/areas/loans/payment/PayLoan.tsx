import { Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { useLoanWarnings } from '../loan-words.ts'
import { useLoanOfAddress } from '../use-member-loans.ts'
import { type Paid, PaymentForm } from './PaymentForm.tsx'

/** An instalment over the counter. `?loan=` fills in what the screen before knew. */
export function PayLoan() {
  const { t } = useText()
  const [paid, setPaid] = useState<Paid>()
  const [isAgain, setAgain] = useState(false)
  useFreshVisit(() => setPaid(undefined))
  const { loan, isWaiting } = useLoanOfAddress()
  const next = () => {
    setPaid(undefined)
    setAgain(true)
  }
  return (
    <>
      <PageHead title={t(($) => $.loans.pay.title)} />
      {paid && <PaidNotice paid={paid} onNext={next} />}
      {!paid && !isWaiting && <PaymentForm loan={isAgain ? undefined : loan} onPaid={setPaid} />}
    </>
  )
}

interface PaidNoticeProps {
  readonly paid: Paid
  readonly sentence?: string
  readonly onNext: () => void
}

/** What became of the money, in everyday words: how much of it was jasa, how much pays the loan back. */
export function PaidNotice({ paid: { answer, loan, amount }, sentence, onNext }: PaidNoticeProps) {
  const { t } = useText()
  const warnings = useLoanWarnings(answer.warnings)
  const { principal, interest, penalty, held, fromHeld, outstanding } = answer
  const parts = {
    ...{ principal: formatRupiah(principal), interest: formatRupiah(interest) },
    ...{ penalty: formatRupiah(penalty), held: formatRupiah(held), fromHeld: formatRupiah(fromHeld) },
  }
  const said = t(($) => $.loans.pay.saved, {
    amount: formatRupiah(amount),
    member: loan.memberName,
    number: loan.number,
  })
  return (
    <SavedPanel
      posted={answer}
      sentence={sentence ?? said}
      balance={outstanding}
      balanceLabel={t(($) => $.loans.pay.outstanding)}
      warnings={warnings}
      onNext={onNext}
    >
      {sumSen([principal, interest, penalty]) > 0 && (
        <Text mt="sm">
          {penalty > 0 ? t(($) => $.loans.pay.splitPenalty, parts) : t(($) => $.loans.pay.split, parts)}
        </Text>
      )}
      {held > 0 && <Text>{t(($) => $.loans.pay.splitHeld, parts)}</Text>}
      {fromHeld > 0 && <Text>{t(($) => $.loans.pay.splitFromHeld, parts)}</Text>}
      {answer.state === 'settled' && <Text fw={600}>{t(($) => $.loans.pay.settled)}</Text>}
      <Anchor component={Link} to={`/loans/card/${loan.loanId}`} display="inline-block" mt="sm" underline="always">
        {t(($) => $.loans.form.card)}
      </Anchor>
    </SavedPanel>
  )
}
