import { createHash } from 'node:crypto'
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
  loan_agreement: question((db, ids: string) =>
    db
      .selectFrom('loan_instalment as i')
      .innerJoin('loan_agreement as a', 'a.loan_id', 'i.loan_id')
      .where('i.n', '=', 1)
      .where('i.entry_id', 'in', among(ids))
      .selectAll('a')
      .select('i.entry_id as sealedBy')
      .orderBy('a.loan_id'),
  ),
  loan_instalment: question((db, ids: string) =>
    db
      .selectFrom('loan_instalment')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('n'),
  ),
  loan_waiver: question((db, ids: string) =>
    db
      .selectFrom('loan_waiver')
      .where('entry_id', 'in', among(ids))
      .select(['id', 'loan_id', 'date', 'amount', 'reason', 'entry_id as sealedBy'])
      .orderBy('id'),
  ),
  loan_restructuring: question((db, ids: string) =>
    db
      .selectFrom('loan_restructuring')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  ),
  loan_write_off: question((db, ids: string) =>
    db
      .selectFrom('loan_write_off')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  ),
  loan_month_end: question((db, ids: string) =>
    db
      .selectFrom('loan_month_end')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  ),
  loan_class: question((db, ids: string) =>
    db
      .selectFrom('loan_month_end as e')
      .innerJoin('loan_class as c', 'c.request_id', 'e.request_id')
      .where('e.entry_id', 'in', among(ids))
      .selectAll('c')
      .select('e.entry_id as sealedBy')
      .orderBy('c.loan_id'),
  ),
  member_exit: question((db, ids: string) =>
    db
      .selectFrom('member_exit')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  ),
  exit_loan: question((db, ids: string) =>
    db
      .selectFrom('member_exit as x')
      .innerJoin('exit_loan as l', 'l.exit_id', 'x.id')
      .where('x.entry_id', 'in', among(ids))
      .selectAll('l')
      .select('x.entry_id as sealedBy')
      .orderBy('l.loan_id'),
  ),
  savings_interest_run: question((db, ids: string) =>
    db
      .selectFrom('savings_interest_run')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  ),
  borrowing_terms: question((db, ids: string) =>
    db
      .selectFrom('borrowing_terms')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  ),
  borrowing_instalment: question((db, ids: string) =>
    db
      .selectFrom('borrowing_terms as t')
      .innerJoin('borrowing_instalment as i', 'i.borrowing_id', 't.borrowing_id')
      .where('t.entry_id', 'in', among(ids))
      .selectAll('i')
      .select('t.entry_id as sealedBy')
      .orderBy('i.n'),
  ),
  trade_document: question((db, ids: string) =>
    db
      .selectFrom('trade_document')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  ),
  trade_line: question((db, ids: string) =>
    db
      .selectFrom('trade_document as d')
      .innerJoin('trade_line as l', 'l.document_id', 'd.id')
      .where('d.entry_id', 'in', among(ids))
      .selectAll('l')
      .select('d.entry_id as sealedBy')
      .orderBy('l.n'),
  ),
  asset_terms: question((db, ids: string) =>
    db
      .selectFrom('asset_terms')
      .where('entry_id', 'in', among(ids))
      .select(['asset_id', 'account', 'contra', 'unit', 'acquired_on', 'first_month', 'residual', 'months', 'method'])
      .select(['rate_pct', 'entry_id', 'entry_id as sealedBy'])
      .orderBy('entry_id'),
  ),
  depreciation_run: question((db, ids: string) =>
    db
      .selectFrom('depreciation_run')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  ),
  turnover_tax: question((db, ids: string) =>
    db
      .selectFrom('turnover_tax')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  ),
  asset_disposal: question((db, ids: string) =>
    db
      .selectFrom('asset_disposal')
      .where('entry_id', 'in', among(ids))
      .selectAll()
      .select('entry_id as sealedBy')
      .orderBy('entry_id'),
  ),
} as const

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

/** Entries whose lines are written already, by id and by number. */
interface Stretch {
  readonly ids: readonly string[]
  readonly after: number
  readonly upTo: number
}

/** The hash of what each of some entries puts in force, SHA-256 over JSON with null columns left out; most have none. */
export async function termsHashes(db: Reader, { ids, after, upTo }: Stretch): Promise<Map<string, string>> {
  const sealed = new Map<string, [string, object][]>()
  const take = (table: string, rows: readonly object[]) => {
    for (const { sealedBy, ...row } of rows as readonly SealedRow[]) {
      if (sealedBy === null) continue
      const own = sealed.get(sealedBy) ?? []
      sealed.set(sealedBy, own)
      own.push([table, row])
    }
  }
  const list = JSON.stringify(ids)
  if (ids.length > 0) for (const [table, rows] of Object.entries(sealedTables)) take(table, await rows.all(db, list))
  take('savings_term', await sealedTerms.all(db, after, upTo))
  return new Map([...sealed].map(([id, rows]) => [id, termsHash(rows)]))
}

/** The hash of rows, each with the name of its table. */
export function termsHash(rows: readonly (readonly [table: string, row: object])[]): string {
  const text = JSON.stringify(rows.map(([table, row]) => [table, present(row)]))
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Pairs in the order of their names: a column that comes later is null in old rows and changes no hash. */
function present(row: object): [string, unknown][] {
  return Object.entries(row)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
