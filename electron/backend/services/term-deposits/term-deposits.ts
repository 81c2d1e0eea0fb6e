import { monthOf } from '../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { termPlacement } from '../../../../shared/rules/entries/term-deposit.ts'
import { maturityOf } from '../../../../shared/rules/term-interest.ts'
import type { MemberTable, Reader, SavingsProductTable, SavingsTermTable } from '../../db/tables.ts'
import { post, requireDateInReach } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { getProduct, openAccounts } from '../savings/accounts.ts'
import { rateIn, ratesByProduct } from '../savings/rates.ts'
import { requireMinimum } from '../savings/terms.ts'

type Inputs = AllInputs['savings']

/**
 * A member places money for a term. Refuses NOT_FOUND, NOT_ALLOWED for who has left, a product out of use and one that is
 * no term deposit, and as INVALID_INPUT less than the product takes and interest onto another's account.
 */
export async function openTerm(work: Work, input: Inputs['termOpen']): Promise<Answers['savings']['termOpen']> {
  const { cashAccount, date, amount } = input
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const { savingsAccountId, number, maturesOn, product, member } = await registerTerm(work, input)
  const { account, unit, name_id: productName } = product
  const savings = { savingsAccountId, memberId: member.id, account, unit, productName }
  const posted = await post(work, termPlacement({ date, cashAccount, amount, savings }))
  const early = date < member.joined_on ? ['before_joining'] : []
  return { ...posted, warnings: [...posted.warnings, ...early], savingsAccountId, number, maturesOn }
}

/** Registers a term deposit that runs since before the book; its principal is one of the opening balances. */
export async function takeOverTerm(
  work: Work,
  input: Inputs['termTakeOver'],
): Promise<Answers['savings']['termTakeOver']> {
  await requireDateInReach(work.tx, work.today, input.date)
  const { savingsAccountId, number, maturesOn } = await registerTerm(work, input)
  return { savingsAccountId, number, maturesOn }
}

async function registerTerm(work: Work, input: Inputs['termTakeOver']) {
  const { memberId, date, amount, months, ratePctPerYear, rollover = 'none', payInterestTo } = input
  const member = await work.tx.selectFrom('member').selectAll().where('id', '=', memberId).executeTakeFirst()
  if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId })
  const product = await getProduct(work.tx, input.product)
  requirePlaceable(member, product)
  requireMinimum({ minimumDeposit: product.minimum_deposit, productName: product.name_id }, amount, ['amount'])
  if (payInterestTo !== undefined && rollover === 'principal_and_interest') {
    throw invalidInput(['payInterestTo'], 'not_together')
  }
  if (payInterestTo !== undefined) await requireOwnSavings(work.tx, memberId, payInterestTo)
  const term = await agreed(work.tx, product, {
    ...{ amount, starts_on: date, months, rate_pct: ratePctPerYear, rollover },
    ...{ pay_interest_to: payInterestTo ?? null, rolled_from: null },
  })
  const { id: savingsAccountId, code: number } = await writeTerm(work, { member, product, term, openedOn: date })
  return { savingsAccountId, number, maturesOn: term.matures_on, product, member }
}

function requirePlaceable(member: MemberTable, product: SavingsProductTable): void {
  if (!member.active) throw new Refusal('NOT_ALLOWED', 'member_left', { number: member.code })
  if (product.kind !== 'term') throw new Refusal('NOT_ALLOWED', 'not_a_term_product', { product: product.name_id })
  if (!product.active) throw new Refusal('NOT_ALLOWED', 'product_inactive', { product: product.name_id })
}

/** Interest goes onto an open account of the same member that takes deposits. */
async function requireOwnSavings(db: Reader, memberId: string, savingsAccountId: string): Promise<void> {
  const account = await db
    .selectFrom('savings_account as s')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .select(['s.member_id', 's.active', 'p.kind'])
    .where('s.id', '=', savingsAccountId)
    .executeTakeFirst()
  const isFitting = account?.member_id === memberId && account.active === 1 && account.kind !== 'term'
  if (!isFitting) throw invalidInput(['payInterestTo'], 'not_own_savings')
}

type Agreed = Pick<SavingsTermTable, 'amount' | 'starts_on' | 'months' | 'rate_pct' | 'rollover'> &
  Pick<SavingsTermTable, 'pay_interest_to' | 'rolled_from'>

/** The rest of an agreement as its product says it in the month it begins. */
export async function agreed(
  db: Reader,
  product: SavingsProductTable,
  term: Agreed,
): Promise<Omit<SavingsTermTable, 'savings_account_id'>> {
  const rate = rateIn((await ratesByProduct(db)).get(product.id), monthOf(term.starts_on))
  return {
    ...term,
    matures_on: maturityOf({ startsOn: term.starts_on, months: term.months }),
    day_basis: rate?.dayBasis ?? 'twelfths',
    rounding: rate?.rounding ?? 'down',
    early_withdrawal: product.early_withdrawal,
    early_pct: product.early_pct,
  }
}

interface Placing {
  readonly member: Pick<MemberTable, 'id' | 'code'>
  readonly product: SavingsProductTable
  readonly term: Omit<SavingsTermTable, 'savings_account_id'>
  readonly openedOn: string
}

/** Writes a certificate: an account of its own with what was agreed. */
export async function writeTerm(work: Work, { member, product, term, openedOn }: Placing) {
  const [account] = await openAccounts(work, [{ member, product }], openedOn)
  const { id = '', code = '' } = account ?? {}
  await work.tx
    .insertInto('savings_term')
    .values({ savings_account_id: id, ...term })
    .execute()
  return { id, code }
}
