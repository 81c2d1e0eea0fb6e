import { addMonths, type CalendarDate } from '../calendar.ts'

/** What is to be paid of a borrowing on a day, sen. */
export interface BorrowingInstalment {
  readonly n: number
  readonly dueOn: CalendarDate
  readonly principal: number
  readonly interest: number
}

/** What was paid of it so far, sen. */
export interface BorrowingPaid {
  readonly principal: number
  readonly interest: number
}

/** What is unpaid of each instalment, the oldest covered first, sen; those that are paid are left out. */
export function unpaidOfBorrowing(
  schedule: readonly BorrowingInstalment[],
  paid: BorrowingPaid,
): BorrowingInstalment[] {
  let { principal, interest } = paid
  return schedule
    .map((row) => {
      const [ofPrincipal, ofInterest] = [Math.min(principal, row.principal), Math.min(interest, row.interest)]
      principal -= ofPrincipal
      interest -= ofInterest
      return { ...row, principal: row.principal - ofPrincipal, interest: row.interest - ofInterest }
    })
    .filter((row) => row.principal + row.interest > 0)
}

/**
 * Splits an amount, sen: what fell due by its day and the next instalment, each one's interest before its principal; what
 * is more pays principal ahead. `rest` is what nothing is owed for.
 */
export function splitOfBorrowing(
  unpaid: readonly BorrowingInstalment[],
  { amount, owed, date }: { readonly amount: number; readonly owed: number; readonly date: CalendarDate },
): { principal: number; interest: number; rest: number } {
  const due = unpaid.filter(({ dueOn }) => dueOn <= date)
  const next = unpaid[due.length]
  let [left, principal, interest] = [amount, 0, 0]
  for (const row of next ? [...due, next] : due) {
    const ofInterest = Math.min(left, row.interest)
    const ofPrincipal = Math.min(left - ofInterest, row.principal, owed - principal)
    interest += ofInterest
    principal += ofPrincipal
    left -= ofInterest + ofPrincipal
  }
  const ahead = Math.min(left, owed - principal)
  return { principal: principal + ahead, interest, rest: left - ahead }
}

const monthsOfCurrentPart = 12

/** What of `owed` falls due within twelve months of a day, sen: the current part of the balance sheet. */
export function currentPartOf(unpaid: readonly BorrowingInstalment[], owed: number, asOf: CalendarDate): number {
  const until = addMonths(asOf, monthsOfCurrentPart)
  const due = unpaid.filter(({ dueOn }) => dueOn <= until).reduce((sum, { principal }) => sum + principal, 0)
  return Math.min(owed, due)
}
