import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import { withheldTaxAccount } from './savings-interest.ts'
import { feeAccount, type SavingsMovement, type SavingsOfMember, withinSentence } from './savings-line.ts'

/** Jasa simpanan berjangka, and what of it is put aside until the term ends. */
export const termInterestAccount = '51102'
export const accruedTermInterestAccount = '24101'

/** A member places money for a term: BKM, through a bank BBM. */
export function termPlacement({ date, cashAccount, amount, savings }: Omit<SavingsMovement, 'memo'>): JournalDraft {
  const { account, unit, memberId, savingsAccountId, productName } = savings
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'in'),
    date,
    description: `Penempatan ${withinSentence(productName)}`,
    unit: 'general',
    lines: [debit(cashAccount, amount), credit(account, amount, { savingsAccountId, memberId, unit })],
  }
}

/** The end of a term, amounts in sen. */
export interface TermEnd {
  readonly date: string
  readonly savings: SavingsOfMember
  readonly principal: number
  /** Interest that was put aside, and what is paid more than that; less than nothing where some of it is given up. */
  readonly accrued: number
  readonly adjustment: number
  readonly tax: number
  /** Where the interest goes instead of the cash box. */
  readonly interestTo?: Omit<SavingsOfMember, 'productName'> | undefined
}

export interface TermPayout extends TermEnd {
  readonly cashAccount: string
  readonly penalty: number
}

/** A term deposit is paid back, its interest with it or onto another account: BKK, through a bank BBK. */
export function termPayout(payout: TermPayout): JournalDraft {
  const { date, cashAccount, savings, principal, penalty, interestTo } = payout
  const net = netInterest(payout)
  const paid = principal - penalty + (interestTo ? 0 : net)
  const whose = ownerOf(savings)
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'out'),
    date,
    description: `Pencairan ${withinSentence(savings.productName)}`,
    unit: 'general',
    lines: [
      ...endLines(payout),
      ...(interestTo ? creditLine(interestTo, net) : []),
      ...penaltyLine(whose, penalty),
      credit(cashAccount, paid),
    ],
  }
}

/** A term deposit ends because its member leaves: what is left of it goes where the rest of hers goes. */
export function leavingTermLines(end: Omit<TermEnd, 'date' | 'interestTo'> & { penalty: number }): DraftLine[] {
  return [...endLines(end), ...penaltyLine(ownerOf(end.savings), end.penalty)]
}

export interface TermRenewal extends TermEnd {
  /** The certificate that begins, on the same product. */
  readonly renewed: SavingsOfMember
  readonly isInterestAdded: boolean
  /** What pays the interest where it goes onto no account; undefined where none is paid. */
  readonly cashAccount: string | undefined
}

/**
 * A term deposit that is over is placed again, its interest with it, onto another account or paid: BKK where cash is
 * paid, else a memorial entry.
 */
export function termRenewal(renewal: TermRenewal): JournalDraft {
  const { date, savings, renewed, principal, interestTo, isInterestAdded, cashAccount } = renewal
  const net = netInterest(renewal)
  const isPaid = !isInterestAdded && !interestTo && net > 0 && cashAccount !== undefined
  return {
    kind: 'ordinary',
    book: isPaid ? cashVoucherBook(cashAccount, 'out') : 'BM',
    date,
    description: `Perpanjangan ${withinSentence(savings.productName)}`,
    unit: 'general',
    lines: [
      ...endLines(renewal),
      ...creditLine(renewed, principal + (isInterestAdded ? net : 0)),
      ...(interestTo && !isInterestAdded ? creditLine(interestTo, net) : []),
      ...(isPaid ? [credit(cashAccount, net)] : []),
    ],
  }
}

function netInterest({ accrued, adjustment, tax }: TermEnd): number {
  return accrued + adjustment - tax
}

function ownerOf({ savingsAccountId, memberId, unit }: Omit<SavingsOfMember, 'productName'>) {
  return { savingsAccountId, memberId, unit }
}

/** Principal and interest leave the certificate, and the tax is owed to the state. */
function endLines({ savings, principal, accrued, adjustment, tax }: Omit<TermEnd, 'date'>): DraftLine[] {
  const whose = ownerOf(savings)
  return [
    debit(savings.account, principal, whose),
    ...(accrued > 0 ? [debit(accruedTermInterestAccount, accrued, whose)] : []),
    ...(adjustment > 0 ? [debit(termInterestAccount, adjustment, whose)] : []),
    ...(adjustment < 0 ? [credit(termInterestAccount, -adjustment, whose)] : []),
    ...(tax > 0 ? [credit(withheldTaxAccount, tax, whose)] : []),
  ]
}

function penaltyLine(whose: ReturnType<typeof ownerOf>, penalty: number): DraftLine[] {
  return penalty > 0 ? [credit(feeAccount, penalty, whose)] : []
}

function creditLine(savings: Omit<SavingsOfMember, 'productName'>, amount: number): DraftLine[] {
  return amount > 0 ? [credit(savings.account, amount, ownerOf(savings))] : []
}
