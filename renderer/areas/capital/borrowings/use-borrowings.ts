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
  return useOpen()?.filter((row) => row.owed > 0 && isContribution(row) === contributions)
}

/** Modal penyertaan that is paid what it earned: with a fixed day, or with a part of a surplus that is not paid yet. */
export function usePaidShares(): readonly Borrowing[] | undefined {
  return useOpen()?.filter(({ kind, shareLeft }) => kind === '27201' || shareLeft > 0)
}

function useOpen(): readonly Borrowing[] | undefined {
  return useQuery(orpc.capital.borrowings.queryOptions({ input: { openOnly: true } })).data?.rows
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
