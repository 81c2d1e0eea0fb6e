import { useQuery } from '@tanstack/react-query'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { TermDeposit } from '../../../../shared/contract/term-deposits.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { useProductNames } from '../../../app/product-names.ts'
import { orpc } from '../../../app/queries.ts'
import { useText } from '../../../ui/text.ts'

/** How a term deposit ended, as the notice says it. */
export type Ended =
  | { readonly way: 'closed'; readonly term: TermDeposit; readonly answer: Answers['savings']['termClose'] }
  | { readonly way: 'rolled'; readonly term: TermDeposit; readonly answer: Answers['savings']['termRollOver'] }

/** How long until it falls due, in words. */
export function useTimeLeft(): (term: Pick<TermDeposit, 'state' | 'daysLeft'>) => string {
  const { t } = useText()
  return ({ state, daysLeft }) => {
    if (state === 'closed') return t(($) => $.termDeposits.closed)
    if (daysLeft === 0) return t(($) => $.termDeposits.today)
    if (daysLeft < 0) return t(($) => $.termDeposits.late, { days: -daysLeft })
    return t(($) => $.termDeposits.days, { days: daysLeft })
  }
}

/** What closing it before its time costs, as it was agreed. */
export function useEarlySentence(): (term: Pick<TermDeposit, 'earlyWithdrawal' | 'earlyPct'>) => string {
  const { t, language } = useText()
  return ({ earlyWithdrawal, earlyPct }) =>
    earlyWithdrawal === 'penalty_pct'
      ? t(($) => $.termDeposits.page.early.penalty_pct, { pct: formatPct(earlyPct ?? '0', language) })
      : t(($) => $.termDeposits.page.early[earlyWithdrawal])
}

/** Kept until the member leaves: interest would be out of her reach there. */
const outOfReach: readonly string[] = ['principal', 'mandatory', 'loan_linked', 'term']

/** The savings of a member that interest can go onto every month, with the words for each. */
export function usePayChoices(memberId: string | undefined): readonly { value: string; label: string }[] {
  const { t } = useText()
  const nameOf = useProductNames()
  const { data } = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId: memberId ?? '' } }),
    enabled: memberId !== undefined,
  })
  const own = memberId !== undefined && data?.memberId === memberId ? data.savings : []
  return own
    .filter(({ active, kind }) => active && !outOfReach.includes(kind))
    .map(({ savingsAccountId, product, name, number }) => ({
      value: savingsAccountId,
      label: t(($) => $.termDeposits.form.payMonthly, { product: nameOf(product, name), number }),
    }))
}
