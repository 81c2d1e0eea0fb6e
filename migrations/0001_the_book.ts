import { type Kysely, sql } from 'kysely'
import { assets } from './the-book/assets.ts'
import { attachments } from './the-book/attachments.ts'
import { balances, stockBalances } from './the-book/balances.ts'
import { book } from './the-book/book.ts'
import { borrowings } from './the-book/borrowings.ts'
import { budget } from './the-book/budget.ts'
import { exits } from './the-book/exits.ts'
import { funds } from './the-book/funds.ts'
import { identities, memberGuards } from './the-book/identities.ts'
import { ledger, ledgerGuards } from './the-book/ledger.ts'
import { loanMonthEnds } from './the-book/loan-month-ends.ts'
import { loans } from './the-book/loans.ts'
import { meeting } from './the-book/meeting.ts'
import { records } from './the-book/records.ts'
import { savings, savingsIdentities } from './the-book/savings.ts'
import { surplus } from './the-book/surplus.ts'
import { tax } from './the-book/tax.ts'
import { termsRecords } from './the-book/terms-records.ts'
import { cashierShifts, trade, tradeGuards, tradeTerms } from './the-book/trade.ts'

/**
 * The first shape of a book: the ledger with everything that guards it, the chart, periods, the identity of every
 * subledger, members and savings. Triggers use nothing newer than SQLite 3.40 and no function of our own, so that any
 * SQLite tool can open the book and meets the same guards.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    ...book,
    ...identities,
    ...savingsIdentities,
    ...ledger,
    ...ledgerGuards,
    ...memberGuards,
    ...balances,
    ...savings,
    ...loans,
    ...exits,
    ...tradeTerms,
    ...trade,
    ...stockBalances,
    ...tradeGuards,
    ...funds,
    ...cashierShifts,
    ...borrowings,
    ...assets,
    ...tax,
    ...surplus,
    ...budget,
    ...meeting,
    ...records,
    ...termsRecords,
    ...loanMonthEnds,
    ...attachments,
  ]) {
    await sql.raw(statement).execute(db)
  }
}
