import { Refusal } from '../../../shared/errors.ts'
import type { EntryKind } from '../../../shared/rules/entries/draft.ts'
import {
  claimAccount,
  isProgramExpense,
  releaseAccount,
  restrictedAccount,
  revolvingAccount,
} from '../../../shared/rules/entries/fund-line.ts'
import { fundFlowProblem } from '../../../shared/rules/fund-flow.ts'
import { lowestFree } from '../../../shared/rules/revolving-fund.ts'
import { question } from '../db/question.ts'
import type { FundTreatment, JournalLineTable, Reader } from '../db/tables.ts'
import { revolvingMoves } from './revolving-funds.ts'

/** Which side of a fund's card is more of it, and whose card it is. */
const cards: Readonly<Record<string, { readonly sign: 1 | -1; readonly treatment: FundTreatment }>> = {
  [restrictedAccount]: { sign: -1, treatment: 'activity' },
  [revolvingAccount]: { sign: -1, treatment: 'revolving' },
  [claimAccount]: { sign: 1, treatment: 'activity' },
}

/** Of what treatment a fund is that stands on an account; any may stand on the others. */
function treatmentOn(account: string): FundTreatment | undefined {
  return account === releaseAccount ? 'activity' : cards[account]?.treatment
}

interface EntryOfFunds {
  readonly kind: EntryKind
  /** A reversal mirrors what was allowed. */
  readonly isReversal: boolean
}

/**
 * For every path: what is owed to a donor, and what was laid out for one, is never less than nothing at the end of the day
 * of `rows` or of any later day; what borrowers still owe does not go back to who gave it; each fund stands on the accounts
 * of its own treatment; and what is spent of restricted money is released by the same entry, so that no surplus comes of it
 * (closing a year is no spending). Refuses NOT_ALLOWED `release_without_fund`, `fund_goes_elsewhere`, `fund_cash_unnamed`,
 * `fund_not_its_own`, `fund_effect`, and `fund_below_zero` and `fund_is_lent_out` with the day.
 */
export async function requireFundsInBounds(
  db: Reader,
  date: string,
  rows: readonly JournalLineTable[],
  { kind, isReversal }: EntryOfFunds,
): Promise<void> {
  if (kind === 'ordinary' && !isReversal) await requireFundFlow(db, rows)
  const tagged = Map.groupBy(
    rows.filter((row) => row.fund_id !== null),
    (row) => row.fund_id ?? '',
  )
  for (const [fundId, own] of tagged) {
    const fund = await fundNamed.first(db, fundId)
    if (!fund) continue
    const { name, treatment } = fund
    const foreign = own.find(({ account }) => (treatmentOn(account) ?? treatment) !== treatment)
    if (foreign) throw new Refusal('NOT_ALLOWED', 'fund_not_its_own', { fund: name, account: foreign.account })
    if (treatment === 'activity' && kind !== 'closing' && (surplusOf(own) !== 0 || own.some(isOtherResult))) {
      throw new Refusal('NOT_ALLOWED', 'fund_effect', { fund: name })
    }
    for (const [account, { sign }] of Object.entries(cards)) {
      const change = own
        .filter((row) => row.account === account)
        .reduce((sum, row) => sum + sign * (row.debit - row.credit), 0)
      if (change >= 0) continue
      await requireOnCard(db, { fundId, name, account, date }, 0 - change)
    }
  }
}

interface NamedCard extends FundCard {
  readonly name: string
}

async function requireOnCard(db: Reader, { name: fund, ...card }: NamedCard, taken: number): Promise<void> {
  const { fundId, account, date } = card
  const lowest = await lowestOfFund(db, card)
  if (taken > lowest.balance) {
    const available = Math.max(0, lowest.balance)
    throw new Refusal('NOT_ALLOWED', 'fund_below_zero', { fund, fundId, account, available, day: lowest.day })
  }
  if (account !== revolvingAccount) return
  const { free, day } = lowestFree((await revolvingMoves(db, { fundId })).get(fundId) ?? [], date)
  if (taken <= free) return
  throw new Refusal('NOT_ALLOWED', 'fund_is_lent_out', { fund, fundId, available: Math.max(0, free), day })
}

async function requireFundFlow(db: Reader, rows: readonly JournalLineTable[]): Promise<void> {
  const moves = rows.map(({ account, fund_id: fundId, debit, credit }) => ({ account, fundId, debit, credit }))
  const problem = fundFlowProblem(moves)
  if (!problem) return
  const { reason, ...where } = problem
  const name = 'fundId' in where ? (await fundNamed.first(db, where.fundId))?.name : undefined
  throw new Refusal('NOT_ALLOWED', reason, { ...where, ...(name !== undefined && { fund: name }) })
}

/** What some lines of a fund leave in the surplus of the year, sen. */
function surplusOf(rows: readonly JournalLineTable[]): number {
  return rows
    .filter(({ account }) => account === releaseAccount || isProgramExpense(account))
    .reduce((sum, { debit, credit }) => sum + credit - debit, 0)
}

/** Income and costs that are none of a fund's: money for activities neither earns nor is spent there. */
function isOtherResult({ account }: JournalLineTable): boolean {
  const isResult = account.startsWith('4') || account.startsWith('5')
  return isResult && account !== releaseAccount && !isProgramExpense(account)
}

export interface FundCard {
  readonly fundId: string
  readonly account: string
  readonly date: string
}

/** The least that stands on a fund's card at the end of a day or of any later one, sen. */
export async function lowestOfFund(db: Reader, { fundId, account, date }: FundCard) {
  const sign = cards[account]?.sign ?? 1
  let balance = sign * ((await cardUntil.first(db, fundId, account, date))?.balance ?? 0)
  let lowest = { balance, day: date }
  for (const { day, moved } of await cardAfter.all(db, fundId, account, date)) {
    balance += sign * moved
    if (balance < lowest.balance) lowest = { balance, day }
  }
  return lowest
}

const fundNamed = question((db, fundId: string) =>
  db
    .selectFrom('fund as f')
    .innerJoin('fund_terms as t', 't.fund_id', 'f.id')
    .select(['f.name', 't.treatment'])
    .where('f.id', '=', fundId),
)

const cardUntil = question((db, fundId: string, account: string, date: string) =>
  db
    .selectFrom('journal_line')
    .select((eb) => eb.fn.sum<number | null>(eb('debit', '-', eb.ref('credit'))).as('balance'))
    .where('fund_id', '=', fundId)
    .where('account', '=', account)
    .where('entry_date', '<=', date),
)

const cardAfter = question((db, fundId: string, account: string, date: string) =>
  db
    .selectFrom('journal_line')
    .select('entry_date as day')
    .select((eb) => eb.fn.sum<number>(eb('debit', '-', eb.ref('credit'))).as('moved'))
    .where('fund_id', '=', fundId)
    .where('account', '=', account)
    .where('entry_date', '>', date)
    .groupBy('entry_date')
    .orderBy('entry_date'),
)
