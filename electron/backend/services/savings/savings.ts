import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { savingsDeposit } from '../../../../shared/rules/entries/savings-deposit.ts'
import type { SavingsMovement } from '../../../../shared/rules/entries/savings-line.ts'
import { savingsWithdrawal } from '../../../../shared/rules/entries/savings-withdrawal.ts'
import type { Reader } from '../../db/tables.ts'
import { type Posted, post, requireDateInReach } from '../../ledger/post.ts'
import { savingsBalance } from '../../ledger/savings-balances.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { getProduct, getSavingsAccount, openAccounts, type SavingsAccount } from './accounts.ts'
import { interestDoubts } from './interest-doubts.ts'
import { quoteOf } from './lock.ts'
import { principalDoubts } from './principal-doubts.ts'
import { requireMinimum, requireNoTerm } from './terms.ts'

type Inputs = AllInputs['savings']
type Movement = Inputs['deposit']
type Moved = Omit<Answers['savings']['deposit'], 'savingsAccountId'>

/** Opens a member's account of a product; one of each, ALREADY_EXISTS names the one there is. */
export async function openSavings(work: Work, input: Inputs['open']): Promise<Answers['savings']['open']> {
  const { memberId, product: productId, date } = input
  const member = await work.tx.selectFrom('member').selectAll().where('id', '=', memberId).executeTakeFirst()
  if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId })
  const product = await getProduct(work.tx, productId)
  if (!member.active) throw new Refusal('NOT_ALLOWED', 'member_left', { number: member.code })
  if (!product.active) throw new Refusal('NOT_ALLOWED', 'product_inactive', { product: product.name_id })
  requireNoTerm({ kind: product.kind, productName: product.name_id })
  await requireDateInReach(work.tx, work.today, date)
  const existing = await accountOf(work.tx, memberId, productId)
  if (existing) {
    const data = { savingsAccountId: existing.id, number: existing.code }
    throw new Refusal('ALREADY_EXISTS', 'savings_account', data)
  }
  const [opened] = await openAccounts(work, [{ member, product }], date)
  return { savingsAccountId: opened?.id ?? '', number: opened?.code ?? '' }
}

async function accountOf(db: Reader, memberId: string, product: string) {
  return db
    .selectFrom('savings_account')
    .select(['id', 'code'])
    .where('member_id', '=', memberId)
    .where('product', '=', product)
    .executeTakeFirst()
}

/**
 * Money into one account; that of a product the member has none of yet is opened on the way, and only together with the
 * deposit. Refused for who has left, and for a product out of use.
 */
export async function depositSavings(work: Work, input: Inputs['deposit']): Promise<Answers['savings']['deposit']> {
  const savings = await getSavingsAccount(work.tx, await accountFor(work, input))
  requireOpen(savings)
  if (!savings.isMemberActive) throw new Refusal('NOT_ALLOWED', 'member_left', { number: savings.number })
  if (!savings.isProductActive) throw new Refusal('NOT_ALLOWED', 'product_inactive', { product: savings.productName })
  requireNoTerm(savings)
  requireMinimum(savings, input.amount, ['amount'])
  await requireCashAccount(work.tx, input.cashAccount, 'cashAccount')
  const posted = await post(work, savingsDeposit(movement(savings, input)))
  const answer = await moved(work, savings, posted)
  const savingsAccountId = savings.id
  const doubts = await principalDoubts(work.tx, work.today, [{ ...savings, savingsAccountId }])
  return { ...answer, savingsAccountId, warnings: [...answer.warnings, ...doubts] }
}

async function accountFor(work: Work, input: Inputs['deposit']): Promise<string> {
  const { savingsAccountId, memberId = '', product = '', date } = input
  if (savingsAccountId !== undefined) return savingsAccountId
  const existing = await accountOf(work.tx, memberId, product)
  return existing?.id ?? (await openSavings(work, { requestId: '', memberId, product, date })).savingsAccountId
}

/**
 * Money out of one account, as far as it holds any; what is locked stays, or costs what its product says. A stated
 * purpose stands in the memo.
 */
export async function withdrawSavings(work: Work, input: Inputs['withdraw']): Promise<Answers['savings']['withdraw']> {
  const savings = await getSavingsAccount(work.tx, input.savingsAccountId)
  requireOpen(savings)
  await requireCashAccount(work.tx, input.cashAccount, 'cashAccount')
  const quote = await quoteOf(work.tx, savings, input)
  const { penalty, forfeited } = quote
  const memo = input.memo || input.purpose
  const posted = await post(work, savingsWithdrawal({ ...movement(savings, { ...input, memo }), penalty, forfeited }))
  return { ...(await moved(work, savings, posted)), ...quote }
}

function requireOpen({ isOpen, number }: SavingsAccount): void {
  if (!isOpen) throw new Refusal('NOT_ALLOWED', 'savings_account_closed', { number })
}

function movement(
  savings: SavingsAccount,
  input: Pick<Movement, 'date' | 'cashAccount' | 'amount' | 'memo'>,
): SavingsMovement {
  const { date, cashAccount, amount, memo } = input
  return { date, cashAccount, amount, savings: { ...savings, savingsAccountId: savings.id }, memo: memo || undefined }
}

/**
 * The answer of a movement. A day before the member joined is only asked about: the cash book must show the day the
 * money came, and the board may have accepted her later.
 */
async function moved({ tx }: Work, savings: SavingsAccount, posted: Posted): Promise<Moved> {
  const early = posted.date < savings.joinedOn ? ['before_joining'] : []
  const late = await interestDoubts(tx, posted.date, [savings.product])
  return { ...posted, warnings: [...posted.warnings, ...early, ...late], balance: await savingsBalance(tx, savings.id) }
}
