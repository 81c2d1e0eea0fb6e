import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { claimAccount, isEquipment } from '../../../../shared/rules/entries/fund-line.ts'
import { fundGoods, fundReceipt, fundRefund } from '../../../../shared/rules/entries/fund-receipt.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { lowestOfFund } from '../../ledger/fund-bounds.ts'
import { type Posted, post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
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
    const given = warned(await post(work, fundGoods({ ...head, account, assetId })), periodWarnings(fund, date))
    return withReceived(work, fund, given)
  }
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const laidOut = await lowestOfFund(work.tx, { fundId, account: claimAccount, date })
  const claimed = Math.min(amount, Math.max(0, laidOut.balance))
  const posted = await post(work, fundReceipt({ ...head, claimed, cashAccount }))
  return withReceived(work, fund, warned(posted, warningsOf(fund, { date, cashAccount })))
}

/** What was not spent goes back to who gave it; refuses more than there is or is not lent out, and capital. */
export async function refundFund(work: Work, input: Inputs['refund']): Promise<Moved> {
  const fund = await openFund(work, input.fundId)
  if (fund.treatment === 'capital') throw new Refusal('NOT_ALLOWED', 'fund_is_capital', { fund: fund.name })
  const { date, fundId, amount, cashAccount } = input
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const draft = fundRefund({ date, fundId, fundName: fund.name, treatment: fund.treatment, amount, cashAccount })
  return withBalance(work, fund, await post(work, draft))
}

/** A fund money still comes to and goes from; refuses NOT_FOUND and NOT_ALLOWED `fund_inactive`. */
export async function openFund(work: Work, fundId: string): Promise<FundRecord> {
  const fund = await fundNamed(work.tx, fundId)
  if (fund.active === 0) throw new Refusal('NOT_ALLOWED', 'fund_inactive', { fund: fund.name })
  return fund
}

interface Move {
  readonly date: string
  readonly cashAccount: string
}

/** What a treasurer should look at: a day outside the agreement, money that lies elsewhere. */
export function warningsOf(fund: FundRecord, { date, cashAccount }: Move): string[] {
  return [...periodWarnings(fund, date), ...(cashAccount === fund.cash_account ? [] : ['fund_other_account'])]
}

/** A day the agreement does not hold on. */
export function periodWarnings(fund: FundRecord, date: string): string[] {
  return date < fund.starts_on || date > fund.ends_on ? ['fund_outside_period'] : []
}

export function warned(posted: Posted, more: readonly string[]): Posted {
  return { ...posted, warnings: [...posted.warnings, ...more] }
}

/** What came in of a fund, with what is left of it; warns where more came than was agreed. */
export async function withReceived(work: Work, fund: FundRecord, posted: Posted): Promise<Moved> {
  const { balance, received } = await positionOfFund(work.tx, fund, posted.date)
  const planned = sumSen((await budgetOf(work.tx, fund.fund_id)).map((line) => line.planned))
  return { ...warned(posted, received > planned ? ['fund_above_agreement'] : []), balance }
}

/** What was posted, with what is left of the fund after it. */
export async function withBalance(work: Work, fund: FundRecord, posted: Posted): Promise<Moved> {
  return { ...posted, balance: (await positionOfFund(work.tx, fund, posted.date)).balance }
}
