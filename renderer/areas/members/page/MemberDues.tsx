import { Text } from '@mantine/core'
import { formatMonth } from '../../../../shared/calendar.ts'
import type { MemberStanding } from '../../../../shared/contract/member-standing.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useProductNames } from '../../../app/product-names.ts'
import { useAccountName } from '../../../app/use-account-name.ts'
import { useText } from '../../../ui/text.ts'

/** How far the monthly dues are paid, and what stands on cards of her own besides savings and loans. */
export function MemberDues({ standing: { dues, cards } }: { readonly standing: MemberStanding }) {
  const { t } = useText()
  const nameOf = useAccountName()
  return (
    <>
      {dues.map((due) => (
        <DueWords key={due.product} due={due} />
      ))}
      {cards.map(({ account, name, balance }) => (
        <Text key={account} mb={4}>
          {balance > 0
            ? t(($) => $.members.page.hers, { account: nameOf(account, name), amount: formatRupiah(balance) })
            : t(($) => $.members.page.owes, { account: nameOf(account, name), amount: formatRupiah(-balance) })}
        </Text>
      ))}
    </>
  )
}

function DueWords({ due }: { readonly due: MemberStanding['dues'][number] }) {
  const { t, language } = useText()
  const nameOf = useProductNames()
  const product = nameOf(due.product, due.name)
  const { arrears, monthsBehind: months, paidUntil } = due
  if (arrears > 0) {
    return (
      <Text mb={4} fw={600} c="red.9">
        {t(($) => $.members.page.behind, { product, months, amount: formatRupiah(arrears) })}
      </Text>
    )
  }
  if (paidUntil === null) return null
  return <Text mb={4}>{t(($) => $.members.page.paidUntil, { product, month: formatMonth(paidUntil, language) })}</Text>
}
