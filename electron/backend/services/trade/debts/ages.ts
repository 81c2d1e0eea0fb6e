import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { type Ages, agesOf, noAges, type OwedMove } from '../../../../../shared/rules/ages.ts'
import {
  customerReceivable,
  marketplaceReceivable,
  memberPayable,
  memberReceivable,
  supplierPayable,
} from '../../../../../shared/rules/entries/trade-line.ts'
import type { Reader } from '../../../db/tables.ts'
import type { Reading } from '../../../work.ts'

type Asked = Inputs['trade']['receivables']
type Answer = Answers['trade']['receivables']
type Row = Answer['rows'][number]

/** What is owed for goods that were bought, by who is owed and since when. */
export async function tradePayables(reading: Reading, input: Asked): Promise<Answer> {
  return agedCards(reading, input, { accounts: [supplierPayable, memberPayable], side: -1 })
}

/** What buyers owe for goods, and what marketplaces hold, by who owes it and since when. */
export async function tradeReceivables(reading: Reading, input: Asked): Promise<Answer> {
  return agedCards(reading, input, { accounts: [memberReceivable, customerReceivable, marketplaceReceivable], side: 1 })
}

interface Cards {
  readonly accounts: readonly string[]
  readonly side: 1 | -1
}

async function agedCards({ db, today }: Reading, input: Asked, { accounts, side }: Cards): Promise<Answer> {
  const asOf = input?.asOf ?? today
  const moves = await movesOf(db, accounts, asOf)
  const cards = Map.groupBy(moves, ({ account, memberId, partnerId }) => `${account} ${memberId ?? partnerId}`)
  const all = [...cards.values()].flatMap((own) => agedRow(own, side, asOf))
  const rows = all.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return {
    ...{ asOf, rows, ...sumOf(rows) },
    accounts: accounts.map((account) => ({
      account,
      total: sumOf(rows.filter((row) => row.account === account)).total,
    })),
  }
}

function sumOf(rows: readonly (Ages & { readonly total: number })[]): Ages & { total: number } {
  return rows.reduce(
    (sum, row) => ({
      total: sum.total + row.total,
      days0to30: sum.days0to30 + row.days0to30,
      days31to60: sum.days31to60 + row.days31to60,
      days61to90: sum.days61to90 + row.days61to90,
      over90: sum.over90 + row.over90,
    }),
    { total: 0, ...noAges },
  )
}

type Move = Awaited<ReturnType<typeof movesOf>>[number]

function agedRow(own: readonly Move[], side: 1 | -1, asOf: string): Row[] {
  const [first] = own
  if (!first) return []
  const moves = own.map(({ date, moved }): OwedMove => ({ date, amount: side * moved }))
  const total = moves.reduce((sum, { amount }) => sum + amount, 0)
  if (total === 0) return []
  const { ages, oldest } = agesOf(moves, asOf)
  const { account, memberId, partnerId, number, name } = first
  return [{ account, memberId, partnerId, number: number ?? '', name: name ?? '', total, ...ages, oldest }]
}

/** What moved each card until a day, entry by entry; an entry and what took it back by then are left out together. */
async function movesOf(db: Reader, accounts: readonly string[], asOf: string) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as r', (join) => join.onRef('r.reverses_id', '=', 'e.id').on('r.date', '<=', asOf))
    .leftJoin('member as m', 'm.id', 'l.member_id')
    .leftJoin('partner as p', 'p.id', 'l.partner_id')
    .select(['l.account', 'l.entry_date as date', 'l.member_id as memberId', 'l.partner_id as partnerId'])
    .select((eb) => [eb.fn.coalesce('m.code', 'p.code').as('number'), eb.fn.coalesce('m.name', 'p.name').as('name')])
    .select((eb) => eb('l.debit', '-', eb.ref('l.credit')).$castTo<number>().as('moved'))
    .where('l.account', 'in', accounts)
    .where('l.entry_date', '<=', asOf)
    .where('r.id', 'is', null)
    .where('e.reverses_id', 'is', null)
    .orderBy('l.entry_date')
    .orderBy('l.seq')
    .execute()
}
