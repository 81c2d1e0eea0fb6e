import type { CalendarDate } from '../calendar.ts'
import { invalidInput } from '../errors.ts'
import { type LoanPart, type LoanStanding, type Payoff, payoff, splitPayment } from './loan-payment.ts'
import { type Sen, sen, sumSen } from './money.ts'

/** Simpanan anggota keluar: what the cooperative still owes to who has left. */
export const leaversAccount = '25107'

/** Akumulasi defisit: takes a share of the losses off, where the bylaws say so. */
export const deficitAccount = '35104'

/** Savings a share of the losses is taken from: pokok and wajib. */
const liableAccounts: readonly string[] = ['31101', '31102']

/** SHU not yet collected, instalments held for her, and what she bought on credit: the cards a leaving clears. */
export const clearedCards = { shu: '25101', held: '21401', receivable: '14101' } as const

/** What stands of one unit on a member's card of an account, sen: positive is hers, negative she owes. */
export interface MemberCard {
  readonly account: string
  readonly unit: string
  readonly balance: number
}

/** What one savings account holds, sen. */
export interface HeldOnLeaving {
  readonly account: string
  readonly balance: number
}

export interface SettlementFacts<Loan extends { readonly standing: LoanStanding }> {
  readonly date: CalendarDate
  readonly savings: readonly HeldOnLeaving[]
  readonly cards: readonly MemberCard[]
  /** In the order in which they are paid back, the oldest first. */
  readonly loans: readonly Loan[]
  /** A share of the cooperative's losses, sen; nothing unless the bylaws ask for it. */
  readonly lossShare: number
  /** What may still be claimed of loans that were written off, sen, where her money is to pay of that too. */
  readonly claims?: readonly number[]
  /** What term deposits bring and cost as they end with her leaving; their principal is among the savings. */
  readonly terms?: readonly EndedTerm[]
}

/** A term deposit that ends because its member leaves, sen: interest before tax, and what is kept of it. */
export interface EndedTerm {
  readonly interest: number
  readonly tax: number
  readonly penalty: number
}

/** What settles a loan on the day, what her money pays of it, and what stays open, sen. */
export interface SettledLoan<Loan> {
  readonly loan: Loan
  readonly owed: Payoff
  readonly paid: LoanPart
  readonly left: Sen
}

export interface Settlement<Loan> {
  /** The cards with what of them is cleared: all of it, or as far as her money goes. */
  readonly cards: readonly MemberCard[]
  readonly loans: readonly SettledLoan<Loan>[]
  /** What her money pays of each claim. */
  readonly recovered: readonly Sen[]
  readonly totals: {
    /** Savings, interest of term deposits, SHU and held instalments. */
    readonly hers: Sen
    /** Tax and penalties of term deposits, and what is owed to the cooperative: share of losses, receivables, loans. */
    readonly owed: Sen
    /** What is paid out to her: it moves to 25107. */
    readonly payable: Sen
    /** What her money does not cover. */
    readonly short: Sen
  }
}

/**
 * The settlement of a member who leaves (accounting.md section 2.3), in sen: savings, what term deposits bring to the day,
 * SHU still due and held instalments, less the tax and penalties of those, a share of losses, what was bought on credit
 * and what settles her loans that day; the rest is paid to her. Where it does not reach, the share of losses goes first,
 * for it is what her own capital lost, then what was bought on credit, then the loans as given: they have a schedule, and
 * often a guarantor or collateral. What is left pays of claims on loans that were written off, where she signed for that:
 * they are no debt in the books, so nothing of them is ever short.
 *
 * Refuses INVALID_INPUT `loss_share_above_savings` for a share of losses above pokok and wajib.
 */
export function memberSettlement<Loan extends { readonly standing: LoanStanding }>(
  facts: SettlementFacts<Loan>,
): Settlement<Loan> {
  const { savings, cards, lossShare, date, terms = [] } = facts
  requireLossShare(savings, lossShare)
  const hers = sumSen([
    ...savings.map(({ balance }) => balance),
    ...terms.map(({ interest }) => interest),
    ...cards.map(({ balance }) => Math.max(0, balance)),
  ])
  const kept = sumSen([lossShare, ...terms.flatMap(({ tax, penalty }) => [tax, penalty])])
  const owedOnCards = cards.map(({ balance }) => Math.max(0, 0 - balance))
  const quotes = facts.loans.map((loan) => ({ loan, owed: payoff(loan.standing, date) }))
  const owed = sumSen([kept, ...owedOnCards, ...quotes.map(({ owed: { total } }) => total)])
  let left: number = hers - kept
  const pay = (amount: number) => {
    const paid = Math.min(amount, left)
    left -= paid
    return paid
  }
  const cleared = cards.map((card) => ({ ...card, balance: card.balance > 0 ? card.balance : 0 - pay(-card.balance) }))
  const loans = quotes.map((quote) => settled(quote, pay(quote.owed.total), date))
  const recovered = (facts.claims ?? []).map((claim) => sen(pay(claim)))
  const short = sen(Math.max(0, owed - hers))
  const taken = sumSen([owed, ...recovered])
  const totals = { hers, owed: taken, payable: sen(Math.max(0, hers - taken)), short }
  return { cards: cleared, loans, recovered, totals }
}

function requireLossShare(savings: readonly HeldOnLeaving[], lossShare: number): void {
  const liable = savings.filter(({ account }) => liableAccounts.includes(account))
  const available = sumSen(liable.map(({ balance }) => balance))
  if (lossShare > available) throw invalidInput(['lossShare'], 'loss_share_above_savings', { available })
}

function settled<Loan extends { readonly standing: LoanStanding }>(
  { loan, owed }: { readonly loan: Loan; readonly owed: Payoff },
  amount: number,
  date: CalendarDate,
): SettledLoan<Loan> {
  return { loan, owed, paid: splitPayment(loan.standing, sen(amount), date, 'prepay'), left: sen(owed.total - amount) }
}
