import { question } from '../db/question.ts'
import type { Reader } from '../db/tables.ts'
import { chainStart } from './chain.ts'
import { voucherName } from './vouchers.ts'

/** Number and hash of the newest entry; an empty book has number 0. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

/** The newest entry's name, for people. */
export async function newestVoucher(db: Reader): Promise<string | undefined> {
  const entry = await newestName.first(db)
  return entry && voucherName(entry)
}

const newestName = question((db) =>
  db.selectFrom('journal_entry').select(['book', 'year', 'number']).orderBy('seq', 'desc').limit(1),
)

export async function head(db: Reader): Promise<Head> {
  return (await newest.first(db)) ?? { seq: 0, hash: chainStart }
}

const newest = question((db) => newestEntry(db).select(['seq', 'hash']))

/** The newest entry, inside a question. */
export function newestEntry(db: Reader) {
  return db.selectFrom('journal_entry').orderBy('seq', 'desc').limit(1)
}

/** Hash of the first entry; undefined while there is none. */
export async function firstHash(db: Reader): Promise<string | undefined> {
  return (await firstEntry.first(db))?.hash
}

const firstEntry = question((db) => db.selectFrom('journal_entry').select('hash').where('seq', '=', 1))
