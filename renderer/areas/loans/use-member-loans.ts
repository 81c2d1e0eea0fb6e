import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { orpc } from '../../app/queries.ts'
import type { PickedMember } from '../../ui/fields/MemberPicker.tsx'
import type { Loan } from './loan-words.ts'

const none: readonly Loan[] = []

/** The running loans of a member; undefined while they are fetched or nobody was chosen. */
export function useRunningLoans(member: PickedMember | null): readonly Loan[] | undefined {
  const { data } = useQuery({
    ...orpc.loans.list.queryOptions({ input: { memberId: member?.id ?? '', state: 'disbursed', limit: 100 } }),
    enabled: member !== null,
  })
  return member === null ? undefined : (data?.rows ?? (data ? none : undefined))
}

/** The loan an address names with `?loan=`, and whose it is; `isWaiting` until that is known. */
export function useLoanOfAddress(): { readonly loan: Loan | undefined; readonly isWaiting: boolean } {
  const [params] = useSearchParams()
  const loanId = params.get('loan')
  const { data, isPending } = useQuery({
    ...orpc.loans.card.queryOptions({ input: { loanId: loanId ?? '' } }),
    enabled: loanId !== null,
  })
  return { loan: loanId === null ? undefined : data?.loan, isWaiting: loanId !== null && isPending }
}

/** A loan's borrower as the member search shows one. */
export function borrowerOf({ memberId, memberNumber, memberName }: Loan): PickedMember {
  return { id: memberId, number: memberNumber, title: `${memberName} (${memberNumber})` }
}
