import { invalidInput } from '../../../../shared/errors.ts'
import type { Reader } from '../../db/tables.ts'

/** Refuses INVALID_INPUT for an account of the chart that cannot hold members' savings. */
export async function requireSavingsControl(db: Reader, account: string): Promise<void> {
  const row = await db
    .selectFrom('account')
    .select(['type', 'subledger', 'postable', 'active'])
    .where('code', '=', account)
    .executeTakeFirst()
  const path = ['account']
  if (!row) throw invalidInput(path, 'account_unknown', { account })
  if (!row.postable) throw invalidInput(path, 'account_is_heading', { account })
  if (!row.active) throw invalidInput(path, 'account_inactive', { account })
  const holdsSavings = row.subledger === 'savings' && (row.type === 'liability' || row.type === 'equity')
  if (!holdsSavings) throw invalidInput(path, 'not_a_savings_account', { account })
}
