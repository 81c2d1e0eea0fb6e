import { Group, Title } from '@mantine/core'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { PictureButton } from '../../../app/PictureButton.tsx'
import { useBook } from '../../../app/session.tsx'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

/** Every paper there is of a loan, as it stands. */
export function LoanPapers({ loan }: { readonly loan: Loan }) {
  const { t, language } = useText()
  const { today } = useBook()
  const { loanId } = loan
  const isPaidOut = loan.disbursedOn !== null
  const planned = isPaidOut ? { loanId } : { loanId, date: today }
  const card = { report: 'loanCard', params: { loanId }, language } as const
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {t(($) => $.loans.papers.title)}
      </Title>
      <Group gap="sm">
        {isPaidOut && <PaperButton asked={card} label={t(($) => $.loans.card.print)} />}
        {isPaidOut && <PaperButton asked={card} label={t(($) => $.loans.card.pdf)} isKept />}
        {isPaidOut && <PictureButton asked={card} />}
        {loan.restructures ? (
          <PaperButton
            asked={{ report: 'loanAddendum', params: { loanId }, language }}
            label={t(($) => $.loans.papers.addendum)}
          />
        ) : (
          <PaperButton
            asked={{ report: 'loanAgreement', params: planned, language }}
            label={t(($) => $.loans.card.printAgreement)}
          />
        )}
        <PaperButton
          asked={{ report: 'loanSchedule', params: planned, language }}
          label={t(($) => $.loans.card.printSchedule)}
        />
        <PaperButton
          asked={{ report: 'deductionMandate', params: { loanId }, language }}
          label={t(($) => $.loans.papers.mandate)}
        />
        {loan.writtenOff && (
          <PaperButton
            asked={{ report: 'writeOffMinutes', params: { loanId }, language }}
            label={t(($) => $.loans.papers.minutes)}
          />
        )}
      </Group>
    </section>
  )
}
