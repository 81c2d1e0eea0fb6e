import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { memberConsignment, partnerConsignment } from '../../../../shared/rules/entries/trade-line.ts'
import type { ConsignmentsFacts } from '../../../../shared/statements/trade-lists.ts'
import type { Reading } from '../../work.ts'
import { stockListFacts } from '../stock-list/facts.ts'

/** Whose goods are in keeping at the end of a day, and what is owed for those that were sold. */
export async function consignmentsFacts(
  reading: Reading,
  { asOf }: ReportParams<'consignments'>,
  language: Language,
): Promise<ConsignmentsFacts> {
  const { db } = reading
  const { items } = await stockListFacts(reading, { asOf }, language)
  const there = new Map(items.filter(({ qty }) => qty !== 0).map((item) => [item.itemId, item]))
  const kept = await db
    .selectFrom('item_terms')
    .select(['item_id', 'owner_member_id', 'owner_partner_id'])
    .where('kind', '=', 'consigned')
    .execute()
  const owed = await db
    .selectFrom('journal_line')
    .select(['member_id', 'partner_id', 'account'])
    .select((eb) => eb.fn.sum<number>(eb('credit', '-', eb.ref('debit'))).as('owed'))
    .where('account', 'in', [memberConsignment, partnerConsignment])
    .where('entry_date', '<=', asOf)
    .groupBy(['member_id', 'partner_id', 'account'])
    .execute()
  const owners = await ownersOf(reading)
  const told = [...owners].map(([ownerId, owner]) => ({
    ...owner,
    owed: owed
      .filter(
        ({ account, member_id, partner_id }) => (account === memberConsignment ? member_id : partner_id) === ownerId,
      )
      .reduce((sum, row) => sum + row.owed, 0),
    items: kept.flatMap(({ item_id, owner_member_id, owner_partner_id }) => {
      const item = there.get(item_id)
      return item && (owner_member_id ?? owner_partner_id) === ownerId ? [item] : []
    }),
  }))
  return { language, asOf, owners: told.filter((owner) => owner.owed !== 0 || owner.items.length > 0) }
}

/** Everybody who ever had goods in keeping, in the order of their numbers: members first. */
async function ownersOf({ db }: Reading): Promise<Map<string, { name: string; number: string }>> {
  const members = await db
    .selectFrom('member as m')
    .select(['m.id', 'm.name', 'm.code as number'])
    .where('m.id', 'in', (eb) =>
      eb.selectFrom('item_terms').select('owner_member_id').where('owner_member_id', 'is not', null),
    )
    .orderBy('m.sort')
    .execute()
  const partners = await db
    .selectFrom('partner as p')
    .select(['p.id', 'p.name', 'p.code as number'])
    .where('p.id', 'in', (eb) =>
      eb.selectFrom('item_terms').select('owner_partner_id').where('owner_partner_id', 'is not', null),
    )
    .orderBy('p.code')
    .execute()
  return new Map([...members, ...partners].map(({ id, ...owner }) => [id, owner]))
}
