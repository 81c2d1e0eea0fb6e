import type { Reader, TermsRecordTable } from '../db/tables.ts'
import { contentsOf } from './terms-records.ts'
import type { Problem } from './verify.ts'

const subjectsAtATime = 500
const shownMax = 20

/** Every fund, and every document of goods without an entry, says what was recorded of it last. */
export async function recordProblems(db: Reader): Promise<Problem[]> {
  const funds = await db
    .selectFrom('fund as f')
    .innerJoin('fund_terms as t', 't.fund_id', 'f.id')
    .select(['f.id', 'f.code'])
    .orderBy('f.code')
    .execute()
  const documents = await db
    .selectFrom('trade_document')
    .select(['id', 'code'])
    .where('entry_id', 'is', null)
    .orderBy('code')
    .execute()
  const changed = [
    ...(await changedOf(db, 'fund', funds)).map((code) => `the terms of fund ${code} are not those that were recorded`),
    ...(await changedOf(db, 'trade_document', documents)).map((code) => `${code} is not as it was recorded`),
  ]
  return changed
    .slice(0, shownMax)
    .map((detail): Problem => ({ kind: 'altered', entryId: null, voucher: null, detail }))
}

interface Named {
  readonly id: string
  readonly code: string | null
}

/** What differs from its newest record or has none, and what was recorded and is gone; by its number, or its id. */
async function changedOf(
  db: Reader,
  subject: TermsRecordTable['subject'],
  present: readonly Named[],
): Promise<string[]> {
  const recorded = await newestRecords(db, subject)
  const known = new Set(present.map(({ id }) => id))
  const changed = [...recorded.keys()].filter((id) => !known.has(id))
  for (let from = 0; from < present.length; from += subjectsAtATime) {
    const some = present.slice(from, from + subjectsAtATime)
    const ids = some.map(({ id }) => id)
    const contents = await contentsOf(db, subject, ids)
    for (const { id, code } of some) if (contents.get(id) !== recorded.get(id)) changed.push(code ?? id)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return changed
}

async function newestRecords(db: Reader, subject: TermsRecordTable['subject']): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('terms_record')
    .select(['subject_id', 'content'])
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()
  return new Map(rows.map(({ subject_id, content }) => [subject_id, content]))
}
