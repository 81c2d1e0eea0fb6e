import { Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { MemberAnswer } from '../../../../shared/contract/members.ts'
import { formatAmount } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { useProductNames } from '../../../app/product-names.ts'
import { useSavingsRule } from '../../../app/use-savings-rule.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../members.module.css'

/** All of a member's savings with what can be done with each. */
export function MemberSavings({ member }: { readonly member: MemberAnswer }) {
  const { t } = useText()
  const { memberId, savings, totals, active } = member
  return (
    <>
      {savings.length === 0 ? (
        <Text c="gray.7">{t(($) => $.members.page.noSavings)}</Text>
      ) : (
        <table className={classes.savings} aria-label={t(($) => $.members.page.savingsLabel)}>
          <thead>
            <tr>
              <th scope="col">{t(($) => $.members.page.product)}</th>
              <th scope="col">{t(($) => $.members.page.number)}</th>
              <th scope="col" className={classes.amount}>
                {t(($) => $.members.page.balance)}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {savings.map((account) => (
              <SavingsLine key={account.savingsAccountId} account={account} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{t(($) => $.ui.table.total)}</td>
              <td className={classes.amount}>{formatAmount(totals.savings)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
      {active && (
        <Group gap="sm" mt="sm">
          <Button component={Link} to={`/savings/open?member=${memberId}`} size="sm" variant="default">
            {t(($) => $.members.page.open)}
          </Button>
          <Button component={Link} to={`/savings/terms/open?member=${memberId}`} size="sm" variant="default">
            {t(($) => $.members.page.placeTerm)}
          </Button>
        </Group>
      )}
    </>
  )
}

function SavingsLine({ account }: { readonly account: MemberAnswer['savings'][number] }) {
  const { t, language } = useText()
  const nameOf = useProductNames()
  const ruleOf = useSavingsRule()
  const { savingsAccountId, number, balance } = account
  const product = nameOf(account.product, account.name)
  return (
    <tr>
      <td>
        {product}
        {!account.active && ` (${t(($) => $.members.page.closed)})`}
        {account.active && <small className={classes.rule}>{ruleOf(account.product)}</small>}
      </td>
      <td>{number}</td>
      <td className={classes.amount}>{formatAmount(balance)}</td>
      <td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button
            component={Link}
            to={`/savings/card/${savingsAccountId}`}
            size="compact-sm"
            variant="default"
            aria-label={t(($) => $.members.page.cardName, { product })}
          >
            {t(($) => $.members.page.card)}
          </Button>
          <PaperButton
            asked={{ report: 'savingsCard', params: { savingsAccountId }, language }}
            label={t(($) => $.members.page.print)}
            name={t(($) => $.members.page.printName, { product })}
            size="compact-sm"
          />
        </Group>
      </td>
    </tr>
  )
}
