import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { isCountedCash } from '../../../../shared/rules/cash-accounts.ts'
import { countedCash, rupiahDenominations } from '../../../../shared/rules/cash-count.ts'
import { cashDifference } from '../../../../shared/rules/entries/cash-difference.ts'
import { isSamePerson } from '../../../../shared/rules/same-person.ts'
import type { CashCountTable, Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import { requireOpenPeriod } from '../../ledger/periods.ts'
import { post, requireDateInReach } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { requireCashAccount } from './account.ts'

type Inputs = AllInputs['cash']
type Counted = Answers['cash']['count']

/**
 * Signs a count of the cash against the book at the end of that day. What is too much or too little is booked, with a
 * reason; the count itself is kept also where it agrees, and is never changed.
 */
export async function countCash(work: Work, input: Inputs['count']): Promise<Counted> {
  const { date, cashAccount } = input
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  requireCountable(input)
  await requireDateInReach(work.tx, work.today, date)
  await requireOpenPeriod(work.tx, date)
  const counted = countedCash(input.denominations)
  const expected = await balanceAt(work.tx, cashAccount, date)
  const difference = counted - expected
  if (difference !== 0 && !input.reason) {
    throw invalidInput(['reason'], 'difference_needs_reason', { expected, counted, difference: Math.abs(difference) })
  }
  const entry = difference === 0 ? null : await post(work, cashDifference({ date, cashAccount, difference }))
  const row = countRow(work, input, { counted, expected, entryId: entry?.entryId ?? null })
  await work.tx.insertInto('cash_count').values(row).execute()
  return { ...asAnswer(row), entry, ...entry }
}

function requireCountable({ cashAccount, denominations, countedBy: [first, second] }: Inputs['count']): void {
  if (!isCountedCash(cashAccount)) throw invalidInput(['cashAccount'], 'not_counted_cash', { account: cashAccount })
  const known = new Set(rupiahDenominations.map(String))
  const unknown = Object.keys(denominations).find((rupiah) => !known.has(rupiah))
  if (unknown !== undefined) throw invalidInput(['denominations', unknown], 'not_a_denomination')
  if (isSamePerson(first, second)) throw invalidInput(['countedBy', 1], 'same_name')
}

async function balanceAt(db: Reader, account: string, date: string): Promise<number> {
  const moved = (await movementsUntil(db, date)).find((row) => row.account === account)
  return moved ? moved.debit - moved.credit : 0
}

interface Result {
  readonly counted: number
  readonly expected: number
  readonly entryId: string | null
}

function countRow(work: Work, input: Inputs['count'], { counted, expected, entryId }: Result): CashCountTable {
  const pieces = Object.entries(input.denominations).filter(([, count]) => count > 0)
  return {
    id: work.newId(),
    date: input.date,
    account: input.cashAccount,
    denominations: JSON.stringify(Object.fromEntries(pieces)),
    counted,
    expected,
    counted_by: JSON.stringify(input.countedBy),
    reason: input.reason || null,
    entry_id: entryId,
    at: work.now,
    made_by: work.actor.id,
  }
}

function asAnswer(row: CashCountTable) {
  return {
    countId: row.id,
    date: row.date,
    cashAccount: row.account,
    counted: row.counted,
    expected: row.expected,
    difference: row.counted - row.expected,
    countedBy: JSON.parse(row.counted_by) as string[],
    denominations: JSON.parse(row.denominations) as Record<string, number>,
    reason: row.reason,
  }
}

/** Signed counts, the newest first. */
export async function cashCounts({ db }: Reading, input: Inputs['counts']): Promise<Answers['cash']['counts']> {
  let query = db.selectFrom('cash_count').selectAll()
  if (input?.cashAccount !== undefined) query = query.where('account', '=', input.cashAccount)
  const rows = await query.orderBy('date', 'desc').orderBy('at', 'desc').orderBy('id').execute()
  return { rows: rows.map((row) => ({ ...asAnswer(row), at: row.at })) }
}
