import type { Inputs as AllInputs, Answers } from '../../../shared/contract/index.ts'
import { Refusal } from '../../../shared/errors.ts'
import { savingsDeposit } from '../../../shared/rules/entries/savings-deposit.ts'
import type { SavingsMovement } from '../../../shared/rules/entries/savings-line.ts'
import { savingsWithdrawal } from '../../../shared/rules/entries/savings-withdrawal.ts'
import { type Posted, post, requireDateInReach } from '../ledger/post.ts'
import { savingsBalance } from '../ledger/savings-balances.ts'
import type { Work } from '../work.ts'
import { requireCashAccount } from './cash-account.ts'
import { getProduct, getSavingsAccount, openAccounts, type SavingsAccount } from './savings-accounts.ts'
import { requireWithdrawable } from './savings-terms.ts'

type Inputs = AllInputs['savings']
type Movement = Inputs['deposit']
type Moved = Answers['savings']['deposit']

/** Opens a member's account of a product; one of each, ALREADY_EXISTS names the one there is. */
export async function openSavings(work: Work, input: Inputs['open']): Promise<Answers['savings']['open']> {
  const { memberId, product: productId, date } = input
  const member = await work.tx.selectFrom('member').selectAll().where('id', '=', memberId).executeTakeFirst()
  if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId })
  const product = await getProduct(work.tx, productId)
  if (!member.active) throw new Refusal('NOT_ALLOWED', 'member_left', { number: member.code })
  if (!product.active) throw new Refusal('NOT_ALLOWED', 'product_inactive', { product: product.name_id })
  await requireDateInReach(work.tx, work.today, date)
  const existing = await work.tx
    .selectFrom('savings_account')
    .select(['id', 'code'])
    .where('member_id', '=', memberId)
    .where('product', '=', productId)
    .executeTakeFirst()
  if (existing) {
    const data = { savingsAccountId: existing.id, number: existing.code }
    throw new Refusal('ALREADY_EXISTS', 'savings_account', data)
  }
  const [opened] = await openAccounts(work, [{ member, product }], date)
  return { savingsAccountId: opened?.id ?? '', number: opened?.code ?? '' }
}

/** Money into one account. Refused for who has left, and for a product out of use. */
export async function depositSavings(work: Work, input: Inputs['deposit']): Promise<Moved> {
  const savings = await getSavingsAccount(work.tx, input.savingsAccountId)
  requireOpen(savings)
  if (!savings.isMemberActive) throw new Refusal('NOT_ALLOWED', 'member_left', { number: savings.number })
  if (!savings.isProductActive) throw new Refusal('NOT_ALLOWED', 'product_inactive', { product: savings.productName })
  await requireCashAccount(work.tx, input.cashAccount, 'cashAccount')
  const posted = await post(work, savingsDeposit(movement(savings, input)))
  return moved(work, savings, posted)
}

/** Money out of one account, as far as it holds any; what is locked stays until its member leaves. */
export async function withdrawSavings(work: Work, input: Inputs['withdraw']): Promise<Moved> {
  const savings = await getSavingsAccount(work.tx, input.savingsAccountId)
  requireOpen(savings)
  requireWithdrawable(savings)
  await requireCashAccount(work.tx, input.cashAccount, 'cashAccount')
  const posted = await post(work, savingsWithdrawal(movement(savings, input)))
  return moved(work, savings, posted)
}

function requireOpen({ isOpen, number }: SavingsAccount): void {
  if (!isOpen) throw new Refusal('NOT_ALLOWED', 'savings_account_closed', { number })
}

function movement(savings: SavingsAccount, { date, cashAccount, amount, memo }: Movement): SavingsMovement {
  return { date, cashAccount, amount, savings: { ...savings, savingsAccountId: savings.id }, memo: memo || undefined }
}

/**
 * The answer of a movement. A day before the member joined is only asked about: the cash book must show the day the
 * money came, and the board may have accepted her later.
 */
async function moved({ tx }: Work, savings: SavingsAccount, posted: Posted): Promise<Moved> {
  const early = posted.date < savings.joinedOn ? ['before_joining'] : []
  return { ...posted, warnings: [...posted.warnings, ...early], balance: await savingsBalance(tx, savings.id) }
}
