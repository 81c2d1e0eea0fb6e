import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import type { Loan } from '../loan-words.ts'

export interface Owed {
  readonly due: Answers['loans']['due']
  /** Undefined on a day on which nothing settles it. */
  readonly quote: Answers['loans']['payoffQuote'] | undefined
}

/** What is due of a loan on a day, and what would settle it. */
export function useOwed(loan: Loan | undefined, date: string | null): Owed | undefined {
  const asked = loan === undefined || date === null ? undefined : { loanId: loan.loanId, date }
  const due = useQuery({
    ...orpc.loans.due.queryOptions({ input: asked ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  const quote = useQuery({
    ...orpc.loans.payoffQuote.queryOptions({ input: asked ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  return asked && due.data && { due: due.data, quote: quote.isError ? undefined : quote.data }
}

/** True where all that settles a loan fell due, so that savings may pay it whole. */
export function isAllDue({ due, quote }: Owed): boolean {
  return quote !== undefined && quote.total <= due.total
}

interface Means {
  /** Penalty that is let off, sen. */
  readonly waived: number
  /** Paid out of what is held for the loan. */
  readonly isHeld: boolean
  /** What there is to take from, sen. */
  readonly available: number | undefined
}

/** What she will probably pay, sen: all that is due, else the next instalment; never more than may be paid. */
export function expectedPayment({ due, quote }: Owed, { waived, isHeld, available }: Means): number | undefined {
  const owed = due.total > waived ? sumSen([due.total, -waived]) : due.next?.total
  if (owed === undefined) return undefined
  const most = quote === undefined ? owed : sumSen([isHeld ? quote.total : quote.toPay, -waived])
  const amount = Math.min(owed, most, available ?? owed)
  return amount > 0 ? amount : undefined
}

/** Puts the expected amount into the field while nobody typed another one there. */
export function usePrefilled(
  amount: number | undefined,
  typed: number | null,
  offer: (amount: number | null) => void,
): void {
  const offered = useRef<number | null>(null)
  useEffect(() => {
    if (amount === undefined || typed !== offered.current) return
    offered.current = amount
    if (typed !== amount) offer(amount)
  }, [amount, typed, offer])
}
