import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { formatDateShort } from '../../../../shared/calendar.ts'
import type { MemberStanding } from '../../../../shared/contract/member-standing.ts'
import { formatAmount, formatRupiah } from '../../../../shared/rules/money.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../members.module.css'

type Loan = MemberStanding['loans'][number]

/** Every loan a member ever asked for: where it stands, what she owes, when she pays next, and whose she answers for. */
export function MemberLoans({ standing }: { readonly standing: MemberStanding }) {
  const { t } = useText()
  return (
    <>
      <LoansTable standing={standing} />
      {standing.guarantees.map(({ loanId, number, borrower }) => (
        <Text key={loanId} mt="xs">
          <Anchor component={Link} to={`/loans/card/${loanId}`} underline="always">
            {t(($) => $.members.page.guarantee, { number, borrower })}
          </Anchor>
        </Text>
      ))}
    </>
  )
}

function LoansTable({ standing: { loans, totals } }: { readonly standing: MemberStanding }) {
  const { t } = useText()
  if (loans.length === 0) return <Text c="gray.7">{t(($) => $.members.page.noLoans)}</Text>
  return (
    <table className={classes.savings} aria-label={t(($) => $.members.page.loansLabel)}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.members.page.loan)}</th>
          <th scope="col">{t(($) => $.members.page.state)}</th>
          <th scope="col" className={classes.amount}>
            {t(($) => $.members.page.outstanding)}
          </th>
          <th scope="col">{t(($) => $.members.page.due)}</th>
        </tr>
      </thead>
      <tbody>
        {loans.map((loan) => (
          <LoanLine key={loan.loanId} loan={loan} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>{t(($) => $.ui.table.total)}</td>
          <td className={classes.amount}>{formatAmount(totals.outstanding)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}

function LoanLine({ loan }: { readonly loan: Loan }) {
  const { t } = useText()
  const { number, productName, outstanding } = loan
  const states: Readonly<Record<string, string>> = t(($) => $.members.page.states, { returnObjects: true })
  return (
    <tr>
      <td>
        <Anchor component={Link} to={`/loans/card/${loan.loanId}`} underline="always">
          {number}
        </Anchor>
        <br />
        <Text span size="sm" c="gray.7">
          {productName}
        </Text>
      </td>
      <td>{states[loan.state] ?? loan.state}</td>
      <td className={classes.amount}>{formatAmount(outstanding)}</td>
      <td>
        <DueWords loan={loan} />
      </td>
    </tr>
  )
}

/** What is overdue is said before what comes next. */
function DueWords({ loan: { due, dueSince, nextDueOn, nextDue } }: { readonly loan: Loan }) {
  const { t } = useText()
  return (
    <>
      {dueSince !== null && (
        <Text c="red.9" fw={600}>
          {t(($) => $.members.page.overdue, { amount: formatRupiah(due), date: formatDateShort(dueSince) })}
        </Text>
      )}
      {nextDueOn !== null &&
        t(($) => $.members.page.next, { amount: formatRupiah(nextDue), date: formatDateShort(nextDueOn) })}
    </>
  )
}
