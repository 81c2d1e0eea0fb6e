import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatAmount, formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../members.module.css'

type Row = Answers['closing']['memberShares']['rows'][number]

/** Her shares of the surplus year by year: what the meeting gave her, and whether she was paid. */
export function MemberShu({ memberId }: { readonly memberId: string }) {
  const { t } = useText()
  const { data } = useQuery(orpc.closing.memberShares.queryOptions({ input: { memberId } }))
  if (!data) return null
  if (data.rows.length === 0) return <Text c="gray.7">{t(($) => $.shu.ofMember.empty)}</Text>
  return (
    <table className={classes.savings} aria-label={t(($) => $.shu.ofMember.label)}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.shu.ofMember.year)}</th>
          {(['share', 'paid'] as const).map((head) => (
            <th key={head} scope="col" className={classes.amount}>
              {t(($) => $.shu.ofMember[head])}
            </th>
          ))}
          <th scope="col">{t(($) => $.shu.ofMember.state)}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.year}>
            <td>
              <Anchor component={Link} to={`/closing/shu/member/${memberId}?year=${row.year}`} underline="always">
                {t(($) => $.shu.ofMember.opens, { year: row.year })}
              </Anchor>
            </td>
            <td className={classes.amount}>{formatAmount(row.share)}</td>
            <td className={classes.amount}>{formatAmount(row.paid)}</td>
            <td>
              <State row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function State({ row: { share, paid, left } }: { readonly row: Row }) {
  const { t } = useText()
  if (left > 0) return t(($) => $.shu.ofMember.open, { amount: formatRupiah(left) })
  return paid < share ? t(($) => $.shu.ofMember.settled) : t(($) => $.shu.ofMember.done)
}
