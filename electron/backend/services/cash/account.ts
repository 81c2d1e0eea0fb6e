import { invalidInput } from '../../../../shared/errors.ts'
import { question } from '../../db/question.ts'
import type { Reader } from '../../db/tables.ts'

/**
 * Refuses INVALID_INPUT at `field` what is no cash or bank account that takes entries. Cash with field collectors must
 * name who holds it: there is no form for that yet, so it is refused here and not half-way through posting.
 */
export async function requireCashAccount(
  db: Reader,
  code: string,
  field: string | readonly (string | number)[],
): Promise<void> {
  const account = await accountCoded.first(db, code)
  const refuse = (reason: string) => invalidInput([field].flat(), reason, { account: code })
  if (!account) throw refuse('account_unknown')
  if (!account.postable) throw refuse('account_is_heading')
  if (account.cash_flow !== 'cash') throw refuse('not_a_cash_account')
  if (!account.active) throw refuse('account_inactive')
  if (account.subledger !== null) throw refuse('cash_needs_person')
}

const accountCoded = question((db, code: string) =>
  db.selectFrom('account').select(['postable', 'active', 'cash_flow', 'subledger']).where('code', '=', code),
)
