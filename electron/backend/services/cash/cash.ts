import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { CashLine } from '../../../../shared/rules/entries/cash-receive.ts'
import { cashReceive } from '../../../../shared/rules/entries/cash-receive.ts'
import { cashSpend } from '../../../../shared/rules/entries/cash-spend.ts'
import { cashTransfer } from '../../../../shared/rules/entries/cash-transfer.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import { isCashOnHand } from '../../ledger/below-zero.ts'
import { type Posted, post } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { requireNoTerm, requireWithdrawable, savingsTermsOf } from '../savings/terms.ts'
import { requireCashAccount } from './account.ts'

type Inputs = AllInputs['cash']
type Move = Inputs['receive']

/** Money in. Refuses what `post` refuses, and a cash account that is none or stands on both sides. */
export async function receiveCash(work: Work, input: Inputs['receive']): Promise<Posted> {
  const lines = await checkedLines(work, input)
  for (const terms of (await savingsTermsOf(work.tx, lines)).values()) requireNoTerm(terms)
  try {
    return await named(work, await post(work, cashReceive({ ...input, lines })), input)
  } catch (error) {
    throw error instanceof Refusal ? atTypedLine(error) : error
  }
}

/** Money out. Savings that are locked cannot leave this way either: NOT_ALLOWED. */
export async function spendCash(work: Work, input: Inputs['spend']): Promise<Posted> {
  const lines = await checkedLines(work, input)
  const savings = await savingsTermsOf(work.tx, lines)
  for (const terms of savings.values()) requireWithdrawable(terms)
  return named(work, await post(work, cashSpend({ ...input, lines })), input)
}

/** Notes who gave or took the money, beside the voucher and not in it. */
async function named({ tx }: Work, posted: Posted, { party }: Move): Promise<Posted> {
  if (party !== undefined)
    await tx.insertInto('voucher_party').values({ entry_id: posted.entryId, name: party }).execute()
  return posted
}

/** Own money between two cash accounts. */
export async function transferCash(work: Work, input: Inputs['transfer']): Promise<Posted> {
  await requireCashAccount(work.tx, input.from, 'from')
  await requireCashAccount(work.tx, input.to, 'to')
  if (input.from === input.to) throw invalidInput(['to'], 'same_account', { account: input.to })
  return post(work, cashTransfer(input))
}

/** The lines as typed, savings in their product's unit. */
async function checkedLines({ tx }: Work, { cashAccount, lines }: Move): Promise<CashLine[]> {
  await requireCashAccount(tx, cashAccount, 'cashAccount')
  const own = lines.findIndex((line) => line.account === cashAccount)
  if (own >= 0) throw invalidInput(['lines', own, 'account'], 'cash_account_itself', { account: cashAccount })
  const savings = await savingsTermsOf(tx, lines)
  return lines.map((line) => ({ ...line, unit: savings.get(line.savingsAccountId ?? '')?.unit }))
}

interface Issue {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** The draft begins with the cash account's line: what is wrong with its line 3 is line 2 of what was typed. */
function atTypedLine({ code, reason, data }: Refusal): Refusal {
  const issues = (data.issues ?? []) as readonly Issue[]
  const moved = issues.map(({ path, message }) => ({ path: typedPath(path), message }))
  return new Refusal(code, reason, moved.length === 0 ? data : { ...data, issues: moved })
}

function typedPath(path: Issue['path']): Issue['path'] {
  const [field, line, ...rest] = path
  if (field !== 'lines' || typeof line !== 'number') return path
  return line === 0 ? ['cashAccount'] : [field, line - 1, ...rest]
}

/** Cash and bank accounts in use, or with money on them, and what they hold at the end of a day. */
export async function cashAccounts(
  { db, today }: Reading,
  input: Inputs['accounts'],
): Promise<Answers['cash']['accounts']> {
  const accounts = await db
    .selectFrom('account')
    .select(['code', 'name_id', 'name_en', 'cash_flow', 'subledger', 'active'])
    .where('cash_flow', '=', 'cash')
    .where('postable', '=', 1)
    .orderBy('code')
    .execute()
  const moved = await movementsUntil(db, input?.asOf ?? today)
  const balances = new Map(moved.map(({ account, debit, credit }) => [account, debit - credit]))
  const rows = accounts.map((account) => ({
    code: account.code,
    name: account.name_id,
    nameEn: account.name_en,
    balance: balances.get(account.code) ?? 0,
    isCashOnHand: isCashOnHand(account),
    needsPerson: account.subledger === 'person',
    active: account.active === 1,
  }))
  return { rows: rows.filter((row) => row.active || row.balance !== 0) }
}
