import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import type { surplusFundAccounts } from './surplus-distribution.ts'

/** Income tax withheld from wages and fees, owed to the state (accounting.md section 7, PPh 21). */
const feeTaxAccount = '23102'

export interface SurplusFundUse {
  readonly date: string
  /** The fund it is paid from. */
  readonly account: (typeof surplusFundAccounts)[number]
  /** What leaves the fund, sen, the tax with it. */
  readonly amount: number
  /** What of it is withheld for the state, sen, less than the amount. */
  readonly tax: number
  readonly cashAccount: string
  readonly description: string
}

/**
 * A fund of the surplus is used, Dr 25102-25106, Cr cash, and what is withheld from a fee Cr 23102: no cost of the year
 * (accounting.md section 6.4). Amounts in sen.
 */
export function surplusFundUse(use: SurplusFundUse): JournalDraft {
  const { date, account, amount, tax, cashAccount, description } = use
  return {
    ...{ kind: 'ordinary', book: cashVoucherBook(cashAccount, 'out'), date, description, unit: 'general' },
    lines: [
      debit(account, amount),
      ...(tax > 0 ? [credit(feeTaxAccount, tax)] : []),
      credit(cashAccount, amount - tax),
    ],
  }
}
