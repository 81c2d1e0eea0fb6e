import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'
import { chainStart } from './chain.ts'

/** Number and hash of the newest entry; an empty book has number 0. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

export async function head(db: Reader): Promise<Head> {
  return (await newestEntry.first(db)) ?? { seq: 0, hash: chainStart }
}

const newestEntry = question((db) =>
  db.selectFrom('journal_entry').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1),
)
