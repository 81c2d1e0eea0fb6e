import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import {
  customerReceivable,
  feesAccount,
  marketplaceReceivable,
  memberReceivable,
  prepaidTaxAccount,
} from '../../../../../shared/rules/entries/trade-line.ts'
import type { Reader } from '../../../db/tables.ts'
import type { Reading } from '../../../work.ts'

type Recap = Answers['trade']['recap']

/**
 * What was sold and brought back on a day, by all of its documents that were not taken back by the end of it; and beside it
 * what was taken back on it of earlier days, which their recaps told of as it was then.
 */
export async function tradeRecap({ db }: Reading, { date }: Inputs['trade']['recap']): Promise<Recap> {
  const documents = await documentsOf(db, date, 'written')
  const lines = await moneyOf(db, date, 'written')
  const undone = await moneyOf(db, date, 'takenBack')
  const of = (kind: 'sale' | 'sale_return') => documents.filter((row) => row.kind === kind)
  const [sales, returns] = [of('sale'), of('sale_return')]
  const sold = lines.filter(({ kind }) => kind === 'sale')
  const back = lines.filter(({ kind }) => kind === 'sale_return')
  const market = sales.filter(({ channel }) => channel === 'marketplace')
  return {
    ...{ date, count: sales.length, total: totalOf(sales), discount: sumOf(sales, ({ discount }) => discount) },
    cash: cashOf(sold),
    credit: on(sold, memberReceivable, customerReceivable),
    marketplace: {
      ...{ count: market.length, total: totalOf(market), held: on(sold, marketplaceReceivable) },
      ...{ fee: on(sold, feesAccount), withheld: on(sold, prepaidTaxAccount) },
    },
    member: partOf(sales.filter(({ isMember }) => isMember)),
    nonMember: partOf(sales.filter(({ isMember }) => !isMember)),
    kept: { total: sumOf(sales, ({ kept }) => kept), commission: sumOf(sales, ({ commission }) => commission) },
    returns: { ...partOf(returns), cash: 0 - cashOf(back), kept: sumOf(returns, ({ kept }) => kept) },
    cost: on(lines, ...costAccounts),
    takenBack: takenBackOf(await documentsOf(db, date, 'takenBack'), undone),
    cashAccounts: cashAccounts([...lines, ...undone]),
  }
}

/** Of earlier days: money and cost by what they were made less by. */
function takenBackOf(documents: readonly Document[], lines: readonly Line[]): Recap['takenBack'] {
  return {
    sales: partOf(documents.filter(({ kind }) => kind === 'sale')),
    returns: partOf(documents.filter(({ kind }) => kind === 'sale_return')),
    ...{ cash: 0 - cashOf(lines), cost: 0 - on(lines, ...costAccounts) },
  }
}

const costAccounts = ['51103', '51201']

type Document = Awaited<ReturnType<typeof documentsOf>>[number]
type Line = Awaited<ReturnType<typeof moneyOf>>[number]

function sumOf<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amount(item), 0)
}

function totalOf(documents: readonly Document[]): number {
  return sumOf(documents, ({ total }) => total)
}

function partOf(documents: readonly Document[]) {
  return { count: documents.length, total: totalOf(documents) }
}

function on(lines: readonly Line[], ...codes: string[]): number {
  return sumOf(lines, ({ account, net }) => (codes.includes(account) ? net : 0))
}

function cashOf(lines: readonly Line[]): number {
  return sumOf(lines, ({ isCash, net }) => (isCash ? net : 0))
}

function cashAccounts(lines: readonly Line[]): Recap['cashAccounts'] {
  const accounts = Map.groupBy(
    lines.filter(({ isCash }) => isCash),
    ({ account }) => account,
  )
  const rows = [...accounts].map(([account, own]) => ({
    account,
    received: sumOf(own, ({ net }) => Math.max(0, net)),
    paid: sumOf(own, ({ net }) => Math.max(0, 0 - net)),
  }))
  return rows.toSorted((a, b) => (a.account < b.account ? -1 : 1))
}

/** Documents of a day with their entries, or those of earlier days with the entries of the day that took them back. */
type Which = 'written' | 'takenBack'

function standing(db: Reader, date: string, which: Which) {
  const entry = which === 'written' ? 'e.id' : 'e.reverses_id'
  return db
    .selectFrom('trade_document as d')
    .innerJoin('journal_entry as e', (join) => join.onRef(entry, '=', 'd.entry_id'))
    .leftJoin('journal_entry as r', (join) => join.onRef('r.reverses_id', '=', 'e.id').on('r.date', '<=', date))
    .where('e.date', '=', date)
    .where('d.date', which === 'written' ? '=' : '<', date)
    .where('d.kind', 'in', ['sale', 'sale_return'])
    .where('r.id', 'is', null)
}

async function documentsOf(db: Reader, date: string, which: Which) {
  const rows = await standing(db, date, which)
    .innerJoin('trade_line as l', 'l.document_id', 'd.id')
    .select(['d.id', 'd.kind', 'd.channel', 'd.member_id'])
    .select((eb) => [
      eb.fn.sum<number>('l.amount').as('total'),
      eb.fn.sum<number>('l.discount').as('discount'),
      eb.fn.coalesce(eb.fn.sum<number>('l.commission'), eb.lit(0)).as('commission'),
      eb.fn
        .sum<number>(eb.case().when('l.commission', 'is not', null).then(eb.ref('l.amount')).else(0).end())
        .as('kept'),
    ])
    .groupBy('d.id')
    .execute()
  return rows.map(({ member_id, ...row }) => ({ ...row, isMember: member_id !== null }))
}

async function moneyOf(db: Reader, date: string, which: Which) {
  const rows = await standing(db, date, which)
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['d.kind', 'l.account', 'a.cash_flow'])
    .select((eb) => eb.fn.sum<number>(eb('l.debit', '-', eb.ref('l.credit'))).as('net'))
    .groupBy(['d.kind', 'l.account'])
    .execute()
  return rows.map(({ cash_flow, ...row }) => ({ ...row, isCash: cash_flow === 'cash' }))
}
