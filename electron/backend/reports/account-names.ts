import type { Language } from '../../../shared/calendar.ts'
import type { Reader } from '../db/tables.ts'
import { nameIn } from '../services/ledger.ts'

/** The names of all accounts by their codes. */
export async function accountNames(db: Reader, language: Language): Promise<ReadonlyMap<string, string>> {
  const accounts = await db.selectFrom('account').select(['code', 'name_id', 'name_en']).execute()
  return new Map(accounts.map((account) => [account.code, nameIn(account, language)]))
}
