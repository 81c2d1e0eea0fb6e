import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import type { Reader } from '../../../db/tables.ts'
import type { Reading } from '../../../work.ts'

type Valuation = Answers['trade']['valuation']

/** What there is of every item at the end of a day and what it is worth, thousandths and sen; what has none is left out. */
export async function stockValuation({ db, today }: Reading, input: Inputs['trade']['valuation']): Promise<Valuation> {
  const asOf = input?.asOf ?? today
  const there = new Map((await quantities(db, asOf)).map(({ itemId, qty }) => [itemId, qty]))
  const worth = Map.groupBy(await values(db, asOf), ({ itemId }) => itemId)
  const rows: Valuation['rows'] = []
  const onAccount = new Map<string, number>()
  for (const item of await items(db)) {
    const own = worth.get(item.itemId) ?? []
    const value = own.reduce((sum, row) => sum + row.value, 0)
    const qty = there.get(item.itemId) ?? 0
    for (const row of own) onAccount.set(row.account, (onAccount.get(row.account) ?? 0) + row.value)
    if (qty !== 0 || value !== 0) rows.push({ ...item, qty, value })
  }
  const accounts = [...onAccount].map(([account, total]) => ({ account, total })).filter(({ total }) => total !== 0)
  return {
    ...{ asOf, rows, value: rows.reduce((sum, row) => sum + row.value, 0) },
    accounts: accounts.toSorted((a, b) => (a.account < b.account ? -1 : 1)),
  }
}

async function items(db: Reader) {
  return db
    .selectFrom('item as i')
    .innerJoin('item_terms as t', 't.item_id', 'i.id')
    .select(['i.id as itemId', 'i.code as number', 'i.name', 't.kind', 't.unit_name as unitName'])
    .orderBy('i.code')
    .execute()
}

async function quantities(db: Reader, asOf: string) {
  return db
    .selectFrom('stock_move')
    .select(['item_id as itemId', (eb) => eb.fn.sum<number>('qty').as('qty')])
    .where('date', '<=', asOf)
    .groupBy('item_id')
    .execute()
}

/** All that stands on the accounts of goods, less what came there after the day. */
async function values(db: Reader, asOf: string) {
  const now = await db
    .selectFrom('balance_subledger')
    .select([
      'reference as itemId',
      'account',
      (eb) => eb.fn.sum<number>(eb('debit', '-', eb.ref('credit'))).as('value'),
    ])
    .where('subledger', '=', 'item')
    .groupBy(['reference', 'account'])
    .execute()
  const later = await db
    .selectFrom('journal_line as l')
    .select([
      'l.item_id as itemId',
      'l.account',
      (eb) => eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('value'),
    ])
    .where('l.account', 'in', (eb) => eb.selectFrom('account').select('code').where('subledger', '=', 'item'))
    .where('l.entry_date', '>', asOf)
    .groupBy(['l.item_id', 'l.account'])
    .execute()
  return [...now, ...later.map((row) => ({ ...row, itemId: row.itemId ?? '' }))]
}
