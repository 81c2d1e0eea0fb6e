import { cashVoucherBook } from '../cash-accounts.ts'
import { sumSen } from '../money.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import { accruedInterestAccount, heldAccount, type LoanOfMember, penaltyAccount } from './loan-line.ts'
import type { SavingsOfMember } from './savings-line.ts'

/** What a payment is for, sen; a part of nothing writes no line. */
export interface Repaid {
  readonly loan: LoanOfMember
  readonly principal: number
  readonly interest: number
  readonly penalty: number
  /** What of it is put by for later instalments. */
  readonly held: number
}

/** A payment with what is not money in the hand. */
export interface Received extends Repaid {
  /** What was put by before and pays now, sen. */
  readonly fromHeld: number
}

interface LoanRepayment extends Received {
  readonly date: string
  /** Where the money comes from: cash or a bank, or savings of the borrower; with neither only what was held pays. */
  readonly cashAccount?: string | undefined
  readonly savings?: Omit<SavingsOfMember, 'productName'> | undefined
}

/**
 * A member pays on a loan: cash in, BKM, through a bank BBM; out of savings or of what was held for her a memorial entry.
 * What is owed falls, interest is income when it is paid, or what was booked as income before comes in, and so is a
 * penalty (accounting.md sections 3.3 and 8.3).
 */
export function loanRepayment(payment: LoanRepayment): JournalDraft {
  const { date, cashAccount, savings } = payment
  const brought = broughtAmount(payment)
  return {
    kind: 'ordinary',
    book: cashAccount === undefined || brought === 0 ? 'BM' : cashVoucherBook(cashAccount, 'in'),
    date,
    description: savings ? 'Angsuran pinjaman dari simpanan' : 'Angsuran pinjaman',
    unit: 'general',
    lines: [...(brought > 0 ? [broughtBy(payment, brought)] : []), ...receivedLines(payment)],
  }
}

/** What is brought: all that a payment is for, less what was put by before, sen. */
export function broughtAmount({ principal, interest, penalty, held, fromHeld }: Received): number {
  return sumSen([principal, interest, penalty, held]) - fromHeld
}

/** All lines of a payment but the money that is brought. */
export function receivedLines(payment: Received): DraftLine[] {
  const { loan, fromHeld } = payment
  const { unit, memberId, loanId } = loan
  const taken = fromHeld > 0 ? [debit(heldAccount, fromHeld, { loanId, memberId, unit })] : []
  return [...taken, ...repaymentCredits(payment)]
}

function broughtBy({ cashAccount = '', savings, loan: { loanId } }: LoanRepayment, amount: number): DraftLine {
  if (!savings) return debit(cashAccount, amount)
  const { account, savingsAccountId, memberId, unit } = savings
  return debit(account, amount, { savingsAccountId, memberId, unit, loanId })
}

/** Interest that was booked and will never be paid is income no more, sen; nothing booked writes no line. */
export function takenBackInterest(
  { interestAccount, loanId, memberId, unit }: LoanOfMember,
  amount: number,
): DraftLine[] {
  const of = { loanId, memberId, unit }
  return amount > 0 ? [debit(interestAccount, amount, of), credit(accruedInterestAccount, amount, of)] : []
}

/** What is owed falls; interest that was booked before comes in first, the rest of it and the penalty is income. */
export function repaymentCredits({ loan, principal, interest, penalty, held }: Repaid): DraftLine[] {
  const { account, interestAccount, unit, memberId, loanId } = loan
  const booked = Math.min(interest, Math.max(0, loan.accrued))
  const parts: [string, number][] = [
    [account, principal],
    [accruedInterestAccount, booked],
    [interestAccount, interest - booked],
    [penaltyAccount, penalty],
    [heldAccount, held],
  ]
  return parts.filter(([, amount]) => amount > 0).map(([to, amount]) => credit(to, amount, { loanId, memberId, unit }))
}
