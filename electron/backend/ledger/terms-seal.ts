import { hash } from 'node:crypto'
import { type Compilable, type Expression, type RawBuilder, sql } from 'kysely'
import { among } from '../db/among.ts'
import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'

/** One row of a table that says what an entry put in force, under the id of that entry. */
type SealedRow = Readonly<Record<string, unknown>> & { readonly sealedBy: string | null }

/**
 * Terms stand in tables of their own, written before the entry that puts them in force and never changed after; the entry
 * carries a hash of them. What may change later is left out: that a waiver was withdrawn, where an asset is. Rows come in a fixed order.
 */
const sealedTables = {
  loan_agreement: (db, ids) =>
    db
      .selectFrom('loan_instalment as i')
      .innerJoin('loan_agreement as a', 'a.loan_id', 'i.loan_id')
      .where('i.n', '=', 1)
      .where('i.entry_id', 'in', ids)
      .selectAll('a')
      .select('i.entry_id as sealedBy')
      .orderBy('a.loan_id'),
  loan_instalment: (db, ids) =>
    db
      .selectFrom('loan_instalment')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('n'),
  loan_waiver: (db, ids) =>
    db
      .selectFrom('loan_waiver')
      .where('entry_id', 'in', ids)
      .select(['id', 'loan_id', 'date', 'amount', 'reason', 'entry_id as sealedBy'])
      .orderBy('id'),
  loan_restructuring: (db, ids) =>
    db
      .selectFrom('loan_restructuring')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  loan_write_off: (db, ids) =>
    db
      .selectFrom('loan_write_off')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  loan_month_end: (db, ids) =>
    db
      .selectFrom('loan_month_end')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  loan_class: (db, ids) =>
    db
      .selectFrom('loan_month_end as e')
      .innerJoin('loan_class as c', 'c.request_id', 'e.request_id')
      .where('e.entry_id', 'in', ids)
      .selectAll('c')
      .select('e.entry_id as sealedBy')
      .orderBy('c.loan_id'),
  member_exit: (db, ids) =>
    db
      .selectFrom('member_exit')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  exit_loan: (db, ids) =>
    db
      .selectFrom('member_exit as x')
      .innerJoin('exit_loan as l', 'l.exit_id', 'x.id')
      .where('x.entry_id', 'in', ids)
      .selectAll('l')
      .select('x.entry_id as sealedBy')
      .orderBy('l.loan_id'),
  savings_interest_run: (db, ids) =>
    db
      .selectFrom('savings_interest_run')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  borrowing_terms: (db, ids) =>
    db
      .selectFrom('borrowing_terms')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  borrowing_instalment: (db, ids) =>
    db
      .selectFrom('borrowing_terms as t')
      .innerJoin('borrowing_instalment as i', 'i.borrowing_id', 't.borrowing_id')
      .where('t.entry_id', 'in', ids)
      .selectAll('i')
      .select('t.entry_id as sealedBy')
      .orderBy('i.n'),
  trade_document: (db, ids) =>
    db
      .selectFrom('trade_document')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  trade_line: (db, ids) =>
    db
      .selectFrom('trade_document as d')
      .innerJoin('trade_line as l', 'l.document_id', 'd.id')
      .where('d.entry_id', 'in', ids)
      .selectAll('l')
      .select('d.entry_id as sealedBy')
      .orderBy('l.n'),
  asset_terms: (db, ids) =>
    db
      .selectFrom('asset_terms')
      .where('entry_id', 'in', ids)
      .select(['asset_id', 'account', 'contra', 'unit', 'acquired_on', 'first_month', 'residual', 'months', 'method'])
      .select(['rate_pct', 'entry_id', 'entry_id as sealedBy'])
      .orderBy('entry_id'),
  depreciation_run: (db, ids) =>
    db
      .selectFrom('depreciation_run')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  turnover_tax: (db, ids) =>
    db
      .selectFrom('turnover_tax')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  surplus_decision: (db, ids) =>
    db
      .selectFrom('surplus_decision')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  surplus_payment: (db, ids) =>
    db
      .selectFrom('surplus_payment')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  asset_disposal: (db, ids) =>
    db
      .selectFrom('asset_disposal')
      .where('entry_id', 'in', ids)
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
} satisfies Record<string, (db: Reader, ids: RawBuilder<string>) => Compilable & Expression<unknown>>

const sealedRows = Object.entries(sealedTables).map(([table, rows]) => ({
  table,
  ofMany: question((db, ids: string) => rows(db, among(ids)) as Compilable<SealedRow>),
  ofOne: question((db, id: string) => rows(db, one(id)) as Compilable<SealedRow>),
}))

/** In which of the tables one entry put anything: asked of all at once, for most entries have nothing in any. */
const sealedIn = question((db, id: string) =>
  db.selectNoFrom((eb) =>
    Object.entries(sealedTables).map(([table, rows]) => eb.exists(rows(db, one(id)) as Expression<unknown>).as(table)),
  ),
)

function one(id: string): RawBuilder<string> {
  return sql<string>`(${id})`
}

/** What was agreed for a term deposit is sealed by whatever puts money on it. */
const sealedTerms = question((db, after: number, upTo: number) =>
  db
    .selectFrom('journal_line as l')
    .innerJoin('savings_term as t', 't.savings_account_id', 'l.savings_account_id')
    .innerJoin('account as c', 'c.code', 'l.account')
    .where('c.subledger', '=', 'savings')
    .where('l.seq', '>', after)
    .where('l.seq', '<=', upTo)
    .where('l.credit', '>', 0)
    .selectAll('t')
    .select('l.entry_id as sealedBy')
    .distinct()
    .orderBy('t.savings_account_id'),
)

/** What was put in force without an entry is sealed by the one that is written next. */
const sealedRecords = question((db, after: number, upTo: number) =>
  db
    .selectFrom('terms_record as r')
    .innerJoin('journal_line as l', (join) => join.onRef('l.seq', '=', 'r.entry_seq').on('l.line_no', '=', 1))
    .where('r.entry_seq', '>', after)
    .where('r.entry_seq', '<=', upTo)
    .selectAll('r')
    .select('l.entry_id as sealedBy')
    .orderBy('r.seq'),
)

/** Entries whose lines are written already, by id and by number. */
interface Stretch {
  readonly ids: readonly string[]
  readonly after: number
  readonly upTo: number
}

/** The hash of what each of some entries puts in force, SHA-256 over JSON with null columns left out; most have none. */
export async function termsHashes(db: Reader, { ids, after, upTo }: Stretch): Promise<Map<string, string>> {
  const sealed = new Map<string, [string, object][]>()
  const take = (table: string, rows: readonly SealedRow[]) => {
    for (const row of rows) {
      if (row.sealedBy === null) continue
      const own = sealed.get(row.sealedBy) ?? []
      sealed.set(row.sealedBy, own)
      own.push([table, row])
    }
  }
  const [id] = ids
  if (id !== undefined && ids.length === 1) {
    const isAny: Readonly<Record<string, unknown>> = (await sealedIn.first(db, id)) ?? {}
    for (const { table, ofOne } of sealedRows) if (isAny[table]) take(table, await ofOne.all(db, id))
  } else if (id !== undefined) {
    const list = JSON.stringify(ids)
    for (const { table, ofMany } of sealedRows) take(table, await ofMany.all(db, list))
  }
  take('savings_term', await sealedTerms.all(db, after, upTo))
  take('terms_record', await sealedRecords.all(db, after, upTo))
  return new Map([...sealed].map(([id, rows]) => [id, termsHash(rows)]))
}

/** The hash of rows, each with the name of its table. */
export function termsHash(rows: readonly (readonly [table: string, row: object])[]): string {
  return hash('sha256', termsText(rows), 'hex')
}

/** Rows as JSON, each with the name of its table and without columns that say nothing. */
export function termsText(rows: readonly (readonly [table: string, row: object])[]): string {
  const orders = new Map<string, readonly string[]>()
  return JSON.stringify(rows.map(([table, row]) => [table, present(row, orders)]))
}

/** Pairs in the order of their names, without who seals them: a column that comes later is null in old rows and changes no hash. */
function present(row: object, orders: Map<string, readonly string[]>): [string, unknown][] {
  const columns = Object.keys(row)
  const key = columns.join()
  // Rows of one table have the same columns, so that their order is found once.
  const order = orders.get(key) ?? columns.filter((column) => column !== 'sealedBy').toSorted()
  orders.set(key, order)
  const pairs: [string, unknown][] = []
  for (const column of order) {
    const value = (row as Readonly<Record<string, unknown>>)[column]
    if (value !== null) pairs.push([column, value])
  }
  return pairs
}
