import type { Answers } from '../../../../../shared/contract/index.ts'
import { consignmentAccounts } from '../../../../../shared/rules/entries/trade-line.ts'
import type { Reading } from '../../../work.ts'

type Consignor = Answers['trade']['consignors']['rows'][number]

/** Who is owed for goods in keeping that were sold, in the order of their names; what is owed in sen. */
export async function consignors({ db }: Reading): Promise<Answers['trade']['consignors']> {
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
  const rows: Consignor[] = [
    ...ofMembers.map(({ id, ...owner }) => ({ memberId: id, partnerId: null, ...owner })),
    ...ofPartners.map(({ id, ...owner }) => ({ memberId: null, partnerId: id, ...owner })),
  ]
  return { rows: rows.filter(({ owed }) => owed !== 0).sort((a, b) => a.name.localeCompare(b.name, 'id')) }
}
