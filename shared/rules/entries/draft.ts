import { assert } from '../../errors.ts'
import { type Sen, sen, sumSen } from '../money.ts'

/** Voucher books: cash in/out, bank in/out, memorial, sales, purchases, loans, closing. */
export const voucherBooks = ['BKM', 'BKK', 'BBM', 'BBK', 'BM', 'PJ', 'PB', 'PN', 'PT'] as const
export type VoucherBook = (typeof voucherBooks)[number]

export type EntryKind = 'ordinary' | 'opening' | 'closing'

/** What a line may point at; a control account's line must carry the reference of its subledger. */
export interface LineReferences {
  readonly memberId?: string | undefined
  readonly savingsAccountId?: string | undefined
  readonly loanId?: string | undefined
  readonly partnerId?: string | undefined
  readonly itemId?: string | undefined
  readonly fundId?: string | undefined
  readonly budgetLineId?: string | undefined
  readonly assetId?: string | undefined
  readonly borrowingId?: string | undefined
  readonly personId?: string | undefined
}

/** One line of a draft, amounts in sen; exactly one of debit and credit is above zero. */
export interface DraftLine extends LineReferences {
  readonly account: string
  readonly debit: Sen
  readonly credit: Sen
  readonly unit?: string | undefined
  readonly cashFlowLine?: string | undefined
  readonly memo?: string | undefined
}

/** What a rule hands to the ledger: balanced by construction, not yet numbered or chained. */
export interface JournalDraft {
  readonly kind: EntryKind
  readonly book: VoucherBook
  readonly date: string
  readonly description: string
  readonly unit: string
  readonly lines: readonly DraftLine[]
}

/** What a line says besides account and amount. */
export type LineExtras = LineReferences & Pick<DraftLine, 'unit' | 'cashFlowLine' | 'memo'>

const nothing = sen(0)

/** A debit line of `amount` sen. */
export function debit(account: string, amount: number, extras: LineExtras = {}): DraftLine {
  return { account, debit: sen(amount), credit: nothing, ...extras }
}

/** A credit line of `amount` sen. */
export function credit(account: string, amount: number, extras: LineExtras = {}): DraftLine {
  return { account, debit: nothing, credit: sen(amount), ...extras }
}

/** Sums of both sides in sen; a side beyond the ledger's bound is refused as INVALID_INPUT. */
export function draftTotals(lines: readonly DraftLine[]): { debit: Sen; credit: Sen } {
  return { debit: sumSen(lines.map((line) => line.debit)), credit: sumSen(lines.map((line) => line.credit)) }
}

/** A rule that drafts an unbalanced entry is a bug, as is a line without or with two amounts. */
export function assertBalanced(draft: JournalDraft): void {
  assert(draft.lines.length >= 2, 'an entry has two lines or more')
  for (const line of draft.lines) {
    assert(line.debit >= 0 && line.credit >= 0 && (line.debit === 0) !== (line.credit === 0), 'a line has one amount')
  }
  const totals = draftTotals(draft.lines)
  assert(totals.debit === totals.credit, 'debit equals credit')
}
