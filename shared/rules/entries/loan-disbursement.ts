import { cashVoucherBook } from '../cash-accounts.ts'
import type { LoanDeductions } from '../loan-deductions.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import type { LoanMovement } from './loan-line.ts'
import { feeAccount, type SavingsOfMember } from './savings-line.ts'

interface LoanDisbursement extends LoanMovement {
  /** The whole loan, sen: what the member owes from now on. */
  readonly principal: number
  readonly deductions: LoanDeductions
  /** Where the loan savings go; needed where there are any. */
  readonly savings?: Omit<SavingsOfMember, 'productName'> | undefined
  /** What the cooperative itself pays for the duty stamp, sen. */
  readonly stampBought: number
}

/**
 * A loan is paid out, sen: what the member owes, less fees (income), an insurance premium that is passed on, savings of
 * her own and the stamp; the rest is cash out, BKK; through a bank BBK (accounting.md section 3.2).
 */
export function loanDisbursement(input: LoanDisbursement): JournalDraft {
  const { date, cashAccount, loan, principal, stampBought } = input
  const { account, unit, memberId, loanId } = loan
  const withheld = deductionCredits(input)
  const net = principal + stampBought - withheld.reduce((sum, line) => sum + line.credit, 0)
  const bought = stampBought > 0 ? [debit(stampAccount, stampBought, { loanId, unit })] : []
  return {
    kind: 'ordinary',
    book: cashVoucherBook(cashAccount, 'out'),
    date,
    description: 'Pencairan pinjaman',
    unit: 'general',
    lines: [debit(account, principal, { loanId, memberId, unit }), ...bought, ...withheld, credit(cashAccount, net)],
  }
}

/** Stamps are a cost of the cooperative; what a member pays for hers makes it smaller. */
const stampAccount = '52208'

/** A deduction of nothing writes no line. */
function deductionCredits({ loan, deductions, savings }: LoanDisbursement): DraftLine[] {
  const { unit, memberId, loanId } = loan
  const own = { loanId, memberId, unit }
  const { account = '', savingsAccountId, unit: savedIn } = savings ?? {}
  const parts: [string, number, typeof own & { savingsAccountId?: string | undefined }][] = [
    ['41102', deductions.provision, own],
    [feeAccount, deductions.administration, own],
    [account, deductions.loanSavings, { ...own, savingsAccountId, unit: savedIn ?? unit }],
    ['24106', deductions.insurance, own],
    [stampAccount, deductions.stamp, own],
  ]
  return parts.filter(([, amount]) => amount > 0).map(([to, amount, of]) => credit(to, amount, of))
}
