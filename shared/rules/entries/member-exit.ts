import { deficitAccount, leaversAccount, type MemberCard } from '../member-settlement.ts'
import { sumSen } from '../money.ts'
import { credit, type DraftLine, debit, draftTotals, type JournalDraft } from './draft.ts'
import { heldAccount, type LoanOfMember, recoveryAccount } from './loan-line.ts'
import { type Repaid, repaymentCredits } from './loan-repayment.ts'
import type { SavingsOfMember } from './savings-line.ts'
import { leavingTermLines, type TermEnd } from './term-deposit.ts'

/** What one savings account held, in sen. */
interface ReleasedSavings {
  readonly savings: Omit<SavingsOfMember, 'productName'>
  readonly amount: number
}

/** An amount of one loan, in sen: what was put by for its later instalments, part of her card of 21401, or paid of it. */
export interface HeldForLoan extends Pick<LoanOfMember, 'loanId' | 'unit'> {
  readonly amount: number
}

export interface MemberExit {
  readonly date: string
  readonly memberId: string
  readonly savings: readonly ReleasedSavings[]
  /** Positive is hers, negative she owed; what is zero writes no line. */
  readonly cards: readonly MemberCard[]
  /** What her money pays of each loan. */
  readonly loans: readonly Repaid[]
  readonly held?: readonly HeldForLoan[]
  /** What her money pays of loans that were written off. */
  readonly recovered?: readonly HeldForLoan[]
  /** Term deposits that end with her leaving, principal and interest. */
  readonly terms?: readonly LeavingTerm[]
  readonly lossShare: number
}

interface LeavingTerm extends Omit<TermEnd, 'date' | 'interestTo'> {
  readonly penalty: number
}

/**
 * A member leaves (accounting.md section 2.3), a memorial entry: all savings and what else is hers, against loans, what
 * she owed and a share of losses; the rest waits for her on 25107. The one case in which savings repay a loan without a
 * mandate: on the signed exit form.
 */
export function memberExit(exit: MemberExit): JournalDraft {
  const { date, memberId, savings, cards, loans, lossShare, terms = [], recovered = [] } = exit
  const hers = [
    ...savings.map(({ savings: { account, savingsAccountId, unit }, amount }) =>
      debit(account, amount, { savingsAccountId, memberId, unit }),
    ),
    ...terms.flatMap(leavingTermLines),
    ...cards.filter(({ balance }) => balance > 0).flatMap((card) => clearedCard(card, exit)),
  ]
  const owed = [
    ...loans.flatMap(repaymentCredits),
    ...cards
      .filter(({ balance }) => balance < 0)
      .map((card) => credit(card.account, -card.balance, on(card, memberId))),
    ...recovered
      .filter(({ amount }) => amount > 0)
      .map(({ loanId, unit, amount }) => credit(recoveryAccount, amount, { memberId, loanId, unit })),
    ...(lossShare > 0 ? [credit(deficitAccount, lossShare, { memberId })] : []),
  ]
  const lines: DraftLine[] = [...hers, ...owed]
  const totals = draftTotals(lines)
  const payable = totals.debit - totals.credit
  if (payable > 0) lines.push(credit(leaversAccount, payable, { memberId }))
  return { kind: 'ordinary', book: 'BM', date, description: 'Anggota keluar', unit: 'general', lines }
}

/** A card that is hers is cleared in one line; instalments that were held, loan by loan. */
function clearedCard(card: MemberCard, { memberId, held = [] }: MemberExit): DraftLine[] {
  const own = card.account === heldAccount ? held.filter(({ unit, amount }) => unit === card.unit && amount > 0) : []
  const rest = card.balance - sumSen(own.map(({ amount }) => amount))
  return [
    ...own.map(({ loanId, amount }) => debit(card.account, amount, { ...on(card, memberId), loanId })),
    ...(rest > 0 ? [debit(card.account, rest, on(card, memberId))] : []),
  ]
}

function on({ unit }: MemberCard, memberId: string) {
  return { memberId, unit }
}
