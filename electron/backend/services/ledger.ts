import type { Language } from '../../../shared/calendar.ts'
import type { Answers as AllAnswers, Inputs as AllInputs } from '../../../shared/contract/index.ts'
import { invalidInput } from '../../../shared/errors.ts'
import { sumSen } from '../../../shared/rules/money.ts'
import type { AccountTable, Reader } from '../db/tables.ts'
import { movementsUntil } from '../ledger/balances.ts'
import { readRegister } from '../ledger/register.ts'
import type { Reading } from '../work.ts'

type Inputs = AllInputs['ledger']
type Answers = AllAnswers['ledger']

/** Net balance of every account that has one at the end of a day. */
export async function trialBalance({ db }: Reading, input: Inputs['trialBalance']): Promise<Answers['trialBalance']> {
  const { asOf, unit, beforeClosing, language } = input
  const names = await accountNames(db, language)
  const movements = await movementsUntil(db, asOf, { unit, beforeClosing })
  const rows = movements.flatMap(({ account, debit, credit }) => {
    const net = debit - credit
    if (net === 0) return []
    return { code: account, name: names.get(account) ?? account, debit: Math.max(net, 0), credit: Math.max(-net, 0) }
  })
  return {
    rows,
    totals: { debit: sumSen(rows.map((row) => row.debit)), credit: sumSen(rows.map((row) => row.credit)) },
  }
}

const pageSize = 100

/** An account's register at any position; balances are positive on the account's normal side. */
export async function accountRegister({ db }: Reading, input: Inputs['account']): Promise<Answers['account']> {
  const { code, from, to, unit, offset, limit = pageSize, language } = input
  if (from > to) throw invalidInput(['to'], 'period_backwards', { from, to })
  const account = await requirePostable(db, code, ['code'])
  const register = await readRegister(db, { account: code, from, to, unit }, offset, limit)
  const sign = account.normal === 'debit' ? 1 : -1
  const opening = sign * (register.before.debit - register.before.credit)
  const { debit, credit, lines } = register.within
  return {
    code,
    name: nameIn(account, language),
    normal: account.normal,
    opening: opening + 0,
    rows: register.rows.map(({ seq: _, members: __, balance, ...row }) => ({ ...row, balance: sign * balance + 0 })),
    count: lines,
    totals: { debit, credit },
    closing: opening + sign * (debit - credit) + 0,
  }
}

/** An account that takes entries; refuses INVALID_INPUT at `path` where it is unknown or only a heading. */
export async function requirePostable(
  db: Reader,
  code: string,
  path: readonly string[],
): Promise<Pick<AccountTable, 'code' | 'name_id' | 'name_en' | 'normal' | 'cash_flow'>> {
  const account = await db
    .selectFrom('account')
    .select(['code', 'name_id', 'name_en', 'normal', 'cash_flow', 'postable'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (!account) throw invalidInput(path, 'account_unknown', { account: code })
  if (!account.postable) throw invalidInput(path, 'account_is_heading', { account: code })
  return account
}

/** The name of an account, a unit or a product in the language asked for. */
export function nameIn(named: { name_id: string; name_en: string }, language: Language = 'id'): string {
  return language === 'en' ? named.name_en : named.name_id
}

async function accountNames(db: Reader, language: Language | undefined): Promise<Map<string, string>> {
  const accounts = await db.selectFrom('account').select(['code', 'name_id', 'name_en']).execute()
  return new Map(accounts.map((account) => [account.code, nameIn(account, language)]))
}
