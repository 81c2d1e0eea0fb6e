import { sql } from 'kysely'
import {
  claimAccount,
  grantCapitalAccount,
  programExpense,
  releaseAccount,
  restrictedAccount,
  revolvingAccount,
} from '../../../shared/rules/entries/fund-line.ts'
import { type FundFlowProblem, type FundMove, fundFlowProblem } from '../../../shared/rules/fund-flow.ts'
import type { Reader } from '../db/tables.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

const shownMax = 20

/** What must hold of funds: never less than nothing, no surplus of what was spent of restricted money, nor by another way. */
export async function fundProblems(db: Reader): Promise<Problem[]> {
  return [...(await belowZero(db)), ...(await surpluses(db)), ...(await flows(db))]
}

/** The cards of every fund at the end of every day. */
async function belowZero(db: Reader): Promise<Problem[]> {
  const owed = sql<number>`sum(sum(CASE WHEN l.account = ${claimAccount} THEN l.debit - l.credit ELSE l.credit - l.debit END))
    OVER (PARTITION BY l.fund_id, l.account ORDER BY l.entry_date)`
  const rows = await db
    .with('card', (cte) =>
      cte
        .selectFrom('journal_line as l')
        .select(['l.fund_id', 'l.account', 'l.entry_date as day', owed.as('balance')])
        .where('l.fund_id', 'is not', null)
        .where('l.account', 'in', [restrictedAccount, revolvingAccount, claimAccount])
        .groupBy(['l.fund_id', 'l.account', 'l.entry_date']),
    )
    .selectFrom('card as c')
    .innerJoin('fund as f', 'f.id', 'c.fund_id')
    .select(['f.code', 'c.account'])
    .select((eb) => eb.fn.min('c.day').as('day'))
    .where('c.balance', '<', 0)
    .groupBy(['f.code', 'c.account'])
    .limit(shownMax)
    .execute()
  return rows.map(({ code, account, day }) => ({
    ...{ kind: 'subledger' as const, entryId: null, voucher: null },
    detail: `fund ${code} has less than nothing on ${account} on ${day}`,
  }))
}

/** In every entry but those that close a year, restricted money is released as it is spent. */
async function surpluses(db: Reader): Promise<Problem[]> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .innerJoin('fund_terms as t', 't.fund_id', 'l.fund_id')
    .innerJoin('fund as f', 'f.id', 'l.fund_id')
    .select(['e.id', 'e.book', 'e.year', 'e.number', 'f.code'])
    .where('t.treatment', '=', 'activity')
    .where('e.kind', '<>', 'closing')
    .where((eb) => eb.or([eb('l.account', 'like', '4%'), eb('l.account', 'like', '5%')]))
    .groupBy(['l.seq', 'l.fund_id'])
    .having((eb) => {
      const own = eb.or([
        eb('l.account', '=', releaseAccount),
        eb('l.account', 'like', `${programExpense.slice(0, 3)}%`),
      ])
      const left = eb
        .case()
        .when(own)
        .then(eb('l.credit', '-', eb.ref('l.debit')))
        .else(0)
        .end()
      const others = eb.case().when(own).then(0).else(1).end()
      return eb.or([eb(eb.fn.sum<number>(left), '<>', 0), eb(eb.fn.sum<number>(others), '>', 0)])
    })
    .limit(shownMax)
    .execute()
  return rows.map(({ id, code, ...voucher }) => ({
    ...{ kind: 'subledger' as const, entryId: id, voucher: voucherName(voucher) },
    detail: `what was spent of fund ${code} and what was released of it differ`,
  }))
}

/** Where what was given for a purpose goes, entry by entry; taking over a book, closing a year and taking back are no way. */
async function flows(db: Reader): Promise<Problem[]> {
  const moving = [restrictedAccount, revolvingAccount, claimAccount, releaseAccount, grantCapitalAccount]
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['e.id', 'e.book', 'e.year', 'e.number', 'l.account', 'l.fund_id as fundId', 'l.debit', 'l.credit'])
    .where('e.kind', '=', 'ordinary')
    .where('e.reverses_id', 'is', null)
    .where('e.seq', 'in', (eb) => eb.selectFrom('journal_line as m').select('m.seq').where('m.account', 'in', moving))
    .orderBy('e.seq')
    .execute()
  const entries = [...Map.groupBy(rows, ({ id }) => id).values()]
  return entries.flatMap(flowProblems).slice(0, shownMax)
}

function flowProblems(
  moves: readonly (FundMove & { id: string; book: string; year: number; number: number })[],
): Problem[] {
  const problem = fundFlowProblem(moves)
  const [first] = moves
  if (!problem || !first) return []
  return [{ kind: 'subledger', entryId: first.id, voucher: voucherName(first), detail: flowDetail(problem) }]
}

function flowDetail(problem: FundFlowProblem): string {
  if (problem.reason === 'release_without_fund') return `${releaseAccount} releases money of no fund`
  if (problem.reason === 'fund_effect') return 'what is released of a fund is not what it spent and is owed less'
  if (problem.reason === 'fund_cash_unnamed') return 'cash that came or went for a fund does not name it'
  return `money that was given for a purpose goes to ${problem.account}`
}
