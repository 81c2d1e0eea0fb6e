import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import {
  claimAccount,
  isEquipment,
  isFundCost,
  programExpense,
  restrictedAccount,
} from '../../../../shared/rules/entries/fund-line.ts'
import { fundGoods, fundReceipt, fundRefund } from '../../../../shared/rules/entries/fund-receipt.ts'
import { fundSpending } from '../../../../shared/rules/entries/fund-spending.ts'
import { lowestOfFund } from '../../ledger/fund-bounds.ts'
import { type Posted, post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { requireSecondPerson } from '../second-person.ts'
import { budgetOf, type FundRecord, fundNamed, positionOfFund } from './records.ts'

type Inputs = AllInputs['funds']
type Moved = Answers['funds']['receive']

/** Money or goods of a fund come in. Refuses INVALID_INPUT for goods of a fund that is no capital. */
export async function receiveFund(work: Work, input: Inputs['receive']): Promise<Moved> {
  const fund = await openFund(work, input.fundId)
  const { date, fundId, amount, goods, cashAccount } = input
  const head = { date, fundId, fundName: fund.name, treatment: fund.treatment, amount }
  if (cashAccount === undefined) {
    if (fund.treatment !== 'capital') throw invalidInput(['goods'], 'goods_are_capital', { fund: fund.name })
    const { account = '', assetId } = goods ?? {}
    // Goods for the shop come in over its counter, where they are counted.
    if (!isEquipment(account)) throw invalidInput(['goods', 'account'], 'not_equipment', { account })
    if (assetId === undefined) throw invalidInput(['goods', 'assetId'], 'required')
    return withBalance(work, fund, await post(work, fundGoods({ ...head, account, assetId })))
  }
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const laidOut = await lowestOfFund(work.tx, { fundId, account: claimAccount, date })
  const claimed = Math.min(amount, Math.max(0, laidOut.balance))
  const posted = await post(work, fundReceipt({ ...head, claimed, cashAccount }))
  return withBalance(work, fund, warned(posted, warningsOf(fund, { date, cashAccount })))
}

/**
 * Money of a fund is spent. Refuses INVALID_INPUT for a budget line of another fund and for what no fund is spent on,
 * NOT_ALLOWED for a fund that is lent on, and NEEDS_APPROVAL for more than a budget line has left.
 */
export async function spendFund(work: Work, input: Inputs['spend']): Promise<Moved> {
  const fund = await openFund(work, input.fundId)
  if (fund.treatment === 'revolving') throw new Refusal('NOT_ALLOWED', 'fund_is_lent_on', { fund: fund.name })
  const { date, fundId, budgetLineId, amount, cashAccount, assetId, description, approvedBy } = input
  const account = input.account ?? programExpense
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  requireCost(fund, account, assetId)
  if (approvedBy !== undefined) await requireSecondPerson(work, approvedBy)
  const isOver = await requireBudget(work, fund, input)
  const short = fund.treatment === 'activity' ? await missingOf(work, fundId, { date, amount }) : 0
  const draft = fundSpending({
    ...{ date, fundId, budgetLineId, treatment: fund.treatment, description, amount, short, account, assetId },
    cashAccount,
  })
  const posted = await post(work, draft, approvedBy === undefined ? {} : { approvedBy })
  const warnings = [
    ...(isOver ? ['fund_over_budget'] : []),
    ...(short > 0 ? ['fund_laid_out'] : []),
    ...warningsOf(fund, { date, cashAccount }),
  ]
  return withBalance(work, fund, warned(posted, warnings))
}

/** What was not spent goes back to who gave it; refuses more than there is, and capital. */
export async function refundFund(work: Work, input: Inputs['refund']): Promise<Moved> {
  const fund = await openFund(work, input.fundId)
  if (fund.treatment === 'capital') throw new Refusal('NOT_ALLOWED', 'fund_is_capital', { fund: fund.name })
  const { date, fundId, amount, cashAccount } = input
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const draft = fundRefund({ date, fundId, fundName: fund.name, treatment: fund.treatment, amount, cashAccount })
  return withBalance(work, fund, await post(work, draft))
}

/** A fund that is not closed; refuses NOT_FOUND and NOT_ALLOWED. */
export async function openFund(work: Work, fundId: string): Promise<FundRecord> {
  const fund = await fundNamed(work.tx, fundId)
  if (fund.active === 0) throw new Refusal('NOT_ALLOWED', 'fund_inactive', { fund: fund.name })
  return fund
}

function requireCost({ name, treatment }: FundRecord, account: string, assetId: string | undefined): void {
  const isRight = treatment === 'capital' ? isEquipment(account) : isFundCost(account)
  const reason = treatment === 'capital' ? 'capital_buys_equipment' : 'not_a_fund_cost'
  if (!isRight) throw invalidInput(['account'], reason, { account, fund: name })
  if (isEquipment(account) && assetId === undefined) throw invalidInput(['assetId'], 'required')
}

/** True where more is spent than was planned, and a second person approves. */
async function requireBudget(work: Work, fund: FundRecord, input: Inputs['spend']): Promise<boolean> {
  const { budgetLineId, amount, approvedBy } = input
  const budget = await budgetOf(work.tx, fund.fund_id)
  const line = budget.find((one) => one.budgetLineId === budgetLineId)
  if (!line) throw invalidInput(['budgetLineId'], 'budget_line_unknown')
  const { spentByLine } = await positionOfFund(work.tx, fund, '2999-12-31')
  const left = line.planned - (spentByLine.get(budgetLineId) ?? 0)
  if (amount <= left) return false
  if (approvedBy !== undefined) return true
  throw new Refusal('NEEDS_APPROVAL', 'budget_line', { name: line.name, available: left, short: amount - left })
}

/** What of an amount is not there, on its day or on a later one. */
async function missingOf(work: Work, fundId: string, { date, amount }: { date: string; amount: number }) {
  const there = await lowestOfFund(work.tx, { fundId, account: restrictedAccount, date })
  return Math.max(0, amount - Math.max(0, there.balance))
}

interface Move {
  readonly date: string
  readonly cashAccount: string
}

function warningsOf(fund: FundRecord, { date, cashAccount }: Move): string[] {
  return [
    ...(date < fund.starts_on || date > fund.ends_on ? ['fund_outside_period'] : []),
    ...(cashAccount === fund.cash_account ? [] : ['fund_other_account']),
  ]
}

function warned(posted: Posted, more: readonly string[]): Posted {
  return { ...posted, warnings: [...posted.warnings, ...more] }
}

export async function withBalance(work: Work, fund: FundRecord, posted: Posted): Promise<Moved> {
  return { ...posted, balance: (await positionOfFund(work.tx, fund, posted.date)).balance }
}
