import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import {
  isEquipment,
  isFundCost,
  programExpense,
  restrictedAccount,
} from '../../../../shared/rules/entries/fund-line.ts'
import { fundSpending } from '../../../../shared/rules/entries/fund-spending.ts'
import { lowestOfFund } from '../../ledger/fund-bounds.ts'
import { post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { requireSecondPerson } from '../second-person.ts'
import { openFund, warned, warningsOf, withBalance } from './money.ts'
import { budgetOf, type FundRecord, positionOfFund } from './records.ts'

type Inputs = AllInputs['funds']

/** Something is paid with money of a fund. */
interface FundCost {
  readonly date: string
  readonly fundId: string
  /** The only one of the fund unless said. */
  readonly budgetLineId?: string | undefined
  readonly amount: number
  readonly account: string
  readonly cashAccount: string
  readonly approvedBy?: string | undefined
}

/**
 * What a cost of a fund does to it: from which budget line it goes, and what of it has to be laid out, sen. Refuses
 * INVALID_INPUT for a budget line of another fund and for what no fund is spent on, NOT_ALLOWED for a fund that is lent on,
 * and NEEDS_APPROVAL for more than a budget line has left (`budget_line`, or
 * `budget_line_over` where it was exceeded before) and more than there is of the fund (`fund_balance`).
 */
export async function requireFundCost(work: Work, cost: FundCost) {
  const fund = await openFund(work, cost.fundId)
  if (fund.treatment === 'revolving') throw new Refusal('NOT_ALLOWED', 'fund_is_lent_on', { fund: fund.name })
  const { fundId, amount, date, cashAccount, approvedBy } = cost
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  requireAccount(fund, cost.account)
  if (approvedBy !== undefined) await requireSecondPerson(work, approvedBy)
  const { budgetLineId, isOver } = await requireBudget(work, fund, cost)
  const missing = await requireBalance(work, fund, { date, amount, approvedBy })
  const isLaidOut = fund.treatment === 'activity'
  const warnings = [
    ...(isOver ? ['fund_over_budget'] : []),
    ...(missing > 0 ? [isLaidOut ? 'fund_laid_out' : 'fund_overspent'] : []),
    ...warningsOf(fund, { date, cashAccount }),
  ]
  return { fund, of: { fundId, budgetLineId, treatment: fund.treatment, short: isLaidOut ? missing : 0 }, warnings }
}

/** Money of a fund is spent; refuses what `requireFundCost` does. */
export async function spendFund(work: Work, input: Inputs['spend']): Promise<Answers['funds']['spend']> {
  const { date, amount, cashAccount, assetId, description, approvedBy, account = programExpense } = input
  const { fund, of, warnings } = await requireFundCost(work, { ...input, account })
  if (isEquipment(account) && assetId === undefined) throw invalidInput(['assetId'], 'required')
  const draft = fundSpending({ ...of, date, description, amount, account, assetId, cashAccount })
  const posted = await post(work, draft, approvedBy === undefined ? {} : { approvedBy })
  return withBalance(work, fund, warned(posted, warnings))
}

function requireAccount({ name, treatment }: FundRecord, account: string): void {
  const isRight = treatment === 'capital' ? isEquipment(account) : isFundCost(account)
  const reason = treatment === 'capital' ? 'capital_buys_equipment' : 'not_a_fund_cost'
  if (!isRight) throw invalidInput(['account'], reason, { account, fund: name })
}

/** The budget line, and whether more is spent than was planned of it: then a second person approves. */
async function requireBudget(work: Work, fund: FundRecord, { amount, approvedBy, ...cost }: FundCost) {
  const budget = await budgetOf(work.tx, fund.fund_id)
  const [first, second] = budget
  const asked = cost.budgetLineId ?? (second ? undefined : first?.budgetLineId)
  if (asked === undefined) throw invalidInput(['budgetLineId'], 'required')
  const line = budget.find(({ budgetLineId }) => budgetLineId === asked)
  if (!line) throw invalidInput(['budgetLineId'], 'budget_line_unknown')
  const { spentByLine } = await positionOfFund(work.tx, fund, '2999-12-31')
  const left = line.planned - (spentByLine.get(line.budgetLineId) ?? 0)
  const { budgetLineId, name } = line
  if (amount > left && approvedBy === undefined) {
    const over = { name, available: left, short: amount - left }
    if (left < 0) throw new Refusal('NEEDS_APPROVAL', 'budget_line_over', { ...over, amount: -left })
    throw new Refusal('NEEDS_APPROVAL', 'budget_line', over)
  }
  return { budgetLineId, isOver: amount > left }
}

type Spent = Pick<FundCost, 'date' | 'amount' | 'approvedBy'>

/** What of an amount is not there, sen: then a second person approves. */
async function requireBalance(work: Work, fund: FundRecord, { date, amount, approvedBy }: Spent): Promise<number> {
  const available = Math.max(0, await leastOf(work, fund, date))
  const short = Math.max(0, amount - available)
  if (short > 0 && approvedBy === undefined) {
    throw new Refusal('NEEDS_APPROVAL', 'fund_balance', { fund: fund.name, available, short })
  }
  return short
}

/** What there is of a fund on a day or a later one; what was spent of a capital grant is no card of its own. */
async function leastOf({ tx }: Work, fund: FundRecord, date: string): Promise<number> {
  if (fund.treatment === 'activity') {
    return (await lowestOfFund(tx, { fundId: fund.fund_id, account: restrictedAccount, date })).balance
  }
  const [then, atLast] = [await positionOfFund(tx, fund, date), await positionOfFund(tx, fund, '2999-12-31')]
  return Math.min(then.balance, atLast.balance)
}
