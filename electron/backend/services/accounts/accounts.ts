import type { AccountAnswer } from '../../../../shared/contract/accounts.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { type AccountProblem, accountProblem, placeProblem } from '../../../../shared/rules/account-nature.ts'
import { programAccounts } from '../../../../shared/rules/program-accounts.ts'
import { accountColumns } from '../../db/account-columns.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading, Work } from '../../work.ts'
import { answerOf, type ChartRow, chartOf, parentOf, placedAccount } from './rows.ts'

type Inputs = AllInputs['accounts']

/** The chart in the order of its codes. */
export async function listAccounts({ db }: Reading, input: Inputs['list'] = {}): Promise<Answers['accounts']['list']> {
  const { activeOnly = false, postableOnly = false } = input
  const rows = await chartOf(db)
  return { rows: rows.filter(({ active, postable }) => (active || !activeOnly) && (postable || !postableOnly)) }
}

/** Adds an account that takes entries; refuses ALREADY_EXISTS and, as INVALID_INPUT, what the chart's order forbids. */
export async function createAccount({ tx }: Work, input: Inputs['create']): Promise<AccountAnswer> {
  const chart = await chartOf(tx)
  const account = placedAccount(input, chart)
  if (chart.some(({ code }) => code === account.code)) throw codeTaken(account.code)
  const problem = accountProblem(account, parentOf(account, chart))
  if (problem) throw invalidInput([problem.field], problem.reason, { account: account.code, parent: account.parent })
  await tx.insertInto('account').values(accountColumns(account)).execute()
  return account
}

/** Renames an account, moves it to another line of the statements, or takes it back into use. */
export async function updateAccount({ tx }: Work, input: Inputs['update']): Promise<AccountAnswer> {
  const before = await getAccount(tx, input.code)
  const { requestId: _, code, ...given } = input
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const after: ChartRow = { ...before, ...changes }
  const isMoved = after.cashFlowLine !== before.cashFlowLine || after.reportLine !== before.reportLine
  const problem = isMoved ? moveProblem(after) : undefined
  if (problem) throw invalidInput([problem.field], problem.reason, { account: code })
  await tx.updateTable('account').set(accountColumns(after)).where('code', '=', code).execute()
  return after
}

function moveProblem(account: ChartRow): AccountProblem | undefined {
  return account.postable ? placeProblem(account) : { field: 'reportLine', reason: 'heading_has_no_line' }
}

/**
 * Takes an account out of use. Refuses NOT_ALLOWED while it or a card on it carries a balance, while a savings product
 * or the program itself posts to it, and while accounts below it are in use.
 */
export async function deactivateAccount({ tx }: Work, { code }: Inputs['deactivate']): Promise<AccountAnswer> {
  const account = await getAccount(tx, code)
  if (!account.active) return account
  if (programAccounts.has(code)) throw new Refusal('NOT_ALLOWED', 'account_of_program', { account: code })
  await requireNoProduct(tx, code)
  await requireNothingBelow(tx, code)
  await requireNoBalance(tx, account)
  await tx.updateTable('account').set({ active: 0 }).where('code', '=', code).execute()
  return { ...account, active: false }
}

/** The refusal of a code that the chart has. */
function codeTaken(code: string): Refusal {
  const issues = [{ path: ['code'], message: 'account_code_taken' }]
  return new Refusal('ALREADY_EXISTS', 'account_code', { account: code, issues })
}

async function requireNoProduct(db: Reader, code: string): Promise<void> {
  const product = await db
    .selectFrom('savings_product')
    .select(['id', 'name_id'])
    .where('account', '=', code)
    .where('active', '=', 1)
    .executeTakeFirst()
  if (!product) return
  throw new Refusal('NOT_ALLOWED', 'account_of_product', { account: code, product: product.id, name: product.name_id })
}

async function requireNothingBelow(db: Reader, code: string): Promise<void> {
  const below = await db
    .selectFrom('account')
    .select('code')
    .where('parent', '=', code)
    .where('active', '=', 1)
    .orderBy('code')
    .executeTakeFirst()
  if (below) throw new Refusal('NOT_ALLOWED', 'account_has_accounts', { account: code, below: below.code })
}

async function requireNoBalance(db: Reader, { code, normal }: AccountAnswer): Promise<void> {
  const ofUnits = await db
    .selectFrom('balance_year')
    .select('unit')
    .select((eb) => eb.fn.sum<number>(eb('debit', '-', eb.ref('credit'))).as('balance'))
    .where('account', '=', code)
    .groupBy('unit')
    .execute()
  const balance = ofUnits.reduce((sum, unit) => sum + unit.balance, 0)
  const openCard = await db
    .selectFrom('balance_subledger')
    .select('reference')
    .where('account', '=', code)
    .groupBy(['subledger', 'reference', 'unit'])
    .having((eb) => eb(eb.fn.sum('debit'), '<>', eb.fn.sum('credit')))
    .executeTakeFirst()
  if (ofUnits.every((unit) => unit.balance === 0) && !openCard) return
  const signed = normal === 'debit' ? balance : 0 - balance
  throw new Refusal('NOT_ALLOWED', 'account_has_balance', { account: code, balance: signed })
}

async function getAccount(db: Reader, code: string): Promise<ChartRow> {
  const row = await db.selectFrom('account').selectAll().where('code', '=', code).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'account', { account: code })
  return answerOf(row)
}
