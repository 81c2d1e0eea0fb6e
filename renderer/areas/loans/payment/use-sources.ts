import { useQuery } from '@tanstack/react-query'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useProductNames } from '../../../app/product-names.ts'
import { orpc } from '../../../app/queries.ts'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'

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

interface Limits {
  /** Held for the loan, sen. */
  readonly held: number
  /** The most savings may pay, sen; undefined while nobody knows. */
  readonly fromSavings: number | undefined
}

interface Sources {
  readonly choices: readonly SourceChoice[]
  /** What savings may pay, said where the borrower signed for them. */
  readonly limit: string | undefined
}

/** Where money for a loan can come from on a day; cash alone unless something is held, or due under a mandate. */
export function useSources(loan: Loan | undefined, date: string | null, { held, fromSavings }: Limits): Sources {
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
  const most = fromSavings ?? 0
  const choices = [
    { value: fromCash, label: t(($) => $.loans.source.cash) },
    ...(held > 0
      ? [{ value: fromHeld, label: t(($) => $.loans.source.held, { amount: formatRupiah(held) }), available: held }]
      : []),
    ...(most > 0 ? savings : []).map(({ savingsAccountId, product, name, balance }) => ({
      value: savingsAccountId,
      label: t(($) => $.loans.source.savings, { product: nameOf(product, name), amount: formatRupiah(balance) }),
      available: Math.min(balance, most),
    })),
  ]
  const limit = savings.length > 0 && fromSavings !== undefined ? t(($) => $.loans.source.limit) : undefined
  return { choices, limit }
}

/** The part of a call that says where the money comes from. */
export function sourceInput(source: Source, cashAccount: string | null) {
  if (source === fromCash) return { cashAccount: cashAccount ?? '' }
  return source === fromHeld ? { fromHeld: true as const } : { savingsAccountId: source }
}
