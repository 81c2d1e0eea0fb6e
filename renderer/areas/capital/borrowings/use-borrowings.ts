import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { orpc } from '../../../app/queries.ts'
import { useText } from '../../../ui/text.ts'

export type Borrowing = Answers['capital']['borrowings']['rows'][number]

/** Accounts on which modal penyertaan stands; all others are borrowings. */
export function isContribution({ kind }: Pick<Borrowing, 'kind'>): boolean {
  return kind === '33101' || kind === '27201'
}

/** What is still owed, of borrowings or of modal penyertaan. */
export function useOwed(contributions: boolean): readonly Borrowing[] | undefined {
  const { data } = useQuery(orpc.capital.borrowings.queryOptions({ input: { openOnly: true } }))
  return data?.rows.filter((row) => isContribution(row) === contributions)
}

/** The one an address names with `?borrowing=`. */
export function useBorrowingOfAddress(): string {
  const [params] = useSearchParams()
  return params.get('borrowing') ?? ''
}

export const lenderKinds = ['27101', '27102', '27103', '27104', '27105', '27106'] as const
const kinds = [...lenderKinds, '27201', '33101'] as const

/** Who lends, as the account it stands on says. */
export function useKindName(): (kind: string) => string {
  const { t } = useText()
  return (kind) => {
    const known = kinds.find((one) => one === kind)
    return known === undefined ? kind : t(($) => $.capital.kind[known])
  }
}
