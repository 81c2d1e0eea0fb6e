import type { Answers } from '../../../../shared/contract/index.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'

type Gone = Answers['assets']['gone']

/** Everything that left and did not come back by a reversal, the newest first, with what its entry says of it. */
export async function goneAssets({ db }: Reading): Promise<Gone> {
  const rows = (await disposals(db)).map(({ book, year, number, bookValue, price, code, ...gone }) => ({
    ...gone,
    ...{ number: code, voucher: voucherName({ book, year, number }) },
    ...{ price, bookValue, gain: price - bookValue },
  }))
  const sum = (of: 'price' | 'bookValue' | 'gain') => sumSen(rows.map((row) => row[of]))
  return { rows, totals: { price: sum('price'), bookValue: sum('bookValue'), gain: sum('gain') } }
}

/** What it stood at is what its entry takes off the accounts it stood on. */
function disposals(db: Reader) {
  return db
    .selectFrom('asset_disposal as d')
    .innerJoin('asset_terms as t', 't.asset_id', 'd.asset_id')
    .innerJoin('asset as a', 'a.id', 'd.asset_id')
    .innerJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .innerJoin('journal_line as l', (join) => join.onRef('l.seq', '=', 'e.seq').onRef('l.asset_id', '=', 'd.asset_id'))
    .select(['d.asset_id as assetId', 'a.code', 'a.name', 't.account', 't.acquired_on as acquiredOn', 'e.date'])
    .select(['d.price', 'd.reason', 'e.id as entryId', 'e.book', 'e.year', 'e.number'])
    .select((eb) => eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('bookValue'))
    .where('r.id', 'is', null)
    .where((eb) => eb.or([eb('l.account', '=', eb.ref('t.account')), eb('l.account', '=', eb.ref('t.contra'))]))
    .groupBy('e.id')
    .orderBy('e.date', 'desc')
    .orderBy('e.seq', 'desc')
    .execute()
}
