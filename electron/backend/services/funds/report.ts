import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading } from '../../work.ts'
import { type FundRecord, fundNamed, fundWithBudget, positionOfFund } from './records.ts'

type Report = Answers['funds']['report']

/** What a donor is told: the budget, what came in and was spent, and the bank account that proves the rest. */
export async function fundReport({ db, today }: Reading, input: Inputs['funds']['report']): Promise<Report> {
  const asOf = input.asOf ?? today
  const fund = await fundNamed(db, input.fundId)
  const told = await fundWithBudget(db, input.fundId, asOf)
  const { claimed } = await positionOfFund(db, fund, asOf)
  const planned = told.budget.reduce((sum, { spent }) => sum + spent, 0)
  return { ...told, asOf, unplanned: told.spent - planned, claimed, bank: await bankProof(db, fund, asOf) }
}

/** What each fund has on an account. Money laid out for one fund does not make less of what belongs to another. */
async function bankProof(db: Reader, { fund_id, cash_account: account }: FundRecord, asOf: string) {
  const rows = await db
    .selectFrom('journal_line')
    .select((eb) => ['fund_id', eb.fn.sum<number>(eb('debit', '-', eb.ref('credit'))).as('net')])
    .where('account', '=', account)
    .where('entry_date', '<=', asOf)
    .groupBy('fund_id')
    .execute()
  const held = (ofThis: (id: string | null) => boolean) =>
    rows.filter(({ fund_id: id }) => ofThis(id)).reduce((sum, { net }) => sum + Math.max(0, net), 0)
  const balance = rows.reduce((sum, { net }) => sum + net, 0)
  const ofFund = held((id) => id === fund_id)
  const ofOtherFunds = held((id) => id !== null && id !== fund_id)
  return { account, balance, ofFund, ofOtherFunds, rest: balance - ofFund - ofOtherFunds }
}
