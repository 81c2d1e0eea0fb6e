import type { Language } from '../../../shared/calendar.ts'
import type { AccountDays } from '../../../shared/statements/cash-book.ts'
import type { AccountTable, Reader } from '../db/tables.ts'
import { readRegister } from '../ledger/register.ts'
import { nameIn } from '../services/ledger.ts'

interface Days {
  readonly from: string
  readonly to: string
  readonly unit?: string | undefined
}

type NamedAccount = Pick<AccountTable, 'code' | 'name_id' | 'name_en' | 'normal'>

/** Every line of an account over some days, balances positive on its normal side. */
export async function accountDays(
  db: Reader,
  account: NamedAccount,
  days: Days,
  language: Language,
): Promise<AccountDays> {
  const { before, within, rows } = await readRegister(db, { account: account.code, ...days })
  const sign = account.normal === 'debit' ? 1 : -1
  const opening = sign * (before.debit - before.credit) + 0
  return {
    code: account.code,
    name: nameIn(account, language),
    opening,
    debit: within.debit,
    credit: within.credit,
    closing: opening + sign * (within.debit - within.credit),
    lines: rows.map((line) => ({ ...line, balance: sign * line.balance + 0 })),
  }
}
