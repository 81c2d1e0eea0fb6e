import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { type RevolvingMove, revolvingStanding } from '../../../../shared/rules/revolving-fund.ts'
import type { FundTermsTable, Reader } from '../../db/tables.ts'
import { revolvingMoves } from '../../ledger/revolving-funds.ts'
import type { Reading } from '../../work.ts'
import { type FundPosition, fundPositions } from './position.ts'

type Inputs = AllInputs['funds']
type Fund = Answers['funds']['list']['rows'][number]
type FundWithBudget = Answers['funds']['get']

export interface FundRecord extends FundTermsTable {
  readonly number: string
  readonly name: string
  readonly active: 0 | 1
}

function fundRows(db: Reader) {
  return db
    .selectFrom('fund as f')
    .innerJoin('fund_terms as t', 't.fund_id', 'f.id')
    .selectAll('t')
    .select(['f.code as number', 'f.name', 'f.active'])
}

/** Refuses NOT_FOUND for an id that is no fund's. */
export async function fundNamed(db: Reader, fundId: string): Promise<FundRecord> {
  const row = await fundRows(db).where('f.id', '=', fundId).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'fund', { fundId })
  return row
}

/** The budget lines of a fund, in their order. */
export function budgetOf(db: Reader, fundId: string) {
  return db
    .selectFrom('fund_budget as b')
    .innerJoin('budget_line as l', 'l.id', 'b.budget_line_id')
    .select(['b.budget_line_id as budgetLineId', 'l.name', 'b.planned', 'b.n'])
    .where('b.fund_id', '=', fundId)
    .orderBy('b.n')
    .execute()
}

/** What became of one fund's money by the end of a day. */
export async function positionOfFund(db: Reader, fund: FundRecord, asOf: string): Promise<FundPosition> {
  const { fund_id: fundId, treatment } = fund
  const position = (await fundPositions(db, { fundId, asOf }, new Map([[fundId, treatment]]))).get(fundId)
  return position as FundPosition
}

/** One fund with its budget lines and what was spent of each; refuses NOT_FOUND. */
export async function fundWithBudget(db: Reader, fundId: string, asOf: string): Promise<FundWithBudget> {
  const fund = await fundNamed(db, fundId)
  const position = await positionOfFund(db, fund, asOf)
  const budget = (await budgetOf(db, fundId)).map(({ budgetLineId, name, planned }) => {
    const spent = position.spentByLine.get(budgetLineId) ?? 0
    return { budgetLineId, name, planned, spent, left: planned - spent }
  })
  const planned = sum(budget.map((line) => line.planned))
  const lent = (await revolvingMoves(db, { fundId, asOf })).get(fundId)
  return { ...answerOf(fund, position, { planned, lent }), budget }
}

export async function getFund({ db, today }: Reading, input: Inputs['get']): Promise<FundWithBudget> {
  return fundWithBudget(db, input.fundId, input.asOf ?? today)
}

const pageSize = 100

/** All funds in the order of their numbers, a page at a time. */
export async function listFunds(
  { db, today }: Reading,
  input: NonNullable<Inputs['list']> = {},
): Promise<Answers['funds']['list']> {
  const { activeOnly, asOf = today, limit = pageSize, cursor } = input
  let query = fundRows(db)
  if (activeOnly) query = query.where('f.active', '=', 1)
  if (cursor !== undefined) query = query.where('f.code', '>', cursor)
  const found = await query
    .orderBy('f.code')
    .limit(limit + 1)
    .execute()
  const shown = found.slice(0, limit)
  const treatments = new Map(shown.map(({ fund_id, treatment }) => [fund_id, treatment]))
  const positions = await fundPositions(db, { asOf }, treatments)
  const planned = await plannedByFund(db)
  const lent = await revolvingMoves(db, { asOf })
  const rows = shown.map((fund) =>
    answerOf(fund, positions.get(fund.fund_id) as FundPosition, {
      ...{ planned: planned.get(fund.fund_id) ?? 0, lent: lent.get(fund.fund_id) },
    }),
  )
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.number ?? null) : null }
}

async function plannedByFund(db: Reader): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('fund_budget')
    .select('fund_id')
    .select((eb) => eb.fn.sum<number>('planned').as('planned'))
    .groupBy('fund_id')
    .execute()
  return new Map(rows.map(({ fund_id, planned }) => [fund_id, planned]))
}

interface Beside {
  readonly planned: number
  readonly lent: readonly RevolvingMove[] | undefined
}

function answerOf(fund: FundRecord, position: FundPosition, { planned, lent = [] }: Beside): Fund {
  const { fund_id: fundId, number, name, donor, purpose, treatment, agreement_number: agreementNumber } = fund
  const { starts_on: from, ends_on: to, cash_account: cashAccount, restriction } = fund
  const { received, spent, refunded, balance } = position
  return {
    ...{ fundId, number, name, donor, purpose, treatment, agreementNumber, from, to, cashAccount, restriction },
    ...{ active: fund.active === 1, planned, received, spent, refunded, balance },
    revolving: treatment === 'revolving' ? revolvingStanding(lent) : null,
  }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
