import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

/** Where the loan came from, step by step, and how it ended where it was not paid back. */
export function History({ loan }: { readonly loan: Loan }) {
  const { t, language } = useText()
  const { appliedOn, approvedOn, approvedBy, rejectedOn, rejectedFor, disbursedOn, purpose, fund } = loan
  const day = (date: string) => formatDate(date, language)
  const steps = [
    t(($) => $.loans.card.appliedOn, { date: day(appliedOn) }),
    approvedOn && t(($) => $.loans.card.approvedOn, { date: day(approvedOn), by: approvedBy ?? '' }),
    rejectedOn && t(($) => $.loans.card.rejectedOn, { date: day(rejectedOn), reason: rejectedFor ?? '' }),
    disbursedOn && !loan.restructures && t(($) => $.loans.card.disbursedOn, { date: day(disbursedOn) }),
  ].filter(Boolean)
  return (
    <>
      <Text mb="sm">{`${t(($) => $.loans.card.purpose, { purpose })} · ${steps.join(' · ')}`}</Text>
      {fund && <Text mb="sm">{t(($) => $.loans.card.ofFund, { fund: `${fund.number} ${fund.name}` })}</Text>}
      <Endings loan={loan} />
    </>
  )
}

function Endings({ loan: { restructures, restructuredBy, writtenOff } }: { readonly loan: Loan }) {
  const { t, language } = useText()
  return (
    <>
      {restructures && (
        <Told text={t(($) => $.loans.card.goesOnFor)}>
          <OtherCard {...restructures} />
        </Told>
      )}
      {restructuredBy && (
        <Told
          text={t(($) => $.loans.card.goesOnAs, {
            ...{ date: formatDate(restructuredBy.on, language), reason: restructuredBy.reason },
          })}
        >
          <OtherCard {...restructuredBy} />
        </Told>
      )}
      {writtenOff && (
        <Told
          text={t(($) => $.loans.card.writtenOff, {
            ...{ date: formatDate(writtenOff.on, language), number: writtenOff.decision.number },
            by: t(($) => $.loans.decidedBy[writtenOff.decision.by]),
            on: formatDate(writtenOff.decision.on, language),
          })}
        />
      )}
    </>
  )
}

function Told({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <Text mb="sm" fw={600}>
      {text} {children}
    </Text>
  )
}

function OtherCard({ loanId, number }: { readonly loanId: string; readonly number: string }) {
  const { t } = useText()
  return (
    <Anchor component={Link} to={`/loans/card/${loanId}`} underline="always">
      {t(($) => $.loans.card.otherCard, { number })}
    </Anchor>
  )
}
