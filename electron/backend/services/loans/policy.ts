import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { type LoanPolicy, usualLoanPolicy } from '../../../../shared/rules/loan-policy.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading, Work } from '../../work.ts'

type Answer = Answers['loans']['policy']

const settingName = 'loan_policy'

/** What the cooperative decided about its loans as a whole. */
export async function loanPolicy({ db }: Reading): Promise<Answer> {
  return asAnswer(await readLoanPolicy(db))
}

/** Decides anew what is given; the rest stays. */
export async function setLoanPolicy(work: Work, input: Inputs['loans']['setPolicy']): Promise<Answer> {
  const { requestId: _, ...given } = input
  const decided = Object.entries(given).filter(([, value]) => value !== undefined)
  const policy = { ...(await readLoanPolicy(work.tx)), ...Object.fromEntries(decided) }
  const value = JSON.stringify(policy)
  await work.tx
    .insertInto('setting')
    .values({ name: settingName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return asAnswer(policy)
}

export async function readLoanPolicy(db: Reader): Promise<LoanPolicy> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', settingName).executeTakeFirst()
  return row ? { ...usualLoanPolicy, ...(JSON.parse(row.value) as Partial<LoanPolicy>) } : usualLoanPolicy
}

function asAnswer({ reminderDays, ...policy }: LoanPolicy): Answer {
  return { ...policy, reminderDays: [...reminderDays] }
}
