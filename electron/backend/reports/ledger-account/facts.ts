import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { LedgerAccountFacts } from '../../../../shared/statements/ledger-account.ts'
import { requirePostable } from '../../services/ledger.ts'
import type { Reading } from '../../work.ts'
import { accountDays } from '../account-days.ts'
import { unitName } from '../statement-accounts.ts'

/** Every line of an account; refuses INVALID_INPUT where it is unknown or only a heading. */
export async function ledgerAccountFacts(
  { db }: Reading,
  { code, from, to, unit }: ReportParams<'ledgerAccount'>,
  language: Language,
): Promise<LedgerAccountFacts> {
  const account = await requirePostable(db, code, ['params', 'code'])
  return {
    language,
    from,
    to,
    unit: await unitName(db, unit, language),
    account: await accountDays(db, account, { from, to, unit }, language),
  }
}
