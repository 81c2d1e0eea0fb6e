import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { latestDueOn, usualDueOn } from '../../../../shared/rules/credit-terms.ts'
import { memberReceivable } from '../../../../shared/rules/entries/trade-line.ts'
import type { Reader } from '../../db/tables.ts'
import { owedOn } from '../../ledger/trade-cards.ts'
import type { Reading, Work } from '../../work.ts'

type Policy = Answers['trade']['policy']

const settingName = 'trade_policy'
const usualPolicy: Policy = { memberCreditLimit: null, saleDueDays: null, purchaseDueDays: null }

/** What the cooperative decided about its trade as a whole. */
export async function tradePolicy({ db }: Reading): Promise<Policy> {
  return readPolicy(db)
}

/** Decides anew what is given; the rest stays. */
export async function setTradePolicy(work: Work, input: Inputs['trade']['setPolicy']): Promise<Policy> {
  const before = await readPolicy(work.tx)
  const { memberCreditLimit = before.memberCreditLimit } = input
  const { saleDueDays = before.saleDueDays, purchaseDueDays = before.purchaseDueDays } = input
  const policy = { memberCreditLimit, saleDueDays, purchaseDueDays }
  const value = JSON.stringify(policy)
  await work.tx
    .insertInto('setting')
    .values({ name: settingName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return policy
}

async function readPolicy(db: Reader): Promise<Policy> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', settingName).executeTakeFirst()
  return row ? { ...usualPolicy, ...(JSON.parse(row.value) as Partial<Policy>) } : usualPolicy
}

/** Refuses NOT_ALLOWED where a member would owe more for goods than the cooperative lets its members owe, sen. */
export async function requireCredit(db: Reader, memberId: string, more: number): Promise<void> {
  if (more === 0) return
  const { memberCreditLimit: limit } = await readPolicy(db)
  if (limit === null) return
  const owed = await owedOn(db, { account: memberReceivable, party: { memberId }, side: 1 })
  if (owed + more <= limit) return
  const available = Math.max(0, limit - owed)
  const issues = [{ path: ['paid'], message: 'credit_limit' }]
  throw new Refusal('NOT_ALLOWED', 'credit_limit', { limit, owed, available, issues })
}

interface Credit {
  readonly date: string
  readonly dueOn?: string | undefined
  /** What stays owed, sen. */
  readonly owed: number
}

/**
 * When what stays owed for goods is to be paid: as said, or as the cooperative decided; undefined where neither was.
 * Refuses INVALID_INPUT for a due date where nothing stays owed, before its day, and one so late that it is mistyped.
 */
export async function agreedDueOn(
  db: Reader,
  { date, dueOn, owed }: Credit,
  usually: 'saleDueDays' | 'purchaseDueDays',
): Promise<string | undefined> {
  if (owed === 0) {
    if (dueOn !== undefined) throw invalidInput(['dueOn'], 'nothing_to_fall_due')
    return undefined
  }
  if (dueOn === undefined) return usualDueOn(date, (await readPolicy(db))[usually])
  if (dueOn < date) throw invalidInput(['dueOn'], 'due_before_date', { date })
  const last = latestDueOn(date)
  if (dueOn > last) throw invalidInput(['dueOn'], 'due_too_late', { date: last })
  return dueOn
}
