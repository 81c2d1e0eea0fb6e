import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { useLoanProductNames } from '../../app/loan-product-names.ts'
import { useText } from '../../ui/text.ts'
import { type Loan, useTermsSentence } from './loan-words.ts'
import classes from './loans.module.css'

/** Whose loan this is and what was agreed, below the head of its screens. */
export function LoanLine({ loan }: { readonly loan: Loan }) {
  const { t } = useText()
  const nameOf = useLoanProductNames()
  const termsOf = useTermsSentence()
  return (
    <span className={classes.owner}>
      <span>{`${nameOf(loan.product, loan.productName)} · ${loan.number} · ${loan.memberNumber}`}</span>
      <b>{t(($) => $.loans.state[loan.state])}</b>
      <span>{termsOf(loan)}</span>
      <Anchor component={Link} to={`/members/${loan.memberId}`} underline="always">
        {t(($) => $.loans.card.member)}
      </Anchor>
    </span>
  )
}
