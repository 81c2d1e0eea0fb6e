import { createHash } from 'node:crypto'
import { question } from '../db/question.ts'
import type { PeriodActTable, Reader } from '../db/tables.ts'
import type { Head } from './head.ts'

/**
 * Number of the newest act on a period and one digest of all of them, or of those up to a number. Locks lie outside the
 * chain of entries: the witness holds them instead, so that none can be taken away and put back.
 */
export async function actsHead(db: Reader, upTo = Number.MAX_SAFE_INTEGER): Promise<Head> {
  const acts = await actsUpTo.all(db, upTo)
  const text = JSON.stringify(acts.map((act) => columns.map((column) => act[column])))
  return { seq: acts.at(-1)?.seq ?? 0, hash: createHash('sha256').update(text, 'utf8').digest('hex') }
}

const columns = [
  'seq',
  'period',
  'act',
  'reason',
  'at',
  'made_by',
  'head_seq',
  'head_hash',
] as const satisfies readonly (keyof PeriodActTable)[]

const actsUpTo = question((db, upTo: number) =>
  db.selectFrom('period_act').select(columns).where('seq', '<=', upTo).orderBy('seq'),
)
