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

async function bankProof(db: Reader, { fund_id, cash_account: account }: FundRecord, asOf: string) {
  const { balance, ofFund, ofOthers } = await db
    .selectFrom('journal_line')
    .select((eb) => {
      const net = eb('debit', '-', eb.ref('credit'))
      const own = (is: '=' | '<>') => eb.case().when('fund_id', is, fund_id).then(net).else(0).end()
      return [
        eb.fn.coalesce(eb.fn.sum<number>(net), eb.lit(0)).as('balance'),
        eb.fn.coalesce(eb.fn.sum<number>(own('=')), eb.lit(0)).as('ofFund'),
        eb.fn.coalesce(eb.fn.sum<number>(own('<>')), eb.lit(0)).as('ofOthers'),
      ]
    })
    .where('account', '=', account)
    .where('entry_date', '<=', asOf)
    .executeTakeFirstOrThrow()
  return { account, balance, ofFund, ofOtherFunds: ofOthers, rest: balance - ofFund - ofOthers }
}
