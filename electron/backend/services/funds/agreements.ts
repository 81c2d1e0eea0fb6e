import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { fundBankAccount } from '../../../../shared/rules/entries/fund-line.ts'
import { senMax } from '../../../../shared/rules/money.ts'
import type { FundTermsTable, Reader } from '../../db/tables.ts'
import { recordTerms } from '../../ledger/terms-records.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { requireSecondPerson } from '../second-person.ts'
import { budgetOf, type FundRecord, fundNamed, fundWithBudget, positionOfFund } from './records.ts'

type Inputs = AllInputs['funds']
type Answer = Answers['funds']['create']

/** Enters an agreement; refuses INVALID_INPUT where it ends before it begins, its money lies nowhere or its budget cannot be added up. */
export async function createFund(work: Work, input: Inputs['create']): Promise<Answer> {
  const { cashAccount = fundBankAccount, budget, from, to } = input
  requirePeriod(from, to)
  requireSumWithin([], budget)
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const number = await nextFundNumber(work.tx)
  const fundId = work.newId()
  await work.tx.insertInto('fund').values({ id: fundId, code: number, name: input.name, active: 1 }).execute()
  await work.tx
    .insertInto('fund_terms')
    .values({
      ...{ fund_id: fundId, treatment: input.treatment, donor: input.donor, purpose: input.purpose },
      ...{ agreement_number: input.agreementNumber ?? null, starts_on: from, ends_on: to },
      ...{ cash_account: cashAccount, restriction: input.restriction ?? null },
    })
    .execute()
  for (const [index, line] of budget.entries()) await addBudgetLine(work, { fundId, number }, line, index + 1)
  await recordTerms(work, { subject: 'fund', subjectId: fundId })
  return fundWithBudget(work.tx, fundId, work.today)
}

/**
 * Changes what is given. Refuses NOT_FOUND, a fund put away that still has or awaits money: NOT_ALLOWED, and NEEDS_APPROVAL
 * `budget_raised` for a budget line that is raised or added, unless a second person approves. Warns `budget_below_spent`.
 */
export async function updateFund(work: Work, input: Inputs['update']): Promise<Answers['funds']['update']> {
  const fund = await fundNamed(work.tx, input.fundId)
  requirePeriod(input.from ?? fund.starts_on, input.to ?? fund.ends_on)
  if (input.cashAccount !== undefined) await requireCashAccount(work.tx, input.cashAccount, 'cashAccount')
  const { name = fund.name, active = fund.active === 1 } = input
  if (!active) await requireNothingLeft(work, fund)
  await work.tx
    .updateTable('fund')
    .set({ name, active: active ? 1 : 0 })
    .where('id', '=', fund.fund_id)
    .execute()
  const columns = given(input)
  if (Object.keys(columns).length > 0) {
    await work.tx.updateTable('fund_terms').set(columns).where('fund_id', '=', fund.fund_id).execute()
  }
  if (input.approvedBy !== undefined) await requireSecondPerson(work, input.approvedBy)
  const before = await budgetOf(work.tx, fund.fund_id)
  await changeBudget(work, fund, input)
  await recordTerms(work, { subject: 'fund', subjectId: fund.fund_id, approvedBy: input.approvedBy })
  const changed = await fundWithBudget(work.tx, fund.fund_id, work.today)
  return { ...changed, warnings: await belowSpent(work, fund, before) }
}

/** Warns where a line was lowered below what was spent of it, on whatever day. */
async function belowSpent({ tx }: Work, fund: FundRecord, before: readonly Planned[]): Promise<'budget_below_spent'[]> {
  const { spentByLine } = await positionOfFund(tx, fund, '2999-12-31')
  const isBelow = (await budgetOf(tx, fund.fund_id)).some(({ budgetLineId, planned }) => {
    const was = before.find((line) => line.budgetLineId === budgetLineId)?.planned ?? planned
    return planned < was && planned < (spentByLine.get(budgetLineId) ?? 0)
  })
  return isBelow ? ['budget_below_spent'] : []
}

function requirePeriod(from: string, to: string): void {
  if (to < from) throw invalidInput(['to'], 'period_backwards')
}

/** A capital grant is the cooperative's own: what was not spent of it is owed to nobody. */
async function requireNothingLeft(work: Work, { fund_id, name, treatment }: FundRecord): Promise<void> {
  if (treatment === 'capital') return
  const { balance } = await fundWithBudget(work.tx, fund_id, '2999-12-31')
  if (balance > 0) throw new Refusal('NOT_ALLOWED', 'fund_has_money', { fund: name, available: balance })
  if (balance < 0) throw new Refusal('NOT_ALLOWED', 'fund_is_claimed', { fund: name, short: -balance })
}

function given(input: Inputs['update']): Partial<FundTermsTable> {
  const columns = {
    ...{ donor: input.donor, purpose: input.purpose, agreement_number: input.agreementNumber },
    ...{ starts_on: input.from, ends_on: input.to, cash_account: input.cashAccount, restriction: input.restriction },
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

type Budget = NonNullable<Inputs['update']['budget']>

async function changeBudget(
  work: Work,
  fund: FundRecord,
  { budget = [], approvedBy }: Inputs['update'],
): Promise<void> {
  const before = await budgetOf(work.tx, fund.fund_id)
  requireSumWithin(before, budget)
  if (approvedBy === undefined) requireNotRaised(before, budget)
  let n = before.at(-1)?.n ?? 0
  for (const [index, line] of budget.entries()) {
    if (line.budgetLineId === undefined) {
      n += 1
      await addBudgetLine(work, { fundId: fund.fund_id, number: fund.number }, line, n)
      continue
    }
    if (!before.some(({ budgetLineId }) => budgetLineId === line.budgetLineId)) {
      throw invalidInput(['budget', index, 'budgetLineId'], 'budget_line_unknown')
    }
    const { budgetLineId, name, amount } = line
    await work.tx.updateTable('budget_line').set({ name }).where('id', '=', budgetLineId).execute()
    await work.tx
      .updateTable('fund_budget')
      .set({ planned: amount })
      .where('budget_line_id', '=', budgetLineId)
      .execute()
  }
}

type Planned = Pick<Awaited<ReturnType<typeof budgetOf>>[number], 'budgetLineId' | 'planned'>

/** What is planned in all is an amount too: refuses INVALID_INPUT at the line with which it passes the largest there is. */
function requireSumWithin(before: readonly Planned[], budget: Budget): void {
  const changed = new Set(budget.map(({ budgetLineId }) => budgetLineId))
  let room = senMax
  for (const { planned } of before.filter((line) => !changed.has(line.budgetLineId))) room -= planned
  for (const [index, { amount }] of budget.entries()) {
    if (amount > room) throw invalidInput(['budget', index, 'amount'], 'amount_too_large', { mostAmount: room })
    room -= amount
  }
}

/** Spending above the budget needs a second person; so does a budget that makes room for it. */
function requireNotRaised(before: Awaited<ReturnType<typeof budgetOf>>, budget: Budget): void {
  for (const { budgetLineId, name, amount } of budget) {
    const planned = before.find((line) => line.budgetLineId === budgetLineId)?.planned ?? 0
    if (amount > planned) throw new Refusal('NEEDS_APPROVAL', 'budget_raised', { name, amount: amount - planned })
  }
}

interface Of {
  readonly fundId: string
  readonly number: string
}

async function addBudgetLine(
  work: Work,
  { fundId, number }: Of,
  { name, amount }: { readonly name: string; readonly amount: number },
  n: number,
): Promise<void> {
  const id = work.newId()
  await work.tx
    .insertInto('budget_line')
    .values({ id, code: `${number}.${n}`, name, active: 1 })
    .execute()
  await work.tx.insertInto('fund_budget').values({ budget_line_id: id, fund_id: fundId, n, planned: amount }).execute()
}

const numberWidth = 3

/** `D-001`, `D-002` …: funds are never deleted, so their count goes on. */
async function nextFundNumber(db: Reader): Promise<string> {
  const { count } = await db
    .selectFrom('fund')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return `D-${String(count + 1).padStart(numberWidth, '0')}`
}
