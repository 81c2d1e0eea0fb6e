import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { consignmentAccounts } from '../../../../../shared/rules/entries/trade-line.ts'
import type { Reader } from '../../../db/tables.ts'
import type { Reading } from '../../../work.ts'

type Consignor = Answers['trade']['consignors']['rows'][number]

/** Who is owed for goods in keeping that were sold, in the order of their names; what is owed in sen. */
export async function consignors(
  { db }: Reading,
  { paidToo = false }: NonNullable<Inputs['trade']['consignors']> = {},
): Promise<Answers['trade']['consignors']> {
  const known = await withHistory(db)
  const idOf = ({ memberId, partnerId }: Consignor) => memberId ?? partnerId
  const seen = new Set(known.map(idOf))
  const rows = paidToo
    ? [...known, ...(await withGoods(db)).filter((owner) => !seen.has(idOf(owner)))]
    : known.filter(({ owed }) => owed !== 0)
  return { rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'id')) }
}

/** Everybody of whose goods something was ever sold. */
async function withHistory(db: Reader): Promise<Consignor[]> {
  const ofMembers = await db
    .selectFrom('balance_subledger as b')
    .innerJoin('member as o', 'o.id', 'b.reference')
    .select(['o.id', 'o.code as number', 'o.name'])
    .select((eb) => eb.fn.sum<number>(eb('b.credit', '-', eb.ref('b.debit'))).as('owed'))
    .where('b.account', '=', consignmentAccounts({ memberId: '' }).owed)
    .groupBy('o.id')
    .execute()
  const ofPartners = await db
    .selectFrom('balance_subledger as b')
    .innerJoin('partner as o', 'o.id', 'b.reference')
    .select(['o.id', 'o.code as number', 'o.name'])
    .select((eb) => eb.fn.sum<number>(eb('b.credit', '-', eb.ref('b.debit'))).as('owed'))
    .where('b.account', '=', consignmentAccounts({}).owed)
    .groupBy('o.id')
    .execute()
  return [
    ...ofMembers.map(({ id, ...owner }) => ({ memberId: id, partnerId: null, ...owner })),
    ...ofPartners.map(({ id, ...owner }) => ({ memberId: null, partnerId: id, ...owner })),
  ]
}

/** Everybody who has an item of her own here, as long as nothing is owed for it. */
async function withGoods(db: Reader): Promise<Consignor[]> {
  const members = await db
    .selectFrom('member')
    .select(['id as memberId', 'code as number', 'name'])
    .where('id', 'in', (eb) =>
      eb.selectFrom('item_terms').select('owner_member_id').where('owner_member_id', 'is not', null),
    )
    .execute()
  const partners = await db
    .selectFrom('partner')
    .select(['id as partnerId', 'code as number', 'name'])
    .where('id', 'in', (eb) =>
      eb.selectFrom('item_terms').select('owner_partner_id').where('owner_partner_id', 'is not', null),
    )
    .execute()
  return [
    ...members.map((owner) => ({ ...owner, partnerId: null, owed: 0 })),
    ...partners.map((owner) => ({ ...owner, memberId: null, owed: 0 })),
  ]
}
