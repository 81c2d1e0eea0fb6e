import type { Language } from '../../../../shared/calendar.ts'
import type { ReceiptSavings } from '../../../../shared/statements/receipt.ts'
import type { JournalEntryTable, Reader } from '../../db/tables.ts'
import { balancesAfter } from '../balances-after.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/** The one savings account an entry moves, with what stands on it afterwards; undefined where it moves none or several. */
export async function receiptSavings(
  db: Reader,
  entry: Pick<JournalEntryTable, 'seq' | 'date'>,
  language: Language,
): Promise<ReceiptSavings | undefined> {
  const accounts = await db
    .selectFrom('journal_line as l')
    .innerJoin('savings_account as s', 's.id', 'l.savings_account_id')
    .select(['s.id', 's.code', 's.product'])
    .distinct()
    .where('l.seq', '=', entry.seq)
    .execute()
  const [account, ...others] = accounts
  if (!account || others.length > 0) return undefined
  const { savings } = await balancesAfter(db, entry)
  const names = new Map((await savingsProductNames(db, language)).map(({ product, name }) => [product, name]))
  return {
    number: account.code,
    productName: names.get(account.product) ?? account.product,
    balance: savings.get(account.id) ?? 0,
  }
}
