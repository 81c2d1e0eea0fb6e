import { assert } from '../../../shared/errors.ts'
import { among } from '../db/among.ts'
import { insertion, question } from '../db/question.ts'
import type { Reader, TermsRecordTable } from '../db/tables.ts'
import type { Work } from '../work.ts'
import { head } from './head.ts'
import { termsText } from './terms-seal.ts'

type Subject = TermsRecordTable['subject']

interface Recorded {
  readonly subject: Subject
  readonly subjectId: string
  readonly approvedBy?: string | undefined
}

const newest = question((db) => db.selectFrom('terms_record').select('seq').orderBy('seq', 'desc').limit(1))

const writeRecord = insertion('terms_record', [
  ...(['seq', 'entry_seq', 'subject', 'subject_id', 'content', 'approved_by', 'made_by', 'made_at'] as const),
])

/**
 * Keeps what a fund or a document of goods without an entry says now, and who approved it. The entry that is written next
 * carries a hash of the record, so that it cannot be changed together with what it tells.
 */
export async function recordTerms(work: Work, { subject, subjectId, approvedBy }: Recorded): Promise<void> {
  const content = (await contentsOf(work.tx, subject, [subjectId])).get(subjectId)
  assert(content !== undefined, `${subject} ${subjectId} is written before it is recorded`)
  await writeRecord(work.tx, {
    ...{ seq: ((await newest.first(work.tx))?.seq ?? 0) + 1, entry_seq: (await head(work.tx)).seq + 1 },
    ...{ subject, subject_id: subjectId, content, approved_by: approvedBy ?? null },
    ...{ made_by: work.actor.id, made_at: work.now },
  })
}

/** What some subjects say now, as a record keeps it: their rows, each with its table. Who is no subject is missing. */
export async function contentsOf(
  db: Reader,
  subject: Subject,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const own = new Map<string, [string, object][]>()
  for (const { table, rows } of tables[subject]) {
    for (const { of, ...row } of await rows.all(db, JSON.stringify(ids))) {
      own.set(of, [...(own.get(of) ?? []), [table, row]])
    }
  }
  return new Map([...own].map(([id, rows]) => [id, termsText(rows)]))
}

/** The rows that make up a subject, in a fixed order, `of` being whose they are. */
const tables = {
  fund: [
    {
      table: 'fund',
      rows: question((db, ids: string) =>
        db
          .selectFrom('fund as f')
          .innerJoin('fund_terms as t', 't.fund_id', 'f.id')
          .where('f.id', 'in', among(ids))
          .selectAll('t')
          .select(['f.code', 'f.name', 'f.active', 'f.id as of']),
      ),
    },
    {
      table: 'fund_budget',
      rows: question((db, ids: string) =>
        db
          .selectFrom('fund_budget as b')
          .innerJoin('budget_line as l', 'l.id', 'b.budget_line_id')
          .where('b.fund_id', 'in', among(ids))
          .selectAll('b')
          .select(['l.name', 'b.fund_id as of'])
          .orderBy('b.n'),
      ),
    },
  ],
  trade_document: [
    {
      table: 'trade_document',
      rows: question((db, ids: string) =>
        db
          .selectFrom('trade_document as d')
          .where('d.entry_id', 'is', null)
          .where('d.id', 'in', among(ids))
          .selectAll('d')
          .select('d.id as of'),
      ),
    },
    {
      table: 'trade_line',
      rows: question((db, ids: string) =>
        db
          .selectFrom('trade_line as l')
          .where('l.document_id', 'in', among(ids))
          .selectAll('l')
          .select('l.document_id as of')
          .orderBy('l.n'),
      ),
    },
  ],
} as const
