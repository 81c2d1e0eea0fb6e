import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import type { AccountDays, CashBookFacts } from '../../../../shared/statements/cash-book.ts'
import type { Reader } from '../../db/tables.ts'
import { isCashOnHand } from '../../ledger/below-zero.ts'
import { requirePostable } from '../../services/ledger.ts'
import type { Reading } from '../../work.ts'
import { accountDays } from '../account-days.ts'
import { unitName } from '../statement-accounts.ts'

/** One cash or bank account, or every one that held or moved money; refuses INVALID_INPUT where it is no cash account. */
export async function cashBookFacts(
  { db }: Reading,
  params: ReportParams<'cashBook'>,
  language: Language,
): Promise<CashBookFacts> {
  const { from, to, unit, cashAccount } = params
  const asked = cashAccount === undefined ? await cashAccounts(db) : [await requireCashAccount(db, cashAccount)]
  const accounts: AccountDays[] = []
  for (const account of asked) {
    // Money in hand and at the bank is counted from the debit side, whatever the chart says of an overdraft.
    const days = await accountDays(db, { ...account, normal: 'debit' }, { from, to, unit }, language)
    if (cashAccount !== undefined || days.opening !== 0 || days.lines.length > 0) accounts.push(days)
  }
  const isBankBook = cashAccount !== undefined && asked.every((account) => !isCashOnHand(account))
  return { language, from, to, unit: await unitName(db, unit, language), accounts, isBankBook }
}

async function cashAccounts(db: Reader) {
  return db
    .selectFrom('account')
    .select(['code', 'name_id', 'name_en', 'normal', 'cash_flow'])
    .where('cash_flow', '=', 'cash')
    .where('postable', '=', 1)
    .orderBy('code')
    .execute()
}

async function requireCashAccount(db: Reader, code: string) {
  const account = await requirePostable(db, code, ['params', 'cashAccount'])
  if (account.cash_flow !== 'cash')
    throw invalidInput(['params', 'cashAccount'], 'not_a_cash_account', { account: code })
  return account
}
