import { sql } from 'kysely'
import { customerReceivable, memberReceivable } from '../../../shared/rules/entries/trade-line.ts'
import type { BuyerKind, SalesChannel, SoldGoods, SoldItem } from '../../../shared/rules/sales-look.ts'
import type { Reader } from '../db/tables.ts'

/** Income of goods and services sold, from members and from others, and what was sold cost (chart 42xxx, 43xxx, 51xxx). */
const soldToMembers = ['42101', '42102', '42103', '42104']
const soldToOthers = ['43101', '43102', '43103', '43104', '43107']
const costOfSold = ['51103', '51201']
const returnsAccounts = ['42102', '43103']

interface SoldWhen {
  readonly from: string
  readonly to: string
}

interface Key {
  readonly itemId: string | null
  readonly soldIn: string
  readonly way: SalesChannel
  readonly buyer: BuyerKind
  readonly ofMember: number
}

/**
 * What was sold in a time, as fine as anybody asks: income and cost from the lines of the journal, whoever wrote them,
 * quantities from the documents. What a return or a reversal takes back counts on its own day.
 */
export async function soldGoods(db: Reader, when: SoldWhen): Promise<SoldGoods[]> {
  const [money, counted, items] = [await moneyOf(db, when), await countedIn(db, when), await itemsOf(db)]
  const goods = new Map<string, SoldGoods>()
  const at = ({ itemId, soldIn, way, buyer, ofMember }: Key): SoldGoods => {
    const item = itemId === null ? null : (items.get(itemId) ?? null)
    const key = { item, month: soldIn, channel: way, buyer, isOwnerMember: ofMember === 1 }
    return goods.get(nameOf(key)) ?? { ...key, qty: 0, paid: 0, returned: 0, revenue: 0, cost: 0 }
  }
  const keep = (one: SoldGoods) => goods.set(nameOf(one), one)
  for (const { returned, revenue, cost, ...key } of money) {
    const paid = key.way === 'other' ? revenue : 0
    const one = at(key)
    keep({
      ...one,
      ...{ paid: one.paid + paid, returned: one.returned + returned },
      ...{ revenue: one.revenue + revenue, cost: one.cost + cost },
    })
  }
  for (const { qty, paid, ...key } of counted) {
    const one = at(key)
    keep({ ...one, qty: one.qty + qty, paid: one.paid + paid })
  }
  return [...goods.values()]
}

type Named = Pick<SoldGoods, 'item' | 'month' | 'channel' | 'buyer' | 'isOwnerMember'>

function nameOf({ item, month, channel, buyer, isOwnerMember }: Named): string {
  return JSON.stringify([item?.itemId ?? null, month, channel, buyer, isOwnerMember])
}

/** Each entry of a time with the document it wrote or takes back, and with the sale behind a return. */
function entriesOf(db: Reader, { from, to }: SoldWhen) {
  return (
    db
      .selectFrom('journal_entry as e')
      .leftJoin('trade_document as d', (join) =>
        join
          .on((eb) => eb('d.entry_id', '=', eb.fn.coalesce('e.reverses_id', 'e.id')))
          .on('d.kind', 'in', ['sale', 'sale_return']),
      )
      .leftJoin('trade_document as s', (join) =>
        join.on((eb) => eb('s.id', '=', eb.fn.coalesce('d.of_document_id', 'd.id'))),
      )
      .leftJoin('stock_location as p', 'p.id', 's.location_id')
      .leftJoin('journal_entry as f', 'f.id', 's.entry_id')
      .where('e.date', '>=', from)
      .where('e.date', '<=', to)
      // What a year's closing takes off these accounts was sold all the same.
      .where('e.kind', '<>', 'closing')
  )
}

const month = sql<string>`substr(e.date, 1, 7)`

const channel = sql<SalesChannel>`CASE WHEN s.id IS NULL THEN 'other'
  WHEN s.channel = 'marketplace' OR p.kind = 'marketplace' THEN 'marketplace'
  WHEN p.kind = 'outlet' THEN 'outlet'
  WHEN EXISTS (SELECT 1 FROM journal_line c WHERE c.seq = f.seq
    AND c.account IN (${memberReceivable}, ${customerReceivable})) THEN 'credit'
  ELSE 'shop' END`

/** 1 where the owner of an item in keeping was a member on the day of the sale; of what comes back, on the day it was sold. */
const ofMember = (itemId: 'l.item_id' | 't.item_id') => sql<number>`EXISTS (
  SELECT 1 FROM item_terms o JOIN member w ON w.id = o.owner_member_id
  WHERE o.item_id = ${sql.ref(itemId)} AND coalesce(s.date, e.date) >= w.joined_on
    AND (w.left_on IS NULL OR coalesce(s.date, e.date) < w.left_on))`

async function moneyOf(db: Reader, when: SoldWhen) {
  const income = [...soldToMembers, ...soldToOthers]
  const buyer = (members: readonly string[]) => sql<BuyerKind>`CASE
    WHEN s.id IS NOT NULL THEN CASE WHEN s.member_id IS NULL THEN 'nonMember' ELSE 'member' END
    WHEN l.account IN (${sql.join(members)}) THEN 'member' ELSE 'nonMember' END`
  return entriesOf(db, when)
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .where('l.account', 'in', [...income, ...costOfSold])
    .select(['l.item_id as itemId', month.as('soldIn'), channel.as('way')])
    .select([buyer([...soldToMembers, '51103']).as('buyer'), ofMember('l.item_id').as('ofMember')])
    .select((eb) => {
      const net = sql<number>`l.credit - l.debit`
      const isIncome = eb('l.account', 'in', income)
      const isBack = eb.or([eb('d.kind', '=', 'sale_return'), eb('l.account', 'in', returnsAccounts)])
      return [
        sql<number>`sum(CASE WHEN ${isIncome} THEN ${net} ELSE 0 END)`.as('revenue'),
        sql<number>`sum(CASE WHEN ${isIncome} AND ${isBack} THEN 0 - (${net}) ELSE 0 END)`.as('returned'),
        sql<number>`sum(CASE WHEN ${isIncome} THEN 0 ELSE 0 - (${net}) END)`.as('cost'),
      ]
    })
    .groupBy([sql.ref('itemId'), sql.ref('soldIn'), sql.ref('way'), sql.ref('buyer'), sql.ref('ofMember')])
    .execute()
}

/** Thousandths, and what buyers paid or owe for them. */
async function countedIn(db: Reader, when: SoldWhen) {
  const sign = sql<number>`(CASE d.kind WHEN 'sale' THEN 1 ELSE -1 END) * (CASE WHEN e.reverses_id IS NULL THEN 1 ELSE -1 END)`
  return entriesOf(db, when)
    .innerJoin('trade_line as t', 't.document_id', 'd.id')
    .select(['t.item_id as itemId', month.as('soldIn'), channel.as('way')])
    .select(sql<BuyerKind>`CASE WHEN s.member_id IS NULL THEN 'nonMember' ELSE 'member' END`.as('buyer'))
    .select(ofMember('t.item_id').as('ofMember'))
    .select([sql<number>`sum(${sign} * t.qty)`.as('qty'), sql<number>`sum(${sign} * t.amount)`.as('paid')])
    .groupBy([sql.ref('itemId'), sql.ref('soldIn'), sql.ref('way'), sql.ref('buyer'), sql.ref('ofMember')])
    .execute()
}

async function itemsOf(db: Reader): Promise<Map<string, SoldItem>> {
  const rows = await db
    .selectFrom('item as i')
    .leftJoin('item_terms as t', 't.item_id', 'i.id')
    .leftJoin('member as m', 'm.id', 't.owner_member_id')
    .leftJoin('partner as p', 'p.id', 't.owner_partner_id')
    .select(['i.id', 'i.code', 'i.name', 't.unit_name', 'm.id as mId', 'm.code as mCode', 'm.name as mName'])
    .select(['p.id as pId', 'p.code as pCode', 'p.name as pName'])
    .execute()
  return new Map(
    rows.map(({ id, code, name, unit_name, ...row }) => {
      const [ownerId, ownerCode, ownerName] = [row.mId ?? row.pId, row.mCode ?? row.pCode, row.mName ?? row.pName]
      const owner =
        ownerId === null || ownerCode === null || ownerName === null
          ? null
          : { id: ownerId, code: ownerCode, name: ownerName }
      return [id, { itemId: id, code, name, unitName: unit_name ?? '', owner }]
    }),
  )
}
