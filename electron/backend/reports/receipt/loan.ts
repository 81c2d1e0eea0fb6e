import type { Language } from '../../../../shared/calendar.ts'
import { accruedInterestAccount, heldAccount, penaltyAccount } from '../../../../shared/rules/entries/loan-line.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { ReceiptLoan, WithheldKind } from '../../../../shared/statements/receipt.ts'
import type { JournalEntryTable, Reader } from '../../db/tables.ts'
import { nameIn } from '../../services/ledger.ts'
import { balancesAfter } from '../balances-after.ts'
import { loanProductNames } from '../loan-product-names.ts'

/** What an entry did to the one loan it is about; undefined where it is about none or several. */
export async function receiptLoan(
  db: Reader,
  entry: Pick<JournalEntryTable, 'seq' | 'date'>,
  language: Language,
): Promise<ReceiptLoan | undefined> {
  const lines = await loanLines(db, entry.seq)
  const loanIds = new Set(lines.map(({ loanId }) => loanId).filter((loanId) => loanId !== null))
  const [loanId, ...others] = loanIds
  if (loanId === undefined || others.length > 0) return undefined
  const agreement = await db.selectFrom('loan_agreement').selectAll().where('loan_id', '=', loanId).executeTakeFirst()
  if (!agreement) return undefined
  const own = lines.filter((line) => line.loanId === loanId)
  const on = (...codes: string[]) =>
    sumSen(own.filter(({ account }) => codes.includes(account)).map(({ credit, debit }) => credit - debit))
  const { number } = await db
    .selectFrom('loan')
    .select('code as number')
    .where('id', '=', loanId)
    .executeTakeFirstOrThrow()
  const principal = on(agreement.account)
  const isPayout = principal < 0
  const withheld = lines.filter(({ cash_flow, credit }) => isPayout && cash_flow !== 'cash' && credit > 0)
  return {
    number,
    productName: (await loanProductNames(db, language)).get(agreement.product) ?? agreement.product,
    ...{ lent: isPayout ? -principal : 0, principal: isPayout ? 0 : principal },
    ...{ interest: on(agreement.interest_account, accruedInterestAccount), penalty: on(penaltyAccount) },
    held: on(heldAccount),
    withheld: withheld.map((line) => ({
      kind: deductionOf(line),
      name: nameIn(line, language),
      amount: line.credit,
    })),
    outstanding: (await balancesAfter(db, entry)).loans.get(loanId) ?? 0,
  }
}

/** Where what is taken off a payout goes. */
const deductionAccounts: Readonly<Record<string, WithheldKind>> = {
  41102: 'provision',
  41103: 'administration',
  24106: 'insurance',
  52208: 'stamp',
}

function deductionOf({ account, subledger }: Pick<LoanLine, 'account' | 'subledger'>): WithheldKind | null {
  return subledger === 'savings' ? 'loanSavings' : (deductionAccounts[account] ?? null)
}

type LoanLine = Awaited<ReturnType<typeof loanLines>>[number]

async function loanLines(db: Reader, seq: number) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select([
      'l.loan_id as loanId',
      'l.account',
      'l.debit',
      'l.credit',
      'a.name_id',
      'a.name_en',
      'a.cash_flow',
      'a.subledger',
    ])
    .where('l.seq', '=', seq)
    .orderBy('l.line_no')
    .execute()
}
