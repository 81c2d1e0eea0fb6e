import { useQuery } from '@tanstack/react-query'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { useProductNames } from '../../app/product-names.ts'
import { orpc } from '../../app/queries.ts'
import { useText } from '../../ui/text.ts'
import type { Loan } from './loan-words.ts'

/** Cash or a bank, what is held for the loan, or the id of savings the borrower signed for. */
export type Source = string
export const fromCash: Source = 'cash'
export const fromHeld: Source = 'held'

export interface SourceChoice {
  readonly value: Source
  readonly label: string
  /** What there is to take from, sen; undefined for money that is brought. */
  readonly available?: number
}

/** Where money for a loan can come from on a day; cash alone unless something is held or a mandate stands. */
export function useSources(loan: Loan | undefined, date: string | null, held: number): readonly SourceChoice[] {
  const { t } = useText()
  const nameOf = useProductNames()
  const products = (loan?.mandates ?? [])
    .filter(({ on, revokedOn }) => date !== null && on <= date && (revokedOn === null || date < revokedOn))
    .flatMap(({ savingsProducts }) => savingsProducts)
  const { data: member } = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId: loan?.memberId ?? '' } }),
    enabled: products.length > 0,
  })
  const savings = (member?.savings ?? []).filter(({ active, product }) => active && products.includes(product))
  return [
    { value: fromCash, label: t(($) => $.loans.source.cash) },
    ...(held > 0
      ? [{ value: fromHeld, label: t(($) => $.loans.source.held, { amount: formatRupiah(held) }), available: held }]
      : []),
    ...savings.map(({ savingsAccountId, product, name, balance }) => ({
      value: savingsAccountId,
      label: t(($) => $.loans.source.savings, { product: nameOf(product, name), amount: formatRupiah(balance) }),
      available: balance,
    })),
  ]
}

/** The part of a call that says where the money comes from. */
export function sourceInput(source: Source, cashAccount: string | null) {
  if (source === fromCash) return { cashAccount: cashAccount ?? '' }
  return source === fromHeld ? { fromHeld: true as const } : { savingsAccountId: source }
}
