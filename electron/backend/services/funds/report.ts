import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { revolvingStanding } from '../../../../shared/rules/revolving-fund.ts'
import type { Reader } from '../../db/tables.ts'
import { revolvingMoves } from '../../ledger/revolving-funds.ts'
import type { Reading } from '../../work.ts'
import { borrowersOf } from './borrowers.ts'
import { type FundRecord, fundNamed, fundWithBudget, positionOfFund } from './records.ts'
import { fundApprovals, fundSpendings } from './spendings.ts'

type Report = Answers['funds']['report']

/** What a donor is told: the budget, what came in, every voucher that spent it, who let more be spent, and the bank account that proves the rest. */
export async function fundReport(reading: Reading, input: Inputs['funds']['report']): Promise<Report> {
  const { db, today } = reading
  const asOf = input.asOf ?? today
  const fund = await fundNamed(db, input.fundId)
  const told = await fundWithBudget(db, input.fundId, asOf)
  const { claimed } = await positionOfFund(db, fund, asOf)
  const planned = told.budget.reduce((sum, { spent }) => sum + spent, 0)
  const borrowers = told.revolving ? await borrowersOf(db, input.fundId, asOf) : []
  const asked = { fundId: input.fundId, asOf }
  const spendings = await fundSpendings(db, asked)
  const approvals = await fundApprovals(reading, asked)
  const unplanned = told.spent - planned
  const bank = await bankProof(db, fund, asOf)
  return { ...told, asOf, unplanned, spendings, approvals, claimed, borrowers, bank }
}

/**
 * What each fund has on an account. Money laid out for one fund does not make less of what belongs to another. What is lent
 * on lies on its fund's own account as far as it is free: loans are paid out and paid back at the counter.
 */
async function bankProof(db: Reader, { fund_id, cash_account: account }: FundRecord, asOf: string) {
  const rows = await db
    .selectFrom('journal_line as l')
    .leftJoin('fund_terms as t', 't.fund_id', 'l.fund_id')
    .select((eb) => ['l.fund_id', 't.treatment', eb.fn.sum<number>(eb('l.debit', '-', eb.ref('l.credit'))).as('net')])
    .where('l.account', '=', account)
    .where('l.entry_date', '<=', asOf)
    .groupBy(['l.fund_id', 't.treatment'])
    .execute()
  const lying = [
    ...rows.filter(({ treatment }) => treatment !== 'revolving'),
    ...(await freeOfFunds(db, asOf)).filter(({ cash_account }) => cash_account === account),
  ]
  const held = (ofThis: (id: string | null) => boolean) =>
    lying.filter(({ fund_id: id }) => ofThis(id)).reduce((sum, { net }) => sum + Math.max(0, net), 0)
  const balance = rows.reduce((sum, { net }) => sum + net, 0)
  const ofFund = held((id) => id === fund_id)
  const ofOtherFunds = held((id) => id !== null && id !== fund_id)
  return { account, balance, ofFund, ofOtherFunds, rest: balance - ofFund - ofOtherFunds }
}

/** What is free of each fund that is lent on, sen, and the account where its money lies. */
export async function freeOfFunds(db: Reader, asOf: string) {
  const moves = await revolvingMoves(db, { asOf })
  const funds = await db
    .selectFrom('fund_terms')
    .select(['fund_id', 'cash_account'])
    .where('treatment', '=', 'revolving')
    .execute()
  return funds.map((fund) => ({ ...fund, net: Math.max(0, revolvingStanding(moves.get(fund.fund_id) ?? []).free) }))
}
