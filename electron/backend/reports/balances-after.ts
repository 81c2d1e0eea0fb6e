import type { JournalEntryTable, Reader } from '../db/tables.ts'

type At = Pick<JournalEntryTable, 'seq' | 'date'>

/** What the savings accounts and the loans of a voucher hold once it is on their cards, by id, sen. */
export async function balancesAfter(db: Reader, at: At) {
  return { savings: await savingsAfter(db, at), loans: await owedAfter(db, at) }
}

/** Lines up to an entry in the order of cards: by day, then as they were recorded. */
function untilEntry(db: Reader, { seq, date }: At) {
  return db
    .selectFrom('journal_line as l')
    .where((eb) =>
      eb.or([eb('l.entry_date', '<', date), eb.and([eb('l.entry_date', '=', date), eb('l.seq', '<=', seq)])]),
    )
}

async function savingsAfter(db: Reader, at: At): Promise<Map<string, number>> {
  const rows = await untilEntry(db, at)
    .innerJoin('savings_account as s', 's.id', 'l.savings_account_id')
    .select('s.id')
    .select((eb) => eb(eb.fn.sum<number>('l.credit'), '-', eb.fn.sum<number>('l.debit')).as('balance'))
    .where('s.id', 'in', (eb) =>
      eb.selectFrom('journal_line as o').select('o.savings_account_id').where('o.seq', '=', at.seq).$castTo<string>(),
    )
    .groupBy('s.id')
    .execute()
  return new Map(rows.map(({ id, balance }) => [id, balance]))
}

async function owedAfter(db: Reader, at: At): Promise<Map<string, number>> {
  const rows = await untilEntry(db, at)
    .innerJoin('loan_agreement as g', (join) =>
      join.onRef('g.loan_id', '=', 'l.loan_id').onRef('g.account', '=', 'l.account'),
    )
    .select('g.loan_id as id')
    .select((eb) => eb(eb.fn.sum<number>('l.debit'), '-', eb.fn.sum<number>('l.credit')).as('owed'))
    .where('g.loan_id', 'in', (eb) =>
      eb.selectFrom('journal_line as o').select('o.loan_id').where('o.seq', '=', at.seq).$castTo<string>(),
    )
    .groupBy('g.loan_id')
    .execute()
  return new Map(rows.map(({ id, owed }) => [id, owed]))
}
