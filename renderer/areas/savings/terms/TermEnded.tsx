import { Button, Text } from '@mantine/core'
import { formatDate, monthOf, monthsBetween } from '../../../../shared/calendar.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
import { useText } from '../../../ui/text.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Certificate } from './PlaceTerm.tsx'
import type { Ended } from './term-words.ts'

interface TermEndedProps {
  readonly ended: Ended
  /** It runs again: its end can be chosen anew. */
  readonly onReversed: () => void
}

/** What became of a term deposit: paid back, or placed again under a new certificate. */
export function TermEnded({ ended, onReversed }: TermEndedProps) {
  const { t, language } = useText()
  const { answer, term, way } = ended
  const { memberName: member } = term
  const warnings = usePostingWarnings(answer.warnings)
  if (way === 'closed') {
    const said = { number: term.number, member, paid: formatRupiah(answer.paid) }
    const sentence = t(($) => $.termDeposits.close.saved, said)
    return <SavedPanel posted={answer} sentence={sentence} warnings={warnings} onReversed={onReversed} />
  }
  const { number, maturesOn, savingsAccountId, amount, paid, toSavings } = ended.answer
  const sentence = t(($) => $.termDeposits.roll.saved, {
    ...{ amount: formatRupiah(amount), date: formatDate(maturesOn, language), number },
    months: monthsBetween(monthOf(term.maturesOn), monthOf(maturesOn)),
  })
  return (
    <SavedPanel posted={answer} sentence={sentence} warnings={warnings} onReversed={onReversed}>
      {paid > 0 && <Text>{t(($) => $.termDeposits.roll.paid, { amount: formatRupiah(paid), member })}</Text>}
      {toSavings > 0 && (
        <Text>{t(($) => $.termDeposits.roll.toSavings, { amount: formatRupiah(toSavings), member })}</Text>
      )}
      <Button.Group mt="sm">
        <Certificate savingsAccountId={savingsAccountId} label={t(($) => $.termDeposits.roll.printCertificate)} />
      </Button.Group>
      <LinkButton to={`/savings/terms/${savingsAccountId}`} label={t(($) => $.termDeposits.roll.newOne)} />
    </SavedPanel>
  )
}
