import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../../shared/calendar.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

/** What is owed of a loan: in all, today, next, and what settles it. */
export function LoanFacts({ loan, held }: { readonly loan: Loan; readonly held: number }) {
  const { t } = useText()
  const { writtenOff } = loan
  return (
    <KeyFigures>
      <KeyFigure label={t(($) => $.loans.card.principal)} figure={formatRupiah(loan.principal)} />
      <KeyFigure label={t(($) => $.loans.card.outstanding)} figure={formatRupiah(loan.outstanding)} />
      {loan.state === 'disbursed' && <OwedToday loanId={loan.loanId} />}
      {held > 0 && <KeyFigure label={t(($) => $.loans.card.held)} figure={formatRupiah(held)} />}
      {writtenOff && (
        <>
          <KeyFigure label={t(($) => $.loans.card.givenUp)} figure={formatRupiah(writtenOff.principal)} />
          <KeyFigure label={t(($) => $.loans.card.recovered)} figure={formatRupiah(writtenOff.recovered)} />
          <KeyFigure label={t(($) => $.loans.card.claimLeft)} figure={formatRupiah(writtenOff.left)} />
        </>
      )}
    </KeyFigures>
  )
}

function OwedToday({ loanId }: { readonly loanId: string }) {
  const { t, language } = useText()
  const { today } = useBook()
  const asked = { input: { loanId, date: today } }
  const { data: due } = useQuery(orpc.loans.due.queryOptions(asked))
  const { data: quote } = useQuery(orpc.loans.payoffQuote.queryOptions(asked))
  if (!due || !quote) return null
  const since =
    due.since !== null &&
    t(($) => $.loans.card.dueSince, { count: due.instalments, date: formatDate(due.since, language) })
  return (
    <>
      <KeyFigure
        label={t(($) => $.loans.card.dueToday)}
        figure={due.total === 0 ? t(($) => $.loans.card.dueNothing) : formatRupiah(due.total)}
        note={since}
      />
      {due.penalty > 0 && <KeyFigure label={t(($) => $.loans.card.penalty)} figure={formatRupiah(due.penalty)} />}
      {due.next && (
        <KeyFigure
          label={t(($) => $.loans.card.nextDue, { date: formatDate(due.next.dueOn, language) })}
          figure={formatRupiah(due.next.total)}
        />
      )}
      <KeyFigure
        label={t(($) => $.loans.card.payOffToday)}
        figure={formatRupiah(quote.toPay)}
        note={quote.held > 0 && t(($) => $.loans.card.payOffHeld, { amount: formatRupiah(quote.held) })}
      />
    </>
  )
}
